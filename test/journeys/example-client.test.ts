import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type App, startApp } from '../kit/app.js';

const EXAMPLE = 'docs/example-client.mjs';

let app: App;
let running = true;
let worker: Promise<void>;
beforeAll(async () => {
  app = await startApp({ PUBLIC_BASE_URL: 'http://localhost:4000' });
  worker = workUntilStopped();
});
afterAll(async () => {
  running = false;
  await worker;
  await app.stop();
});

/** The worker of a running service; in tests it has to be told. */
async function workUntilStopped(): Promise<void> {
  while (running) {
    await app.work();
    await setTimeout(50);
  }
}

describe('the example client of the documentation', () => {
  it('has fewer than sixty lines', () => {
    expect(readFileSync(EXAMPLE, 'utf8').trimEnd().split('\n').length).toBeLessThan(60);
  });

  it('registers, activates and logs in', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [EXAMPLE, await app.listen()]);
    expect(stdout).toMatch(/^sutinah\w+ is logged in; the token has 43 characters\.$/m);
  });
});
