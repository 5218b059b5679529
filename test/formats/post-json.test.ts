import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';

import { type PostFailed, postForJson } from '../../server/src/platform/http-client/post-json.js';

let server: Server | undefined;

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

async function serving(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server?.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/ask`;
}

const SECRET = '3174035203889970';
const ask = (url: string) =>
  postForJson({
    url,
    type: 'application/json',
    body: JSON.stringify({ nik: SECRET }),
    timeoutMs: 200,
    maxBytes: 1024,
  });
const troubleOf = (url: string) => ask(url).catch((error: PostFailed) => error.trouble);

describe('a POST for a JSON answer', () => {
  it('gives the status and the parsed body', async () => {
    const url = await serving((_, response) => response.end('{"answer":"MATCH"}'));
    expect(await ask(url)).toEqual({ status: 200, body: { answer: 'MATCH' } });
  });

  it('gives only the status of a refusal', async () => {
    const url = await serving((_, response) => response.writeHead(422).end('{"why":"secret reasons"}'));
    expect(await ask(url)).toEqual({ status: 422, body: undefined });
  });

  it('does not follow a redirect, which could carry the question elsewhere', async () => {
    const seen: string[] = [];
    const url = await serving((request, response) => {
      seen.push(request.url ?? '');
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect([(await ask(url)).status, seen]).toEqual([307, ['/ask']]);
  });

  it('gives up on a server that never answers', async () => {
    expect(await troubleOf(await serving(() => undefined))).toBe('TIMED_OUT');
  });

  it('gives up on a server that begins an answer and falls silent', async () => {
    const url = await serving((_, response) => {
      response.writeHead(200);
      response.write('{"answer":');
    });
    expect(await troubleOf(url)).toBe('TIMED_OUT');
  });

  it('stops reading an answer that grows too long', async () => {
    const url = await serving((_, response) => response.end(`"${'x'.repeat(2000)}"`));
    expect(await troubleOf(url)).toBe('TOO_LARGE');
  });

  it('counts a packed answer as long as it is unpacked', async () => {
    const packed = gzipSync(`"${'x'.repeat(1_000_000)}"`).subarray();
    const url = await serving((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed),
    );
    expect(await troubleOf(url)).toBe('TOO_LARGE');
  });

  it('refuses an answer that is not JSON', async () => {
    expect(await troubleOf(await serving((_, response) => response.end('<html>')))).toBe('NOT_JSON');
  });

  it('says that nobody was there', async () => {
    const url = await serving((request) => request.socket.destroy());
    expect(await troubleOf(url)).toBe('UNREACHABLE');
  });

  it('keeps what was asked out of its errors', async () => {
    const url = await serving((request) => request.socket.destroy());
    const error = await ask(url).catch((thrown: Error) => thrown);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(SECRET);
  });
});
