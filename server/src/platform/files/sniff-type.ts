import { fileTypeFromBuffer } from 'file-type';

/** What the bytes say they are, whatever anybody called them; null when nothing known, as of text or nothing at all. */
export async function sniffType(content: Buffer): Promise<string | null> {
  return (await fileTypeFromBuffer(content))?.mime ?? null;
}
