export type Sex = 'FEMALE' | 'MALE';

/** At least one of `nik` and `passport` is given. Numbers are in canonical form, names as the person typed them. */
export interface PersonQuery {
  readonly nik?: string;
  readonly passport?: string;
  /** ISO 3166-1 alpha-3. */
  readonly passportCountry?: string;
  readonly fullName: string;
  /** YYYY-MM-DD */
  readonly birthDate?: string;
  readonly sex?: Sex;
}

export interface CompanyQuery {
  /** Our entity kind: `PT`, `CV`, `KOPERASI` … */
  readonly kind: string;
  readonly name: string;
  readonly registrationNumber?: string;
  /** ISO 3166-1 alpha-3; absent for domestic entities. */
  readonly country?: string;
  readonly responsibleNik?: string;
}

export interface TaxQuery {
  /** 16 digits. */
  readonly npwp: string;
  readonly name: string;
  readonly holder: 'PERSON' | 'ENTITY';
}

/** What a verdict names: the field in which the person typed it. */
export type RegistryField =
  | 'nik'
  | 'passport'
  | 'passportCountry'
  | 'fullName'
  | 'birthDate'
  | 'sex'
  | 'npwp'
  | 'entity.kind'
  | 'entity.name'
  | 'entity.registrationNumber'
  | 'entity.country'
  | 'entity.npwp';

/** What a registry says, and all it says: never a value it holds (R93). UNAVAILABLE never counts as MATCH. */
export type Verdict =
  | { readonly answer: 'MATCH' }
  | { readonly answer: 'MISMATCH'; readonly fields: readonly string[] }
  | { readonly answer: 'NOT_FOUND' }
  | { readonly answer: 'UNAVAILABLE' };

/**
 * The population, company and tax registries. Asked outside any unit of work. Never throws: whatever goes wrong
 * is UNAVAILABLE. Callers count the try (REGISTRY_BUDGET) before they ask. The contract is docs/registry-api.md.
 */
export interface Registry {
  checkPerson(query: PersonQuery): Promise<Verdict>;
  checkCompany(query: CompanyQuery): Promise<Verdict>;
  checkTax(query: TaxQuery): Promise<Verdict>;
}
