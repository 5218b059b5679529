import { randomBytes } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { AUDIT_EVENTS } from '../../server/src/platform/audit/audit-events.js';
import { chainLink } from '../../server/src/platform/audit/event-mac.js';
import { runtimeGrants } from '../../server/src/platform/audit/grants.js';
import { KeyRing } from '../../server/src/platform/crypto/key-ring.js';

const { all } = KeyRing.parse(
  'AUDIT_KEYS',
  [2, 1].map((id) => `${id}:${randomBytes(32).toString('base64')}`).join(),
);

describe('a link of the audit chain', () => {
  it('vouches for its row, its place and everything before it', () => {
    const [key, other] = all;
    if (!key || !other) throw new Error('two keys');
    const links = [
      chainLink(key, 'before', 'mac', 7),
      chainLink(key, 'other', 'mac', 7),
      chainLink(key, 'before', 'other', 7),
      chainLink(key, 'before', 'mac', 8),
      chainLink(other, 'before', 'mac', 7),
    ];
    expect(new Set(links).size).toBe(links.length);
    expect(Math.max(...links.map(({ length }) => length))).toBeLessThanOrEqual(80);
  });
});

describe('the names of audit events', () => {
  it('are unique and fit their column', () => {
    expect(new Set(AUDIT_EVENTS).size).toBe(AUDIT_EVENTS.length);
    expect(AUDIT_EVENTS.every((name) => /^[A-Z_]{1,40}$/.test(name))).toBe(true);
  });
});

describe('the grants for the account of the service', () => {
  it('name each table, and only add to the audit trail', () => {
    expect(runtimeGrants('akun', 'service@10.0.0.%', ['audit_seals', 'accounts'])).toEqual([
      "REVOKE ALL PRIVILEGES, GRANT OPTION FROM 'service'@'10.0.0.%';",
      "GRANT SELECT, INSERT, UPDATE, DELETE ON `akun`.`accounts` TO 'service'@'10.0.0.%';",
      "GRANT SELECT, INSERT ON `akun`.`audit_seals` TO 'service'@'10.0.0.%';",
    ]);
  });

  it('cannot be broken out of by a name', () => {
    expect(runtimeGrants('a`b', "x'; DROP", ['t'])[1]).toBe(
      "GRANT SELECT, INSERT, UPDATE, DELETE ON `a``b`.`t` TO 'x''; DROP'@'%';",
    );
  });
});
