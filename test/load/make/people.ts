import { LessThanOrEqual } from 'typeorm';

import type { Database } from '../../../server/src/platform/database/transact.js';
import { Region } from '../../../server/src/platform/regions/region.entity.js';

/** One village a regency or city; an address there lies in that office's hands. */
export interface Place {
  readonly code: string;
  readonly name: string;
}

export interface Person {
  readonly number: number;
  readonly username: string;
  readonly fullName: string;
  readonly female: boolean;
  /** `1984-03-17` */
  readonly birthDate: string;
  readonly nik: string;
  readonly email: string;
  /** E.164; three in five have one. */
  readonly phone: string | null;
  readonly place: Place;
}

// Plain words of one's own, with the name that domain.md 4 keeps for what is invented.
const FIRST = [
  ...['Sutinah', 'Budi', 'Siti', 'Wayan', 'Yohana', 'Agus', 'Dewi', 'Made', 'Rina', 'Eko', 'Nur', 'Slamet'],
  ...['Ketut', 'Tuti', 'Andi', 'Ratna', 'Joko', 'Maria', 'Hasan', 'Lestari', 'Bambang', 'Intan', 'Yusuf'],
];
const LAST = [
  ...[
    'Wirawan',
    'Lestari',
    'Santosa',
    'Wijaya',
    'Utami',
    'Pratama',
    'Hidayat',
    'Rahayu',
    'Nugraha',
    'Saputra',
  ],
  ...['Kusuma', 'Permata', 'Setiawan', 'Handayani', 'Gunawan', 'Purnama', 'Susanti', 'Hakim', 'Maulana'],
];

/** Even draws that are the same every time: whoever knows the number knows the person. */
export function drawn(number: number, salt: number): number {
  let mixed = Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}

const oneOf = <T>(all: readonly T[], draw: number): T => all[Math.floor(draw * all.length)] as T;
const digits = (value: number, length: number) => `${value}`.padStart(length, '0');

export const usernameOf = (number: number): string => `beban${digits(number, 8)}`;

/** Nobody real: serials 99xx, phones in block 0860, addresses at example.com (domain.md 4). */
export function personAt(number: number, places: Places): Person {
  const first = oneOf(FIRST, drawn(number, 1));
  const female = drawn(number, 2) < 0.5;
  const place = places.at(drawn(number, 3), drawn(number, 4));
  const born = bornOf(number);
  const phone = drawn(number, 5) < 0.6 ? `+62860${100_000_000 + number}` : null;
  return {
    number,
    username: usernameOf(number),
    fullName:
      drawn(number, 6) < 0.15 ? `${first} Contoh` : `${first} Contoh ${oneOf(LAST, drawn(number, 7))}`,
    female,
    birthDate: born.toISOString().slice(0, 10),
    nik: nikOf(number, place, born, female),
    email: `${first.toLowerCase()}.${number}@example.com`,
    phone,
    place,
  };
}

const FIRST_BIRTHDAY = Date.UTC(1955, 0, 1);
const DAYS = 18_262; // fifty years
const SERIALS = 100;

const bornOf = (number: number): Date =>
  new Date(FIRST_BIRTHDAY + (Math.floor(number / SERIALS) % DAYS) * 86_400_000);

/** Day and serial alone tell the first 1.8 million people apart, the district the next. */
function nikOf(number: number, { code }: Place, born: Date, female: boolean): string {
  const [province, regency] = code.split('.');
  const district = digits(1 + (Math.floor(number / SERIALS / DAYS) % 99), 2);
  const day = digits(born.getUTCDate() + (female ? 40 : 0), 2);
  const rest = digits(born.getUTCMonth() + 1, 2) + digits(born.getUTCFullYear() % 100, 2);
  return `${province}${regency}${district}${day}${rest}${9900 + (number % SERIALS)}`;
}

/** West, Central and East Java hold 46 % of the people (domain.md 6); one in fifty lives where the demo agents work. */
const JAVA = new Set(['32', '33', '35']);
const DEMO_OFFICE = '33.74';

export class Places {
  readonly #java: readonly Place[];
  readonly #demo: readonly Place[];

  constructor(readonly all: readonly Place[]) {
    const java = all.filter(({ code }) => JAVA.has(code.slice(0, 2)));
    const demo = all.filter(({ code }) => code.startsWith(DEMO_OFFICE));
    [this.#java, this.#demo] = [java.length > 0 ? java : all, demo.length > 0 ? demo : all];
  }

  at(share: number, draw: number): Place {
    return oneOf(share < 0.02 ? this.#demo : share < 0.46 ? this.#java : this.all, draw);
  }

  static async read({ rows }: Database): Promise<Places> {
    const above = await rows.findBy(Region, { level: LessThanOrEqual(3) });
    const villages = await rows
      .createQueryBuilder(Region, 'region')
      .select(['MIN(region.code) AS code', 'MIN(region.name) AS name'])
      .where('region.level = 4')
      .groupBy('SUBSTR(region.code, 1, 5)')
      .orderBy('code')
      .getRawMany<{ code: string; name: string }>();
    const names = new Map(above.map(({ code, name }) => [code, name]));
    const pathOf = ({ code, name }: Place) =>
      [name, ...[8, 5, 2].map((length) => names.get(code.slice(0, length)) ?? '')].join(', ');
    const places = villages.map((village) => ({ code: village.code, name: pathOf(village) }));
    // A name with an apostrophe would need quoting; its regency has neighbours.
    return new Places(places.filter(({ name }) => !name.includes("'")));
  }
}
