import { describe, expect, it } from 'vitest';

import { readDatabaseUrl } from '../../server/src/platform/database/database-url.js';

const nodesOf = (url: string) => readDatabaseUrl(url).nodes.map(({ host, port }) => `${host} ${port}`);

describe('the address of a database', () => {
  it.each([
    ['one host', 'mysql://akun@db.example.com/akun', ['db.example.com 3306']],
    ['a port', 'mysql://akun@db.example.com:3307/akun', ['db.example.com 3307']],
    [
      'several hosts, in their order',
      'mysql://akun@a.example,b.example,c.example:3307/akun',
      ['a.example 3307', 'b.example 3307', 'c.example 3307'],
    ],
    ['a port each', 'mysql://akun@127.0.0.1:3301,127.0.0.1:3302/akun', ['127.0.0.1 3301', '127.0.0.1 3302']],
    ['an IPv6 host', 'mysql://akun@[::1]:3307/akun', ['::1 3307']],
  ])('may have %s', (_what, url, nodes) => {
    expect(nodesOf(url)).toEqual(nodes);
  });

  it('gives user and password as they were meant', () => {
    const { username, password, database } = readDatabaseUrl(
      'mysql://akun:s%40ndi%2F1@a.example,b.example/akun_oss',
    );
    expect([username, password, database]).toEqual(['akun', 's@ndi/1', 'akun_oss']);
  });

  it.each([
    'mysql://akun@/akun',
    'mysql://akun:rahasia@a.example,,b.example/akun',
    'postgres://a/b',
    'mysql://akun:rahasia@a b/akun',
  ])('is refused without being repeated: %s', (url) => {
    expect(() => readDatabaseUrl(url)).toThrow(/^(?!.*rahasia)/);
  });
});
