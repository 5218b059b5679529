import type { CompanyQuery, PersonQuery, Registry, RegistryField, TaxQuery, Verdict } from './registry.js';
import { sampleCompanies, samplePeople, triggered } from './sample-records.js';

/**
 * For development and demonstration: nothing is known but a few invented records. Every other value matches, so
 * that a newcomer can register with any number of the invented ranges; a few numbers ask for the other answers.
 */
export class LocalRegistry implements Registry {
  async checkPerson(query: PersonQuery): Promise<Verdict> {
    const number = query.nik ?? query.passport;
    if (!number) return { answer: 'NOT_FOUND' };
    const asked = triggered(number, '999', 'fullName');
    if (asked) return asked;
    const record = samplePeople.find(({ nik }) => nik === query.nik);
    if (!record) return { answer: 'MATCH' };
    return verdictOn([
      ['fullName', sameName(query.fullName, record.fullName)],
      ['birthDate', query.birthDate === undefined || query.birthDate === record.birthDate],
      ['sex', query.sex === undefined || query.sex === record.sex],
    ]);
  }

  async checkCompany(query: CompanyQuery): Promise<Verdict> {
    const decree = (query.registrationNumber ?? '').toUpperCase().replace(/\s/g, '');
    const serial = /^AHU-?[A-Z]?(\d{4,7})[.-]/.exec(decree)?.[1];
    const asked = serial && triggered(serial, '999', 'entity.name');
    if (asked) return asked;
    const record = sampleCompanies.find(({ registrationNumber }) => registrationNumber === decree);
    if (!record) return { answer: 'MATCH' };
    return verdictOn([
      ['entity.name', sameName(query.name, record.name)],
      ['entity.kind', query.kind === record.kind],
      ['nik', query.responsibleNik === undefined || query.responsibleNik === record.responsibleNik],
    ]);
  }

  async checkTax({ npwp, name, holder }: TaxQuery): Promise<Verdict> {
    const nameField = holder === 'PERSON' ? 'fullName' : 'entity.name';
    const asked = triggered(npwp, '998', nameField);
    if (asked) return asked;
    const record =
      holder === 'PERSON'
        ? samplePeople.find((person) => person.nik === npwp)?.fullName
        : sampleCompanies.find((company) => company.npwp === npwp)?.name;
    return verdictOn([[nameField, record === undefined || sameName(name, record)]]);
  }
}

function verdictOn(comparisons: readonly (readonly [RegistryField, boolean])[]): Verdict {
  const fields = comparisons.filter(([, same]) => !same).map(([field]) => field);
  return fields.length === 0 ? { answer: 'MATCH' } : { answer: 'MISMATCH', fields };
}

/** Exact after NFKC, upper case, no `.` and `,`, single spaces: a registry does not guess at spellings. */
function sameName(typed: string, held: string): boolean {
  return comparable(typed) === comparable(held);
}

const comparable = (name: string) =>
  name.normalize('NFKC').toUpperCase().replace(/[.,]/g, '').replace(/\s+/g, ' ').trim();
