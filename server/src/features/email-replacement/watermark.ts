import { pictures } from '../../platform/files/pictures.js';
import { officeTime } from './replacement-review.messages.js';

export interface Looker {
  readonly name: string;
  readonly at: Date;
  readonly zone: string;
}

/** The picture with who looks at it and when across it, so that a photograph of the screen names its source. */
export async function watermarked(picture: Buffer, { name, at, zone }: Looker): Promise<Buffer> {
  const draw = await pictures();
  const image = draw(picture);
  const { width, height } = await image.metadata();
  const words = escaped(`${name} · ${officeTime(at, zone, 'id')}`);
  const size = Math.max(12, Math.round(width / 40));
  const step = size * 9;
  const lines = Array.from({ length: Math.ceil((height + width) / step) }, (_, line) => {
    const y = line * step;
    const row = Array(REPEATS).fill(words).join('\u2003');
    return `<text x="0" y="${y}" transform="rotate(-20 0 ${y})" font-size="${size}">${row}</text>`;
  });
  const overlay = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <g font-family="sans-serif" fill="#000" fill-opacity="0.28" stroke="#fff" stroke-opacity="0.3" stroke-width="0.6">
    ${lines.join('')}</g></svg>`;
  return image
    .composite([{ input: Buffer.from(overlay) }])
    .png()
    .toBuffer();
}

/** Across the widest line: the words are some 18 times as long as their letters are high, the picture 40 times. */
const REPEATS = 4;

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);
