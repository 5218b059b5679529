import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import type { KeyRing } from '../crypto/key-ring.js';

const MARK = Buffer.from('AKF1');
const CHUNK = 64 * 1024;
const PREFIX_BYTES = 7;
const TAG_BYTES = 16;
const HEAD_BYTES = MARK.length + 2 + PREFIX_BYTES;
const SEALED_CHUNK = CHUNK + TAG_BYTES;
const CIPHER = 'aes-256-gcm';
const TAG = { authTagLength: TAG_BYTES };

/**
 * Files under AES-256-GCM in chunks of 64 KB, so that one is read in little memory and nothing unproven is handed on. Every
 * nonce holds the chunk's number and whether it is the last: chunks cannot be moved, repeated or cut off. `context` names
 * record and field, as in `Seal`.
 */
export class SealedChunks {
  constructor(private readonly ring: KeyRing) {}

  close(plain: Buffer, context: string): Buffer {
    const { id, secret } = this.ring.newest;
    const prefix = randomBytes(PREFIX_BYTES);
    const head = Buffer.concat([MARK, Buffer.from([id >> 8, id & 0xff]), prefix]);
    const parts = [head];
    const chunks = Math.max(1, Math.ceil(plain.length / CHUNK));
    for (let number = 0; number < chunks; number += 1) {
      const cipher = createCipheriv(CIPHER, secret, nonce(prefix, number, number === chunks - 1), TAG);
      cipher.setAAD(Buffer.from(context));
      const body = cipher.update(plain.subarray(number * CHUNK, (number + 1) * CHUNK));
      parts.push(body, cipher.final(), cipher.getAuthTag());
    }
    return Buffer.concat(parts);
  }

  /** The key that the file was sealed with, as its first bytes say. */
  keyIdOf(head: Uint8Array): number {
    return Buffer.from(head).readUInt16BE(MARK.length);
  }

  /** Throws one and the same error for a wrong context, an unknown key and anything damaged, moved or cut off. */
  async *open(sealed: AsyncIterable<Uint8Array>, context: string): AsyncGenerator<Buffer> {
    let opening: { readonly key: ReturnType<KeyRing['get']>; readonly prefix: Buffer } | undefined;
    let number = 0;
    let waiting = Buffer.alloc(0);
    for await (const part of sealed) {
      waiting = Buffer.concat([waiting, part]);
      if (!opening && waiting.length >= HEAD_BYTES) {
        opening = this.#head(waiting.subarray(0, HEAD_BYTES));
        waiting = waiting.subarray(HEAD_BYTES);
      }
      // One byte more than a chunk has to be there: only then it is certain not to be the last.
      while (opening && waiting.length > SEALED_CHUNK) {
        yield this.#chunk(opening, { number, last: false }, waiting.subarray(0, SEALED_CHUNK), context);
        waiting = waiting.subarray(SEALED_CHUNK);
        number += 1;
      }
    }
    if (!opening) throw unopened(this.ring);
    yield this.#chunk(opening, { number, last: true }, waiting, context);
  }

  #head(head: Buffer) {
    const key = this.ring.get(head.readUInt16BE(MARK.length));
    if (!key || !head.subarray(0, MARK.length).equals(MARK)) throw unopened(this.ring);
    return { key, prefix: head.subarray(HEAD_BYTES - PREFIX_BYTES) };
  }

  #chunk(
    { key, prefix }: { readonly key: ReturnType<KeyRing['get']>; readonly prefix: Buffer },
    { number, last }: { readonly number: number; readonly last: boolean },
    sealed: Buffer,
    context: string,
  ): Buffer {
    if (!key || sealed.length < TAG_BYTES) throw unopened(this.ring);
    try {
      const decipher = createDecipheriv(CIPHER, key.secret, nonce(prefix, number, last), TAG);
      decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
      return Buffer.concat([
        decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)),
        decipher.final(),
      ]);
    } catch {
      throw unopened(this.ring);
    }
  }
}

function nonce(prefix: Buffer, number: number, last: boolean): Buffer {
  const tail = Buffer.alloc(5);
  tail.writeUInt32BE(number);
  tail[4] = last ? 1 : 0;
  return Buffer.concat([prefix, tail]);
}

const unopened = (ring: KeyRing) => new Error(`A sealed file does not open with ${ring.setting}.`);
