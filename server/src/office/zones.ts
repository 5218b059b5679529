/** Provinces by their first two digits (domain.md 4.12); none of the zones has daylight saving. */
const WITA = new Set(['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76']);
const WIT = new Set(['81', '82', '91', '92', '93', '94', '95', '96']);

const CALLED: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** `14.42 WIB`, and on another day than `now` `26/11 14.42 WIB`. */
export function clockTime(at: Date, zone: string, now: Date): string {
  const day = (moment: Date) =>
    moment.toLocaleDateString('id-ID', { timeZone: zone, day: '2-digit', month: '2-digit' });
  const time = at.toLocaleTimeString('id-ID', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  return `${day(at) === day(now) ? '' : `${day(at)} `}${time} ${CALLED[zone] ?? zone}`;
}

/** The IANA zone a region's offices keep; the centre sits in Jakarta. */
export function zoneOf(regionCode: string | null): string {
  const province = regionCode?.slice(0, 2) ?? '';
  if (WITA.has(province)) return 'Asia/Makassar';
  return WIT.has(province) ? 'Asia/Jayapura' : 'Asia/Jakarta';
}
