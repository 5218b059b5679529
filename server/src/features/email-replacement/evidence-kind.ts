import { registerEnumType } from 'type-graphql';

import { RequesterKind } from './requester-kind.js';

export enum EvidenceKind {
  ID_CARD = 'ID_CARD',
  SELFIE_WITH_ID = 'SELFIE_WITH_ID',
  REQUEST_LETTER = 'REQUEST_LETTER',
  POWER_OF_ATTORNEY = 'POWER_OF_ATTORNEY',
  DEED = 'DEED',
  PROXY_ID = 'PROXY_ID',
  OTHER = 'OTHER',
}
registerEnumType(EvidenceKind, { name: 'EvidenceKind' });

const INDIVIDUAL = [EvidenceKind.ID_CARD, EvidenceKind.SELFIE_WITH_ID];
const ENTITY = [EvidenceKind.ID_CARD, EvidenceKind.DEED, EvidenceKind.REQUEST_LETTER];
/** OTHER shows the proxy's capacity: appointment of an employee or notary, letter of a consultant's office. */
const PROXY = [EvidenceKind.POWER_OF_ATTORNEY, EvidenceKind.PROXY_ID, EvidenceKind.OTHER];

/** What the case needs (domain.md 2.6), by what was declared: the account's own kind would tell whether one matched. */
export function requiredEvidence(declared: {
  readonly position: string | null;
  readonly requester: RequesterKind;
}): EvidenceKind[] {
  const own = declared.position === null ? INDIVIDUAL : ENTITY;
  return declared.requester === RequesterKind.OWNER ? [...own] : [...own, ...PROXY];
}
