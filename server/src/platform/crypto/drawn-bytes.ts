import { randomFillSync } from 'node:crypto';

/** Drawn ahead: the system's generator takes as long for ten bytes as for thousands. */
const drawn = Buffer.alloc(4096);
let used = drawn.length;

/** Random bytes nobody was or will be given; good until the next call, for ids and nonces. Secrets are drawn one by one. */
export function drawnBytes(count: number): Buffer {
  if (used + count > drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += count;
  return drawn.subarray(used - count, used);
}
