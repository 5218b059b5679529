import { PersonalData } from '../../../server/src/account/personal-data.js';
import type { House } from '../../../server/src/compose.js';
import { BlindIndex } from '../../../server/src/platform/crypto/blind-index.js';
import { type Key, KeyRing } from '../../../server/src/platform/crypto/key-ring.js';
import { Seal } from '../../../server/src/platform/crypto/seal.js';
import type { Place } from './people.js';
import type { Shapes } from './table-text.js';

/** All that a thread is told which makes accounts: plain data, since nothing else crosses over. */
export interface Order {
  readonly shapes: Shapes;
  readonly places: readonly Place[];
  readonly keys: Readonly<Record<'DATA_KEYS' | 'INDEX_KEYS' | 'SECRET_KEYS', string>>;
  readonly regionListVersion: string;
  readonly retainTraceD: number;
  /** One for all: a hash for each would take three hours for a million. */
  readonly passwordHash: string;
  readonly now: Date;
  /** The number of the first, and when the first and each further one registered. */
  readonly first: number;
  readonly since: Date;
  readonly everyMs: number;
}

/** What rows are made with. */
export interface Making {
  readonly shapes: Shapes;
  readonly personal: PersonalData;
  readonly index: BlindIndex;
  readonly key: Key;
  readonly regionListVersion: string;
  readonly retainTraceD: number;
  readonly now: Date;
}

export const makingAt = (
  { personal, index, regions, config }: House,
  about: Pick<Making, 'shapes' | 'now'>,
): Making => ({
  ...{ ...about, personal, index, key: config.keys.SECRET_KEYS.newest },
  ...{ regionListVersion: regions.version, retainTraceD: config.RETAIN_TRACE_D },
});

export function makingTo({ keys, ...order }: Order): Making {
  const ring = (name: keyof typeof keys) => KeyRing.parse(name, keys[name]);
  const index = new BlindIndex(ring('INDEX_KEYS'));
  const personal = new PersonalData(new Seal(ring('DATA_KEYS')), index);
  return { ...order, personal, index, key: ring('SECRET_KEYS').newest };
}

/** The key that makes new values, as the setting has it. */
export function inWords({ newest: { id, secret } }: KeyRing): string {
  return `${id}:${secret.export().toString('base64')}`;
}
