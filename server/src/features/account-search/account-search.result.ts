import { Ctx, createUnionType, Field, ObjectType } from 'type-graphql';

import { HelpdeskAccountView } from '../../account/helpdesk-account.type.js';
import type { Context } from '../../platform/graphql/context.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import type { Words } from '../../platform/words/language.js';
import { LookupKind } from './lookup-candidates.js';

/** The same for every miss of a kind: nobody there, another office's, not written right. */
const MISSES: Readonly<Record<LookupKind, Words>> = {
  NIK: {
    id: 'Tidak ditemukan untuk NIK ini. Periksa angkanya; NIK terdiri dari 16 angka.',
    en: 'Nothing found for this NIK. Check the digits; an NIK has 16 of them.',
  },
  NIB: {
    id: 'Tidak ditemukan untuk NIB ini. Periksa angkanya; NIB terdiri dari 13 angka.',
    en: 'Nothing found for this NIB. Check the digits; an NIB has 13 of them.',
  },
  EMAIL: {
    id: 'Tidak ditemukan untuk email ini. Periksa ejaannya, terutama bagian setelah @.',
    en: 'Nothing found for this email. Check the spelling, above all what follows the @.',
  },
  PHONE: {
    id: 'Tidak ditemukan untuk nomor ini. Periksa angkanya; nomor ponsel diawali 08 atau +62 8, NIK terdiri dari 16 angka.',
    en: 'Nothing found for this number. Check the digits; mobile numbers begin with 08 or +62 8, an NIK has 16 digits.',
  },
  USERNAME: {
    id: 'Tidak ditemukan untuk username ini. Periksa ejaannya; huruf besar dan kecil tidak dibedakan.',
    en: 'Nothing found for this username. Check the spelling; capitals make no difference.',
  },
  TICKET: {
    id: 'Tidak ditemukan untuk nomor permohonan ini. Periksa nomornya; contoh EML-2611-00421.',
    en: 'Nothing found for this request number. Check it; it looks like EML-2611-00421.',
  },
  ACCOUNT_ID: {
    id: 'Tidak ditemukan untuk ID akun ini. Salin kembali seluruhnya.',
    en: 'Nothing found for this account id. Copy all of it again.',
  },
};

/** From here on the page says how much is left. */
export const HINT_AT = 20;

@ObjectType()
export class AccountsLookedUp {
  @Field(() => [HelpdeskAccountView])
  readonly accounts: HelpdeskAccountView[];

  @Field(() => LookupKind, { description: 'What the identifier was taken for.' })
  readonly recognisedAs: LookupKind;

  readonly #left: number | null;

  /** `left`: how many look-ups remain in this window, once that is worth saying. */
  constructor(accounts: HelpdeskAccountView[], recognisedAs: LookupKind, left: number | null) {
    this.accounts = accounts;
    this.recognisedAs = recognisedAs;
    this.#left = left;
  }

  @Field(() => String, {
    nullable: true,
    description: 'What to say when nothing was found; the same for every miss.',
  })
  nothingFound(@Ctx() { language }: Context): string | null {
    return this.accounts.length > 0 ? null : MISSES[this.recognisedAs][language];
  }

  @Field(() => String, { nullable: true, description: 'Said when few look-ups remain.' })
  hint(@Ctx() { language }: Context): string | null {
    if (this.#left === null) return null;
    return {
      id: `Sisa ${this.#left} pencarian sebelum jeda. Setiap pencarian dicatat.`,
      en: `${this.#left} look-ups left before a pause. Each of them is on record.`,
    }[language];
  }
}

export const LookUpAccountResult = createUnionType({
  name: 'LookUpAccountResult',
  types: () => [AccountsLookedUp, TooManyRequests] as const,
});
export type LookUpAccountResult = typeof LookUpAccountResult;
