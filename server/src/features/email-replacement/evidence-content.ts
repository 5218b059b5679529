import { checkPdf } from '../../platform/files/check-pdf.js';
import { cleanImage } from '../../platform/files/clean-image.js';
import { sniffType } from '../../platform/files/sniff-type.js';
import type { EvidenceFault } from './evidence-fault.js';

export type EvidenceType = 'image/jpeg' | 'image/png' | 'application/pdf';

const TYPES: ReadonlySet<string> = new Set<EvidenceType>(['image/jpeg', 'image/png', 'application/pdf']);
const MB = 1_000_000;
/** Twenty pages scanned in grey at 200 dpi unpack to 78 MB. */
const UNPACKED = 128 * MB;

/** As a browser declares it; null for anything that is not taken. `image/jpg` is nobody's standard and everybody's habit. */
export function readEvidenceType(raw: string): EvidenceType | null {
  const type = raw.trim().toLowerCase().replace(/;.*$/, '').trim();
  const named = type === 'image/jpg' ? 'image/jpeg' : type;
  return TYPES.has(named) ? (named as EvidenceType) : null;
}

export interface ContentLimits {
  /** EVIDENCE_MAX_MP, EVIDENCE_MAX_PAGES. */
  readonly megapixels: number;
  readonly pages: number;
}

export type Checked =
  | { readonly fault: null; readonly content: Buffer; readonly pages: number | null }
  | { readonly fault: EvidenceFault };

/** What may be kept of an upload: a picture drawn anew, or a document that was looked through. */
export async function checkContent(
  content: Buffer,
  type: EvidenceType,
  { megapixels, pages }: ContentLimits,
): Promise<Checked> {
  if (content.length === 0) return { fault: 'EMPTY' };
  const sniffed = await sniffType(content);
  if (sniffed !== type)
    return { fault: sniffed && TYPES.has(sniffed) ? 'NOT_AS_DECLARED' : 'TYPE_NOT_ALLOWED' };
  if (type === 'application/pdf') {
    const pdf = await checkPdf(content, { pages, unpacked: UNPACKED });
    return pdf.fault === null ? { fault: null, content, pages: pdf.pages } : pdf;
  }
  const image = await cleanImage(content, type, { pixels: megapixels * MB });
  return image.outcome === 'CLEAN'
    ? { fault: null, content: image.content, pages: null }
    : { fault: image.outcome };
}
