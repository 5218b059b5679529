import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { KeyRing } from '../../server/src/platform/crypto/key-ring.js';
import { BucketStore } from '../../server/src/platform/files/bucket-store.js';
import { clamd } from '../../server/src/platform/files/clamd.js';
import { type FileStore, NoSuchFile } from '../../server/src/platform/files/file-store.js';
import { FolderStore } from '../../server/src/platform/files/folder-store.js';
import { Hands } from '../../server/src/platform/files/hands.js';
import { SealedChunks } from '../../server/src/platform/files/sealed-chunks.js';
import { type BucketServer, startBucketServer } from '../kit/bucket-server.js';
import { type ClamdMode, type ClamdServer, startClamdServer } from '../kit/clamd-server.js';

const KEY = (fill: number) =>
  Buffer.from(Array.from({ length: 32 }, (_, at) => (at * 7 + fill) % 256)).toString('base64');
const ring = KeyRing.parse('DATA_KEYS', `1:${KEY(1)}`);
const sealing = new SealedChunks(ring);
const CHUNK = 64 * 1024;

async function* inParts(content: Buffer, size: number) {
  for (let from = 0; from < content.length; from += size) yield content.subarray(from, from + size);
}
async function opened(
  sealed: Buffer,
  { context = 'evidence:1', size = 10_000, by = sealing } = {},
): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of by.open(inParts(sealed, size), context)) parts.push(part);
  return Buffer.concat(parts);
}
const bytes = (length: number) => Buffer.from(Array.from({ length }, (_, at) => (at * 31) % 251));

describe('a sealed file', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 200_000])(
    'of %i bytes opens as it was',
    async (length) => {
      const plain = bytes(length);
      for (const size of [1000, CHUNK, 1_000_000]) {
        expect((await opened(sealing.close(plain, 'evidence:1'), { size })).equals(plain)).toBe(true);
      }
    },
  );

  it('shows nothing of what it holds', () => {
    const plain = Buffer.from('NIK dan nama di dalam dokumen '.repeat(5000));
    expect(sealing.close(plain, 'evidence:1').includes('dokumen')).toBe(false);
  });

  it('opens under an older key of the ring, and not without it', async () => {
    const sealed = sealing.close(bytes(100), 'evidence:1');
    const rotated = new SealedChunks(KeyRing.parse('DATA_KEYS', `2:${KEY(2)},1:${KEY(1)}`));
    const without = new SealedChunks(KeyRing.parse('DATA_KEYS', `2:${KEY(2)}`));
    expect((await opened(sealed, { by: rotated })).equals(bytes(100))).toBe(true);
    await expect(opened(sealed, { by: without })).rejects.toThrow(
      'A sealed file does not open with DATA_KEYS.',
    );
  });

  it('opens for its own record only', async () => {
    const sealed = sealing.close(bytes(100), 'evidence:1');
    await expect(opened(sealed, { context: 'evidence:2' })).rejects.toThrow('does not open');
  });

  const whole = sealing.close(bytes(3 * CHUNK), 'evidence:1');
  const head = whole.length - 3 * (CHUNK + 16);
  const chunk = (number: number) =>
    whole.subarray(head + number * (CHUNK + 16), head + (number + 1) * (CHUNK + 16));
  it.each([
    ['a bit turned', Buffer.from(whole.map((byte, at) => (at === 70_000 ? byte ^ 1 : byte)))],
    ['its last chunk cut off', whole.subarray(0, head + 2 * (CHUNK + 16))],
    ['its last byte cut off', whole.subarray(0, -1)],
    ['two chunks changed round', Buffer.concat([whole.subarray(0, head), chunk(1), chunk(0), chunk(2)])],
    ['a chunk twice', Buffer.concat([whole.subarray(0, head), chunk(0), chunk(0), chunk(2)])],
    ['something behind it', Buffer.concat([whole, Buffer.from('x')])],
    ['nothing in it', Buffer.alloc(0)],
    ['only its head', whole.subarray(0, head)],
  ])('does not open with %s', async (_how, sealed) => {
    await expect(opened(sealed)).rejects.toThrow('A sealed file does not open with DATA_KEYS.');
  });
});

