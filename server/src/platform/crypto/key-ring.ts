import { createSecretKey, type KeyObject } from 'node:crypto';

const KEY_BYTES = 32;

export interface Key {
  /** 1 to 9999; stands in front of everything made with the key, so that keys can be changed one after another. */
  readonly id: number;
  readonly secret: KeyObject;
}

interface Entry extends Key {
  /** Every process has to know a key before one of them writes with it. */
  readonly readsOnly: boolean;
}

/** The versioned keys of one setting. The highest id that is not marked makes new values, the others only read. */
export class KeyRing {
  readonly #byId: ReadonlyMap<number, Key>;
  /** The one that makes new values first, then by age. */
  readonly all: readonly Key[];
  readonly newest: Key;

  private constructor(
    readonly setting: string,
    keys: readonly Entry[],
  ) {
    const sorted = [...keys].sort((a, b) => b.id - a.id);
    const newest = sorted.find(({ readsOnly }) => !readsOnly);
    if (!newest) throw new Error(`${setting} holds no key that makes new values.`);
    this.newest = newest;
    this.all = [newest, ...sorted.filter((key) => key !== newest)];
    this.#byId = new Map(keys.map((key) => [key.id, key]));
    if (this.#byId.size < keys.length) throw new Error(`${setting} names one key number twice.`);
  }

  /** `1:<base64>,2r:<base64>`, 32 bytes each; `r` marks one that only reads for now. Errors name the setting and the place in it, never the value. */
  static parse(setting: string, text: string): KeyRing {
    const entries = text.split(',').map((entry) => entry.trim());
    return new KeyRing(
      setting,
      entries
        .filter((entry) => entry !== '')
        .map((entry, index) => keyOf(entry, `${setting}, entry ${index + 1},`)),
    );
  }

  get(id: number): Key | undefined {
    return this.#byId.get(id);
  }
}

function keyOf(entry: string, place: string): Entry {
  const [, id, mark, base64 = ''] = /^([1-9]\d{0,3})(r?):([A-Za-z0-9+/]+={0,2})$/.exec(entry) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  if (!id || bytes.length !== KEY_BYTES || bytes.toString('base64') !== base64) {
    throw new Error(`${place} is not a number, a colon and ${KEY_BYTES} bytes in base64.`);
  }
  return { id: Number(id), secret: createSecretKey(bytes), readsOnly: mark === 'r' };
}
