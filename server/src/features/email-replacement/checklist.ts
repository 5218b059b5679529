import type { Words } from '../../platform/words/language.js';
import type { ReplacementRequest } from './replacement-request.entity.js';
import { RequesterKind } from './requester-kind.js';

/** What people look at; at most four for any case, each about a document that the case needs. */
const BY_HAND = {
  ID_READABLE: { id: 'KTP terbaca dan cocok dengan data', en: 'The identity card is legible and agrees' },
  FACE_MATCHES: { id: 'Wajah pada swafoto sama dengan KTP', en: 'The selfie shows the face on the card' },
  DEED_NAMES_PERSON: {
    id: 'Akta atau SK AHU menyebut penanggung jawab',
    en: 'The deed or decree names the responsible person',
  },
  LETTER_GENUINE: { id: 'Surat permohonan perusahaan sah', en: 'The letter of the company is genuine' },
  POWER_VALID: {
    id: 'Surat kuasa sah; penerima kuasa dan kedudukannya jelas',
    en: 'The power of attorney is valid; proxy and capacity are clear',
  },
} as const satisfies Record<string, Words>;

export type HandItem = keyof typeof BY_HAND;

/** What the system ticks by itself, with proof in the database. */
const BY_SYSTEM = {
  NEW_EMAIL_PROVEN: { id: 'Email baru terbukti', en: 'The new email is proven' },
  OLD_CHANNEL_CONFIRMED: {
    id: 'Kanal lama mengonfirmasi, atau tidak ada yang tersisa',
    en: 'An old channel confirmed, or none is left',
  },
  OLD_CHANNELS_TOLD: { id: 'Kanal lama sudah dikabari', en: 'The old channels have been told' },
  EMAIL_FREE: { id: 'Email baru belum dipakai akun lain', en: 'The new email belongs to no other account' },
} as const satisfies Record<string, Words>;

export type SystemItem = keyof typeof BY_SYSTEM;

export interface ListItem {
  readonly code: string;
  readonly words: Words;
  readonly automatic: boolean;
  readonly done: boolean;
}

/** Which of them a case needs, by who asks for what. */
export function handItems({
  position,
  requester,
}: Pick<ReplacementRequest, 'position' | 'requester'>): HandItem[] {
  const own: HandItem[] =
    position === null
      ? ['ID_READABLE', 'FACE_MATCHES']
      : ['ID_READABLE', 'DEED_NAMES_PERSON', 'LETTER_GENUINE'];
  return requester === RequesterKind.OWNER ? own : [...own, 'POWER_VALID'];
}

export function checklistOf(
  request: ReplacementRequest,
  proofs: Readonly<Record<SystemItem, boolean>>,
  ticked: readonly string[],
): ListItem[] {
  const system = (Object.keys(BY_SYSTEM) as SystemItem[]).map((code) => ({
    ...{ code, words: BY_SYSTEM[code], automatic: true, done: proofs[code] },
  }));
  return [...system, ...handChecklist(request, ticked)];
}

/** What people look at, alone. */
export const handChecklist = (request: ReplacementRequest, ticked: readonly string[] = []): ListItem[] =>
  handItems(request).map((code) => ({
    ...{ code, words: BY_HAND[code], automatic: false, done: ticked.includes(code) },
  }));
