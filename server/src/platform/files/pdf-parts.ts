import { createInflate } from 'node:zlib';

export interface PdfParts {
  /** Everything outside of streams: dictionaries, trailers. */
  readonly outside: string;
  readonly streams: readonly PdfStream[];
}

export interface PdfStream {
  /** What stands before it, its dictionary included. */
  readonly dictionary: string;
  readonly from: number;
  readonly to: number;
}

const LONGEST_DICTIONARY = 4096;

/** A stream begins behind its dictionary and nowhere else: the word in a comment would hide what follows it. */
const BEGIN = />>[\s\0]*stream(?:\r\n|\n|\r)/g;

/** A document taken apart in one pass, whatever stands in it; null when a stream has no end. What streams hold is data: a picture's bytes may spell anything. */
export function partsOf(text: string): PdfParts | null {
  const outside: string[] = [];
  const streams: PdfStream[] = [];
  let at = 0;
  for (;;) {
    const begin = nextBegin(text, at);
    if (!begin) break;
    const to = text.indexOf('endstream', begin.from);
    if (to < 0) return null;
    const before = text.slice(at, begin.at);
    outside.push(before);
    streams.push({ dictionary: before.slice(-LONGEST_DICTIONARY), from: Math.min(begin.from, to), to });
    at = to + 'endstream'.length;
  }
  outside.push(text.slice(at));
  return { outside: outside.join('\n'), streams };
}

function nextBegin(text: string, at: number): { at: number; from: number } | null {
  BEGIN.lastIndex = at;
  for (let found = BEGIN.exec(text); found; found = BEGIN.exec(text)) {
    const line = Math.max(text.lastIndexOf('\n', found.index), text.lastIndexOf('\r', found.index)) + 1;
    // Behind a "%" it is a comment, or a text that looks like one; then what follows is looked at as well.
    const end = found.index + 2; // its ">>" belongs to the dictionary
    if (!text.slice(line, found.index).includes('%')) return { at: end, from: BEGIN.lastIndex };
  }
  return null;
}

export interface Unpacked {
  readonly length: number;
  readonly text: string;
}

/** Null beyond `most` bytes. A damaged stream ends where its damage begins: readers show it so far, too. */
export function unpack(packed: Buffer, most: number, keep: boolean): Promise<Unpacked | null> {
  return new Promise((resolve) => {
    const inflating = createInflate();
    const parts: Buffer[] = [];
    let length = 0;
    const done = () => resolve({ length, text: Buffer.concat(parts).toString('latin1') });
    inflating.on('data', (part: Buffer) => {
      length += part.length;
      if (keep) parts.push(part);
      if (length <= most) return;
      inflating.destroy();
      resolve(null);
    });
    inflating.once('end', done).once('error', done);
    inflating.end(packed);
  });
}
