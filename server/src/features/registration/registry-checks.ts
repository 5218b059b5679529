import { ActorKind } from '../../account/business-actor.js';
import type { Registry, Verdict } from '../../platform/registry/registry.js';
import type { Profile } from './registration-profile.js';
import type { Declaration } from './registration-rules.js';

export type Checked =
  | { readonly outcome: 'MATCH' }
  | { readonly outcome: 'MISMATCH'; readonly fields: string[]; readonly unknownTo: string[] }
  | { readonly outcome: 'UNAVAILABLE' };

/** Asks the registries that know this actor, together. One refusal decides; an unreachable one never counts as a match (R93). */
export async function checkRegistries(
  registry: Registry,
  declaration: Declaration,
  profile: Profile,
): Promise<Checked> {
  const asked = questions(registry, declaration, profile);
  const verdicts = await Promise.all(
    asked.map(async ({ of, named, verdict }) => ({ of, named, ...(await verdict) })),
  );
  const fields = verdicts.flatMap((verdict): string[] => {
    if (verdict.answer === 'MISMATCH') return [...verdict.fields];
    return verdict.answer === 'NOT_FOUND' ? [verdict.named] : [];
  });
  if (fields.length > 0) {
    const unknownTo = verdicts.filter(({ answer }) => answer === 'NOT_FOUND').map(({ of }) => of);
    return { outcome: 'MISMATCH', fields: [...new Set(fields)], unknownTo };
  }
  return { outcome: verdicts.some(({ answer }) => answer === 'UNAVAILABLE') ? 'UNAVAILABLE' : 'MATCH' };
}

interface Question {
  readonly of: 'population' | 'company' | 'tax';
  /** The field to look at when the registry knows nothing under its number. */
  readonly named: string;
  readonly verdict: Promise<Verdict>;
}

function questions(registry: Registry, declaration: Declaration, profile: Profile): Question[] {
  const { nik, passport, passportCountry, entity, actor } = declaration;
  const { fullName, birthDate, sex, npwp } = profile;
  const person = given({ nik, passport, passportCountry, fullName, birthDate, sex });
  const asked: Question[] = [
    { of: 'population', named: nik ? 'nik' : 'passport', verdict: registry.checkPerson(person) },
  ];
  if (npwp) {
    const verdict = registry.checkTax({ npwp, name: fullName, holder: 'PERSON' });
    asked.push({ of: 'tax', named: 'npwp', verdict });
  }
  if (!entity) return asked;
  if (actor === ActorKind.BUSINESS_ENTITY) {
    const { kind, name, registrationNumber } = entity;
    const verdict = registry.checkCompany({
      kind,
      name,
      ...given({ registrationNumber, responsibleNik: nik }),
    });
    asked.push({ of: 'company', named: 'entity.registrationNumber', verdict });
  }
  if (entity.npwp) {
    const verdict = registry.checkTax({ npwp: entity.npwp, name: entity.name, holder: 'ENTITY' });
    asked.push({ of: 'tax', named: 'entity.npwp', verdict });
  }
  return asked;
}

/** Without what is null: the registries are told what we know and nothing else. */
function given<T extends object>(known: T): { [K in keyof T]: Exclude<T[K], null> } {
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)) as never;
}
