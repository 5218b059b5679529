import { mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux's folder that lies in memory. A container's may be small: then the usual one. */
const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 2 * 1024 ** 3;

/** A folder for what nobody needs after the run, where a commit is on the "disk" at once: nothing here has to outlive the machine. */
export const throwAwayFolder = (name: string): string => mkdtempSync(join(roomy() ? MEMORY : tmpdir(), name));

function roomy(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ENOUGH_BYTES;
  } catch {
    return false; // another system
  }
}
