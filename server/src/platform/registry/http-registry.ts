import { type Now, SECOND_MS } from '../clock.js';
import { Breaker } from '../http-client/breaker.js';
import type { CompanyQuery, PersonQuery, Registry, TaxQuery, Verdict } from './registry.js';
import { type FieldNames, RegistryLine } from './registry-line.js';

export interface HttpRegistryOptions {
  /** Base address, without a slash at the end: `https://registry.example.test`. */
  readonly url: string;
  /** Sent as a bearer token. */
  readonly key?: string;
  readonly now: Now;
  readonly timeoutMs?: number;
  /** Middle of the random pause before the one retry. */
  readonly retryPauseMs?: number;
  /** Checks of one kind that may be under way; one more is UNAVAILABLE at once. */
  readonly inFlight?: number;
  /** Told why a check came back UNAVAILABLE: the kind and a code such as `TIMED_OUT`, nothing about the person. */
  readonly report?: (kind: string, trouble: string) => void;
}

const FAILURES = 5;
const COOL_MS = 10 * SECOND_MS;

const PERSON_FIELDS = {
  nik: 'nik',
  passport: 'passport',
  passportCountry: 'passportCountry',
  fullName: 'fullName',
  birthDate: 'birthDate',
  sex: 'sex',
} satisfies FieldNames;

const COMPANY_FIELDS = {
  kind: 'entity.kind',
  name: 'entity.name',
  registrationNumber: 'entity.registrationNumber',
  country: 'entity.country',
  responsibleNik: 'nik',
} satisfies FieldNames;

const TAX_FIELDS: Record<TaxQuery['holder'], FieldNames> = {
  PERSON: { npwp: 'npwp', name: 'fullName' },
  ENTITY: { npwp: 'entity.npwp', name: 'entity.name' },
};

/** Asks the registries over HTTP as docs/registry-api.md says. */
export class HttpRegistry implements Registry {
  readonly #person: RegistryLine;
  readonly #company: RegistryLine;
  readonly #tax: RegistryLine;

  constructor(options: HttpRegistryOptions) {
    // One line each: a tax office that hangs must not use up the places and the patience of the other two.
    const lineTo = (kind: string) =>
      new RegistryLine(new Breaker(options.now, { failures: FAILURES, coolMs: COOL_MS }), {
        url: `${options.url}/v1/${kind}`,
        headers: options.key ? { authorization: `Bearer ${options.key}` } : {},
        timeoutMs: options.timeoutMs ?? 3 * SECOND_MS,
        retryPauseMs: options.retryPauseMs ?? 200,
        inFlight: options.inFlight ?? 20,
        report: (trouble) => options.report?.(kind, trouble),
      });
    this.#person = lineTo('person');
    this.#company = lineTo('company');
    this.#tax = lineTo('tax');
  }

  checkPerson({ nik, passport, passportCountry, fullName, birthDate, sex }: PersonQuery): Promise<Verdict> {
    return this.#person.ask({ nik, passport, passportCountry, fullName, birthDate, sex }, PERSON_FIELDS);
  }

  checkCompany({ kind, name, registrationNumber, country, responsibleNik }: CompanyQuery): Promise<Verdict> {
    return this.#company.ask({ kind, name, registrationNumber, country, responsibleNik }, COMPANY_FIELDS);
  }

  checkTax({ npwp, name, holder }: TaxQuery): Promise<Verdict> {
    return this.#tax.ask({ npwp, name, holder }, TAX_FIELDS[holder]);
  }
}
