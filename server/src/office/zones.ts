/** Provinces by their first two digits (domain.md 4.12); none of the zones has daylight saving. */
const WITA = new Set(['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76']);
const WIT = new Set(['81', '82', '91', '92', '93', '94', '95', '96']);

/** The IANA zone a region's offices keep; the centre sits in Jakarta. */
export function zoneOf(regionCode: string | null): string {
  const province = regionCode?.slice(0, 2) ?? '';
  if (WITA.has(province)) return 'Asia/Makassar';
  return WIT.has(province) ? 'Asia/Jayapura' : 'Asia/Jakarta';
}
