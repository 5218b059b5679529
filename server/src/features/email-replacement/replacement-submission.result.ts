import { createUnionType, Field, ObjectType } from 'type-graphql';

import { Problem } from '../../platform/graphql/problem.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import type { EvidenceKind } from './evidence-kind.js';
import { TicketRejected } from './replacement-application.result.js';
import { EmailReplacementProgress } from './replacement-progress.type.js';

/** NEW_EMAIL and NEW_MATERIAL beside the kinds of evidence. */
export type Missing = EvidenceKind | 'NEW_EMAIL' | 'NEW_MATERIAL';

const NAMES: Readonly<Record<Missing, { readonly id: string; readonly en: string }>> = {
  NEW_EMAIL: { id: 'kode dari email baru', en: 'the code from the new email' },
  NEW_MATERIAL: { id: 'dokumen yang diminta petugas', en: 'what the officer asked for' },
  ID_CARD: { id: 'foto KTP', en: 'a picture of the identity card' },
  SELFIE_WITH_ID: { id: 'swafoto dengan KTP', en: 'a selfie with the identity card' },
  REQUEST_LETTER: { id: 'surat permohonan', en: 'the letter of request' },
  POWER_OF_ATTORNEY: { id: 'surat kuasa', en: 'the power of attorney' },
  DEED: { id: 'akta atau keputusan AHU', en: 'the deed or AHU decree' },
  PROXY_ID: { id: 'KTP penerima kuasa', en: 'the identity card of the proxy' },
  OTHER: { id: 'bukti kedudukan penerima kuasa', en: 'proof of the proxy’s capacity' },
};

@ObjectType({
  implements: Problem,
  description: '`missing` names kinds of evidence, NEW_EMAIL or NEW_MATERIAL.',
})
export class NotReadyToSubmit extends Problem {
  @Field(() => [String])
  readonly missing: Missing[];

  constructor(missing: Missing[]) {
    super();
    this.missing = missing;
  }

  get words() {
    const named = (language: 'id' | 'en') => this.missing.map((one) => NAMES[one][language]).join(', ');
    return {
      id: `Permohonan belum lengkap: ${named('id')}. Lengkapi lalu kirim kembali.`,
      en: `The request is not complete: ${named('en')}. Add it and hand the request in again.`,
    };
  }
}

export const SubmitEmailReplacementResult = createUnionType({
  name: 'SubmitEmailReplacementResult',
  types: () => [EmailReplacementProgress, NotReadyToSubmit, TicketRejected, TooManyRequests] as const,
});
export type SubmitEmailReplacementResult = typeof SubmitEmailReplacementResult;
