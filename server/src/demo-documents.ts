import type { EvidenceKind } from './features/email-replacement/evidence-kind.js';
import { pictures } from './platform/files/pictures.js';

const TITLES: Readonly<Record<EvidenceKind, string>> = {
  ID_CARD: 'KARTU TANDA PENDUDUK',
  SELFIE_WITH_ID: 'SWAFOTO DENGAN KTP',
  REQUEST_LETTER: 'SURAT PERMOHONAN',
  POWER_OF_ATTORNEY: 'SURAT KUASA',
  DEED: 'AKTA PENDIRIAN',
  PROXY_ID: 'KTP PENERIMA KUASA',
  OTHER: 'SURAT PENUNJUKAN',
};

/** A picture that is plainly no document: a title, the invented name, and CONTOH across it. */
export async function drawDocument(kind: EvidenceKind, name: string): Promise<Buffer> {
  const card = kind === 'ID_CARD' || kind === 'PROXY_ID';
  const [width, height] = card ? [860, 540] : [700, 900];
  const lines = Array.from({ length: card ? 5 : 14 }, (_, line) => {
    const length = width * (0.35 + ((line * 37) % 40) / 100);
    return `<rect x="60" y="${200 + line * 44}" width="${length}" height="14" rx="7" fill="#9aa5b1"/>`;
  });
  const face = kind === 'SELFIE_WITH_ID' || card ? portrait(width, card) : '';
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif">
    <rect width="100%" height="100%" fill="${card ? '#dcecf7' : '#fbfaf6'}"/>
    <text x="60" y="90" font-size="38" font-weight="bold" fill="#1f2933">${TITLES[kind]}</text>
    <text x="60" y="150" font-size="30" fill="#1f2933">${name.replace(/[&<>]/g, '')}</text>
    ${lines.join('')}${face}
    <text x="${width / 2}" y="${height / 2}" font-size="110" fill="#c0392b" fill-opacity="0.25" text-anchor="middle"
      transform="rotate(-24 ${width / 2} ${height / 2})">CONTOH</text></svg>`;
  const draw = await pictures();
  return draw(Buffer.from(drawing)).png().toBuffer();
}

const portrait = (width: number, card: boolean): string => {
  const [x, y] = card ? [width - 150, 300] : [width / 2, 480];
  const scale = card ? 1 : 1.8;
  return `<g transform="translate(${x} ${y}) scale(${scale})">
    <rect x="-95" y="-130" width="190" height="240" fill="#b8c9d9"/>
    <circle cx="0" cy="-40" r="52" fill="#8a6d5a"/><path d="M-85 110 Q0 -20 85 110 Z" fill="#52606d"/></g>`;
};
