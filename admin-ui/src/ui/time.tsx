import { useLingui } from '@lingui/react';
import { createContext, useContext } from 'react';

import { LOCALES } from './catalogues';

/** The zone of the office, so that two people on the phone mean the same hour. */
export const ZoneContext = createContext('Asia/Jakarta');

type Form = 'time' | 'day' | 'full' | 'exact';

const FORMS: Readonly<Record<Form, Intl.DateTimeFormatOptions>> = {
  time: { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  full: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  exact: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  },
};

/** Writes times in the language of the page and the zone of the office: `23 Nov 2026, 14.05 WIB`. */
export function useTimeWords(): (at: string | number, form?: Form) => string {
  const { i18n } = useLingui();
  const timeZone = useContext(ZoneContext);
  const locale = LOCALES[i18n.locale === 'en' ? 'en' : 'id'];
  return (at, form = 'full') =>
    formatOf(locale, form, timeZone)
      .format(new Date(at))
      .replace(/GMT\+([789])/, (_, hours: '7' | '8' | '9') => ABBREVIATED[hours]);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once each: to make one takes a hundred times as long as to use it, and a list uses it in every row. */
function formatOf(locale: string, form: Form, timeZone: string): Intl.DateTimeFormat {
  const name = `${locale} ${form} ${timeZone}`;
  const known = formats.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...FORMS[form], timeZone, hourCycle: 'h23' });
  formats.set(name, made);
  return made;
}

/** What some browsers do not know outside the Indonesian locale. */
const ABBREVIATED = { 7: 'WIB', 8: 'WITA', 9: 'WIT' } as const;

export function Time({ at, form }: { at: string; form?: Form }) {
  const words = useTimeWords();
  return (
    <time dateTime={at} className="number">
      {words(at, form)}
    </time>
  );
}

/** `4.05`: minutes and seconds that remain; nothing below zero. */
export function minutesLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, '0')}`;
}
