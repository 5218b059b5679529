import { deflateSync } from 'node:zlib';

import sharp from 'sharp';

/** A picture of one colour in stripes, drawn here; `more` goes to sharp's output. */
export async function picture(format: 'jpeg' | 'png', width = 640, height = 400): Promise<Buffer> {
  const stripe = { create: { width, height: 20, channels: 3 as const, background: '#334488' } };
  const image = sharp({ create: { width, height, channels: 3, background: '#eeeedd' } }).composite([
    { input: await sharp(stripe).png().toBuffer(), top: 10, left: 0 },
  ]);
  return format === 'jpeg' ? image.jpeg().toBuffer() : image.png().toBuffer();
}

/** A photograph as a phone writes it: turned by a mark, with a place, a maker and a time. */
export async function photograph(): Promise<Buffer> {
  const plain = await picture('jpeg', 300, 200);
  return sharp(plain)
    .withExif({
      IFD0: { Make: 'Contoh', Model: 'Kamera Contoh', ImageDescription: 'rahasia di dalam foto' },
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '6/1 12/1 30/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '106/1 49/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

export interface PdfParts {
  readonly pages?: number;
  /** Added to the catalogue, as it would stand there. */
  readonly catalogue?: string;
  readonly trailer?: string;
  /** Packed into a stream of its own. */
  readonly packed?: Buffer;
  readonly before?: string;
  readonly behind?: string;
  /** Pages inside a packed object stream, as newer programs write them. */
  readonly inObjects?: boolean;
}

/** A whole document of empty pages, with an honest table of its objects. */
export function pdf({
  pages = 1,
  catalogue = '',
  trailer = '',
  packed,
  before = '',
  behind = '',
  inObjects,
}: PdfParts = {}): Buffer {
  const kids = Array.from({ length: pages }, (_, page) => `${page + 10} 0 R`).join(' ');
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';
  const objects: string[] = [`1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalogue} >>\nendobj`];
  const pageNumbers = Array.from({ length: pages }, (_, number) => number + 10);
  const tree = `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`;
  if (inObjects) {
    const inner = [tree, ...pageNumbers.map(() => page)].join('\n');
    objects.push(
      `2 0 obj\n${stream(deflateSync(inner), '/Type /ObjStm /Filter /FlateDecode /N 2 /First 0')}\nendobj`,
    );
  } else {
    objects.push(`2 0 obj\n${tree}\nendobj`);
    for (const number of pageNumbers) objects.push(`${number} 0 obj\n${page}\nendobj`);
  }
  if (packed) objects.push(`3 0 obj\n${stream(deflateSync(packed), '/Filter /FlateDecode')}\nendobj`);
  const body = `%PDF-1.7\n${objects.join('\n')}\n`;
  const table = `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R /Size ${objects.length + 1} ${trailer} >>\n`;
  return Buffer.from(`${before}${body}${table}startxref\n${body.length}\n%%EOF\n${behind}`, 'latin1');
}

function stream(content: Buffer, dictionary: string): string {
  return `<< ${dictionary} /Length ${content.length} >>\nstream\n${content.toString('latin1')}\nendstream`;
}
