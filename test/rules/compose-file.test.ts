import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { settings } from '../../server/src/settings/settings.js';

const compose = readFileSync('docker-compose.yml', 'utf8');
const dockerfile = readFileSync('Dockerfile', 'utf8');
const ignored = readFileSync('.dockerignore', 'utf8');

describe('the Docker files', () => {
  it('set only what is a setting', () => {
    const given = [...compose.matchAll(/^ {6}([A-Z_]+):/gm)].map(([, name = '']) => name);
    const ours = given.filter((name) => !name.startsWith('MARIADB_'));
    expect(ours.filter((name) => !(name in settings.shape))).toEqual([]);
    expect(ours).toContain('DATABASE_URL');
  });

  it('open nothing to other machines', () => {
    const ports = [...compose.matchAll(/ports: \["(.*?)"\]/g)].map(([, port = '']) => port);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
    expect(ports).toHaveLength(4);
  });

  it('run two servers and a worker of their own on one database, as an installation does', () => {
    expect(compose.match(/WORKER: "off"/g)).toHaveLength(1);
    expect(compose).toContain(
      'command: ["node", "--max-semi-space-size=4", "--heap-growing-percent=15", "dist/server/worker.js"]',
    );
    expect(compose.match(/environment: (&|\*)environment/g)).toHaveLength(3);
  });

  it('do not run as root, and build from what is there', () => {
    expect(dockerfile).toContain('\nUSER node\n');
    const wanted = ignored.split('\n').filter((line) => line.startsWith('!'));
    expect(wanted.filter((line) => !existsSync(line.slice(1)))).toEqual([]);
  });
});
