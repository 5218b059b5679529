import { Field, ObjectType } from 'type-graphql';

import { Problem } from '../platform/graphql/problem.js';

@ObjectType({
  implements: Problem,
  description:
    'A registry answered, and these fields do not match what it holds. It never says what it holds.',
})
export class IdentityMismatch extends Problem {
  readonly words;

  @Field(() => [String], { description: 'Names of input fields, such as `fullName` or `entity.npwp`.' })
  readonly fields: string[];

  constructor(fields: readonly string[], unknownTo: readonly string[] = []) {
    super();
    this.fields = [...fields];
    this.words = unknownTo.length > 0 ? unrecorded(unknownTo) : DIFFERENT;
  }
}

const DIFFERENT = {
  id: 'Data ini tidak cocok dengan catatan instansi. Samakan dengan KTP, NPWP atau SK Anda, lalu coba lagi.',
  en: 'These data do not match the official record. Enter them as on your identity card, tax card or decree, then try again.',
};

const WHO_HELPS: Readonly<Record<string, { id: string; en: string }>> = {
  population: { id: 'Dukcapil setempat', en: 'the population office (Dukcapil)' },
  company: { id: 'notaris atau Ditjen AHU', en: 'your notary or the law ministry (AHU)' },
  tax: { id: 'kantor pajak (KPP)', en: 'the tax office (KPP)' },
};

function unrecorded(registries: readonly string[]) {
  const names = (language: 'id' | 'en') =>
    registries
      .map((registry) => WHO_HELPS[registry]?.[language] ?? registry)
      .join(language === 'id' ? ' dan ' : ' and ');
  return {
    id: `Nomor ini tidak ditemukan. Periksa kembali (jangan memakai nomor Kartu Keluarga), atau hubungi ${names('id')}.`,
    en: `This number was not found. Check it (do not use the family card’s number), or ask ${names('en')}.`,
  };
}
