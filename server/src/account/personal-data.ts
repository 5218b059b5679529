import type { BlindIndex } from '../platform/crypto/blind-index.js';
import type { Seal } from '../platform/crypto/seal.js';
import { countries } from './country.js';

interface EntityNumbers {
  readonly npwp?: string | null | undefined;
  readonly country?: string | null | undefined;
  readonly registrationNumber?: string | null | undefined;
}

export type SealedField = 'nik' | 'passport' | 'npwp' | 'birthDate' | 'entityNpwp';

/** National identifiers and birth dates: sealed to their row and field, found by keyed index only (R83). */
export class PersonalData {
  constructor(
    private readonly seal: Seal,
    private readonly index: BlindIndex,
  ) {}

  close(accountId: string, field: SealedField, value: string | null | undefined): string | null {
    return value ? this.seal.close(value, `account:${field}:${accountId}`) : null;
  }

  open(accountId: string, field: SealedField, sealed: string | null): string | null {
    return sealed ? this.seal.open(sealed, `account:${field}:${accountId}`) : null;
  }

  nikIndex(nik: string): string {
    return this.index.of('nik', nik);
  }

  /** What to look for while rows of older keys remain. */
  nikIndexes(nik: string): string[] {
    return this.index.all('nik', nik);
  }

  passportIndex(country: string, number: string): string {
    return this.index.of('passport', `${country}:${number}`);
  }

  /** The index `old` under the newest key; null when it is of neither number. A passport's country is not kept: the one that fits. */
  indexAnew(
    old: string,
    of: { readonly nik: string | null; readonly passport: string | null },
  ): string | null {
    const { nik, passport } = of;
    if (nik && this.nikIndexes(nik).includes(old)) return this.nikIndex(nik);
    for (const country of passport ? countries() : [])
      if (this.index.all('passport', `${country}:${passport}`).includes(old))
        return this.passportIndex(country, passport ?? '');
    return null;
  }

  /** One live account per entity: by tax number, else by country and home registration. */
  entityKey(entity: EntityNumbers): string | null {
    return this.entityKeys(entity)[0] ?? null;
  }

  /** What to look for while rows of older keys remain; newest first. */
  entityKeys({ npwp, country, registrationNumber }: EntityNumbers): string[] {
    if (npwp) return this.index.all('entity-npwp', npwp);
    if (country && registrationNumber)
      return this.index.all('entity-foreign', `${country}:${registrationNumber}`);
    return [];
  }
}
