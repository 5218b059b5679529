import type { BlindIndex } from '../platform/crypto/blind-index.js';
import type { Seal } from '../platform/crypto/seal.js';

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

  /** One live account per entity: by tax number, else by country and home registration. */
  entityKey(entity: {
    npwp?: string | null;
    country?: string | null;
    registrationNumber?: string | null;
  }): string | null {
    if (entity.npwp) return this.index.of('entity-npwp', entity.npwp);
    if (entity.country && entity.registrationNumber) {
      return this.index.of('entity-foreign', `${entity.country}:${entity.registrationNumber}`);
    }
    return null;
  }
}