describe.each(['folder', 'bucket'])('a store in a %s', (kind) => {
  let folder: string;
  let server: BucketServer;
  let store: FileStore;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'akun-files-'));
    server = await startBucketServer();
    store =
      kind === 'folder'
        ? new FolderStore(join(folder, 'evidence'))
        : new BucketStore({ ...server, timeoutMs: 5000 });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await server.stop();
  });
  const read = async (name: string) => {
    const parts: Uint8Array[] = [];
    for await (const part of store.read(name)) parts.push(part);
    return Buffer.concat(parts);
  };

  it('gives back what was put', async () => {
    await store.put('a-1', bytes(300_000));
    expect((await read('a-1')).equals(bytes(300_000))).toBe(true);
  });

  it('replaces what had the name', async () => {
    await store.put('a-2', Buffer.from('lama'));
    await store.put('a-2', Buffer.from('baru'));
    expect((await read('a-2')).toString()).toBe('baru');
  });

  it('says so when there is nothing of the name, also after it was removed', async () => {
    await store.put('a-3', Buffer.from('x'));
    await store.remove('a-3');
    await store.remove('a-3');
    await expect(read('a-3')).rejects.toThrow(NoSuchFile);
    await expect(read('never')).rejects.toThrow(NoSuchFile);
  });

  it.each(['../keluar', 'a/b', '', 'A', 'x'.repeat(81), 'a.b'])(
    'takes no name that leads elsewhere: %j',
    async (name) => {
      await expect(store.put(name, Buffer.from('x'))).rejects.toThrow('made by the program');
      await expect(read(name)).rejects.toThrow('made by the program');
      await expect(store.remove(name)).rejects.toThrow('made by the program');
    },
  );
});

describe('the folder', () => {
  it('is closed to other users, and removing a file also removes what a dead process left of it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'akun-files-'));
    const store = new FolderStore(folder);
    await store.put('b-1', Buffer.from('x'));
    writeFileSync(join(folder, 'b-2.half'), 'setengah');
    await store.remove('b-2');
    expect(readdirSync(folder)).toEqual(['b-1']);
    expect(readFileSync(join(folder, 'b-1')).toString()).toBe('x');
    rmSync(folder, { recursive: true });
  });
});

describe('the bucket', () => {
  it('is believed only with the right key, and its trouble names neither bucket nor key', async () => {
    const server = await startBucketServer();
    const stranger = new BucketStore({ ...server, secret: 'salah', timeoutMs: 5000 });
    await expect(stranger.put('c-1', Buffer.from('x'))).rejects.toThrow(/^The file store answered 403\.$/);
    server.mode = 'down';
    const store = new BucketStore({ ...server, timeoutMs: 5000 });
    await expect(store.put('c-1', Buffer.from('x'))).rejects.toThrow(/^The file store answered 503\.$/);
    await server.stop();
    expect(server.objects.size).toBe(0);
  });
});

describe('the scanner', () => {
  let server: ClamdServer;
  beforeAll(async () => {
    server = await startClamdServer();
  });
  afterAll(() => server.stop());
  const scan = (content: Buffer) => clamd({ host: '127.0.0.1', port: server.port, timeoutMs: 300 })(content);

  it('gets the whole content and is believed in what it says', async () => {
    const clean = bytes(300_000);
    expect(await scan(clean)).toBe('CLEAN');
    expect(server.scanned.at(-1)?.equals(clean)).toBe(true);
    expect(await scan(Buffer.from('berkas dengan contoh-virus di dalam'))).toBe('INFECTED');
  });

  it.each<ClamdMode>(['error', 'hang', 'hangup', 'odd'])(
    'that answers by "%s" has given no verdict',
    async (mode) => {
      server.mode = mode;
      expect(await scan(Buffer.from('x'))).toBe('UNKNOWN');
      server.mode = 'ok';
    },
  );

  it('that is not there has given none either', async () => {
    expect(await clamd({ host: '127.0.0.1', port: 1, timeoutMs: 300 })(Buffer.from('x'))).toBe('UNKNOWN');
  });
});

describe('hands', () => {
  it('do as much at once as there are, and everything in the end, whatever fails', async () => {
    const hands = new Hands(2);
    let [busy, most, done] = [0, 0, 0];
    const work = (fails: boolean) => async () => {
      busy += 1;
      most = Math.max(most, busy);
      await new Promise((resolve) => setImmediate(resolve));
      busy -= 1;
      done += 1;
      if (fails) throw new Error('gagal');
    };
    await Promise.allSettled(Array.from({ length: 9 }, (_, one) => hands.lend(work(one % 3 === 0))));
    expect([most, done]).toEqual([2, 9]);
  });
});
