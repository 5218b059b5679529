import { AwsClient } from 'aws4fetch';

import { assertFileName, type FileStore, NoSuchFile } from './file-store.js';

export interface Bucket {
  /** Address of the bucket without a slash at its end: `https://objects.example.test/evidence`. */
  readonly url: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
  readonly timeoutMs: number;
}

/** A bucket that speaks the S3 protocol, in path style, requests signed with SigV4. A PUT appears whole or not at all. */
export class BucketStore implements FileStore {
  readonly #client: AwsClient;

  constructor(private readonly bucket: Bucket) {
    const { keyId: accessKeyId, secret: secretAccessKey, region } = bucket;
    // Its own retries would outlast the uploader's patience.
    this.#client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  }

  async put(name: string, sealed: Buffer): Promise<void> {
    const headers = { 'content-type': 'application/octet-stream' };
    await this.#ask('PUT', name, { body: new Uint8Array(sealed), headers });
  }

  async *read(name: string): AsyncIterable<Uint8Array> {
    const { body } = await this.#ask('GET', name);
    if (body) yield* body as unknown as AsyncIterable<Uint8Array>;
  }

  async remove(name: string): Promise<void> {
    try {
      await this.#ask('DELETE', name);
    } catch (error) {
      if (!(error instanceof NoSuchFile)) throw error;
    }
  }

  async #ask(method: string, name: string, more: RequestInit = {}): Promise<Response> {
    assertFileName(name);
    const { url, timeoutMs } = this.bucket;
    const signal = AbortSignal.timeout(timeoutMs);
    const reply = await this.#client.fetch(`${url}/${name}`, { ...more, method, signal, redirect: 'manual' });
    if (reply.ok) return reply;
    await reply.body?.cancel();
    if (reply.status === 404) throw new NoSuchFile();
    throw new Error(`The file store answered ${reply.status}.`); // its own text may name the bucket
  }
}
