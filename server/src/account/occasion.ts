import type { Language } from '../platform/words/language.js';

/** When and from what something was done, as a notice tells it (R47). */
export interface Occasion {
  /** Jakarta time, written out. */
  readonly at: string;
  readonly device: string;
}

export function occasionOf(
  { device }: { readonly device: string | null },
  at: Date,
  language: Language,
): Occasion {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Jakarta',
  });
  return {
    at: `${format.format(at)} WIB`,
    device: device ?? { id: 'tidak dikenal', en: 'unknown' }[language],
  };
}
