import type { Readable } from 'node:stream';

export type Received =
  | { readonly outcome: 'WHOLE'; readonly content: Buffer }
  | { readonly outcome: 'TOO_LONG' | 'TOO_SHORT' | 'CUT_OFF' };

/** Exactly `size` bytes of a body, in memory and nowhere else; reading stops at the first byte too many. */
export async function receiveBody(body: Readable, size: number): Promise<Received> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    // Left open: whoever sent too much is still to be told so on this connection.
    for await (const part of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > size) return { outcome: 'TOO_LONG' };
      parts.push(part);
    }
  } catch {
    return { outcome: 'CUT_OFF' }; // the sender hung up
  }
  if (length < size) return { outcome: 'TOO_SHORT' };
  return { outcome: 'WHOLE', content: Buffer.concat(parts) };
}
