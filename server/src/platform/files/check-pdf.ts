import { type PdfStream, partsOf, unpack } from './pdf-parts.js';

export type PdfFault =
  | 'BROKEN'
  | 'SOMETHING_ELSE_TOO'
  | 'ENCRYPTED'
  | 'ACTIVE'
  | 'TOO_MANY_PAGES'
  | 'UNPACKS_TOO_LARGE';

export type CheckedPdf = { readonly fault: null; readonly pages: number } | { readonly fault: PdfFault };

export interface PdfLimits {
  readonly pages: number;
  /** Bytes that all its streams may unpack to. */
  readonly unpacked: number;
}

const HEADER = /^%PDF-[12]\.\d[\r\n]/;
const END = /startxref\s+\d+\s+%%EOF[\s\0]*$/;
const ENCRYPTED = /\/Encrypt(?![A-Za-z0-9])/;
/** Actions and attachments that no scanned or printed document needs. */
const ACTIVE = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z0-9])/;
const PACKED = /\/(?:FlateDecode|Fl)(?![A-Za-z0-9])/;
const OBJECTS = /\/ObjStm(?![A-Za-z0-9])/;
const PAGE = /\/Type\s*\/Page(?![A-Za-z0-9])/g;
const TAIL = 1200;

/**
 * Looks at a PDF without rendering it: one whole document that begins and ends as such, readable without a password,
 * without scripts or attachments, with no more pages and nothing larger in it than allowed.
 */
export async function checkPdf(content: Buffer, limits: PdfLimits): Promise<CheckedPdf> {
  const text = content.toString('latin1');
  if (!HEADER.test(text)) return { fault: 'BROKEN' };
  if (!END.test(text.slice(-TAIL))) {
    return { fault: text.includes('%%EOF') ? 'SOMETHING_ELSE_TOO' : 'BROKEN' };
  }
  const parts = partsOf(text);
  if (!parts) return { fault: 'BROKEN' };
  const objects = await objectsIn(content, parts.streams, limits.unpacked);
  if (!objects) return { fault: 'UNPACKS_TOO_LARGE' };
  const said = [parts.outside, ...objects].map(plainNames).join('\n');
  if (ENCRYPTED.test(said)) return { fault: 'ENCRYPTED' };
  if (ACTIVE.test(said)) return { fault: 'ACTIVE' };
  const pages = said.match(PAGE)?.length ?? 0;
  if (pages === 0) return { fault: 'BROKEN' };
  return pages > limits.pages ? { fault: 'TOO_MANY_PAGES' } : { fault: null, pages };
}

/** A name may be written with numbers for letters: `/#4aS` is `/JS`. */
const plainNames = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** What object streams hold; every other packed stream is only measured. Null when all together are more than `most`. */
async function objectsIn(content: Buffer, streams: readonly PdfStream[], most: number) {
  const objects: string[] = [];
  let left = most;
  for (const { dictionary, from, to } of streams) {
    const named = plainNames(dictionary);
    if (!PACKED.test(named)) continue;
    const unpacked = await unpack(content.subarray(from, to), left, OBJECTS.test(named));
    if (!unpacked) return null;
    left -= unpacked.length;
    if (unpacked.text) objects.push(unpacked.text);
  }
  return objects;
}
