import { languageNow } from './language.tsx';

/** Which of the country's three zones this device lives in; Jakarta's for a device elsewhere. */
const ZONES: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

function zone(): readonly [string, string] {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const name = ZONES[here];
  return name ? [here, name] : ['Asia/Jakarta', 'WIB'];
}

/** `14.05 WIB`, with the day when that is not today. */
export function clockTime(iso: string, now: number): string {
  const [timeZone, name] = zone();
  const day = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone });
  const at = new Date(iso);
  if (day.format(at) !== day.format(now)) return dayAndTime(iso);
  return `${format(at, { hour: '2-digit', minute: '2-digit', timeZone })} ${name}`;
}

/** `23 Nov 2026 14.05 WIB`. */
export function dayAndTime(iso: string): string {
  const [timeZone, name] = zone();
  const at = new Date(iso);
  const day = format(at, { day: 'numeric', month: 'short', year: 'numeric', timeZone });
  return `${day} ${format(at, { hour: '2-digit', minute: '2-digit', timeZone })} ${name}`;
}

/** Points between hours and minutes in Indonesian, colons in English. */
function format(at: Date, options: Intl.DateTimeFormatOptions): string {
  const locale = languageNow() === 'en' ? 'en-GB' : 'id-ID';
  return new Intl.DateTimeFormat(locale, { ...options, hourCycle: 'h23' }).format(at);
}
