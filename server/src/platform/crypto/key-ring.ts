import { createSecretKey, type KeyObject } from 'node:crypto';

const KEY_BYTES = 32;

export interface Key {
  /** 1 to 9999; stands in front of everything made with the key, so that keys can be changed one after another. */
  readonly id: number;
  readonly secret: KeyObject;
}

/** The versioned keys of one setting. The highest id makes new values, the others only read old ones. */
export class KeyRing {
  readonly #byId: ReadonlyMap<number, Key>;
  /** Newest first. */
  readonly all: readonly Key[];
  readonly newest: Key;

  private constructor(
    readonly setting: string,
    keys: readonly Key[],
  ) {
    const [newest, ...older] = [...keys].sort((a, b) => b.id - a.id);
    if (!newest) throw new Error(`${setting} holds no key.`);
    this.newest = newest;
    this.all = [newest, ...older];
    this.#byId = new Map(keys.map((key) => [key.id, key]));
    if (this.#byId.size < keys.length) throw new Error(`${setting} names one key number twice.`);
  }

  /** `1:<base64>,2:<base64>`, 32 bytes each. Errors name the setting and the place in it, never the value. */
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

function keyOf(entry: string, place: string): Key {
  const [, id, base64 = ''] = /^([1-9]\d{0,3}):([A-Za-z0-9+/]+={0,2})$/.exec(entry) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  if (!id || bytes.length !== KEY_BYTES || bytes.toString('base64') !== base64) {
    throw new Error(`${place} is not a number, a colon and ${KEY_BYTES} bytes in base64.`);
  }
  return { id: Number(id), secret: createSecretKey(bytes) };
}
