import { connect } from 'node:net';

import type { Scan, ScanVerdict } from './scan-files.js';

const PART = 64 * 1024;
const LONGEST_REPLY = 1024;

export interface ClamdAddress {
  readonly host: string;
  readonly port: number;
  readonly timeoutMs: number;
}

/** ClamAV's daemon by its INSTREAM command: the content goes over, a path never does. Whatever is not its clear word is UNKNOWN. */
export function clamd(address: ClamdAddress): Scan {
  return async (content) => {
    try {
      return verdictOf(await ask(address, content));
    } catch {
      return 'UNKNOWN';
    }
  };
}

function ask({ host, port, timeoutMs }: ClamdAddress, content: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    const giveUp = setTimeout(() => socket.destroy(new Error('The scanner is silent.')), timeoutMs);
    let reply = '';
    socket.on('data', (part: Buffer) => {
      reply += part.toString('latin1');
      if (reply.length > LONGEST_REPLY) socket.destroy(new Error('The scanner talks too much.'));
      else if (reply.includes('\0')) socket.end();
    });
    socket.once('error', reject);
    socket.once('close', () => {
      clearTimeout(giveUp);
      resolve(reply);
    });
    socket.once('connect', () => {
      socket.write('zINSTREAM\0');
      for (let from = 0; from < content.length; from += PART) {
        const part = content.subarray(from, from + PART);
        socket.write(lengthOf(part));
        socket.write(part);
      }
      socket.write(lengthOf(Buffer.alloc(0)));
    });
  });
}

function lengthOf(part: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(part.length);
  return length;
}

/** `stream: OK`, `stream: <name> FOUND`; the name is nobody's business here. */
function verdictOf(reply: string): ScanVerdict {
  if (!reply.endsWith('\0')) return 'UNKNOWN';
  if (reply === 'stream: OK\0') return 'CLEAN';
  return /^stream: .+ FOUND\0$/.test(reply) ? 'INFECTED' : 'UNKNOWN';
}
