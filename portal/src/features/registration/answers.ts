import type { ActorKind, BusinessScale, Channel, EntityKind, Sex } from '../../gql/graphql.ts';
import type { SentCommand } from '../../platform/command-key.ts';
import { SealedAnswers } from '../../platform/sealed-answers.ts';

/** Everything a registration asks, as it was typed. */
export interface Answers {
  readonly scale?: BusinessScale;
  readonly actor?: ActorKind;
  readonly identityBy: 'NIK' | 'PASSPORT';
  readonly nik: string;
  readonly passport: string;
  readonly passportCountry: string;
  readonly entityKind: EntityKind | '';
  readonly entityName: string;
  readonly registrationNumber: string;
  readonly entityNpwp: string;
  readonly nib: string;
  readonly country: string;
  readonly channel: Channel;
  readonly contact: string;
  readonly password: string;
  readonly fullName: string;
  readonly sex?: Sex;
  readonly birth: { readonly day: string; readonly month: string; readonly year: string };
  readonly position: string;
  readonly street: string;
  readonly regionCode: string;
  readonly abroad: boolean;
  readonly postalCode: string;
  readonly npwp: string;
  readonly otherContact: string;
  readonly acceptTerms: boolean;
  /** Came from the last page to mend one answer, and goes back to it. */
  readonly mending: boolean;
  /** What the running registration declared, and the command that opened it. */
  readonly declared?: string;
  readonly opening?: SentCommand;
}

const EMPTY: Answers = {
  identityBy: 'NIK',
  nik: '',
  passport: '',
  passportCountry: '',
  entityKind: '',
  entityName: '',
  registrationNumber: '',
  entityNpwp: '',
  nib: '',
  country: '',
  channel: 'WHATSAPP',
  contact: '',
  password: '',
  fullName: '',
  birth: { day: '', month: '', year: '' },
  position: '',
  street: '',
  regionCode: '',
  abroad: false,
  postalCode: '',
  npwp: '',
  otherContact: '',
  acceptTerms: false,
  mending: false,
};

/** A password is kept nowhere: after a reload it is asked for once more. */
export const answers = new SealedAnswers('pendaftaran', EMPTY, ['password']);

export const isEntity = ({ actor }: Pick<Answers, 'actor'>): boolean =>
  actor !== undefined && actor !== 'INDIVIDUAL';
