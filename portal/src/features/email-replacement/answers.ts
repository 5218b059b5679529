import type { RequesterKind } from '../../gql/graphql.ts';
import type { SentCommand } from '../../platform/command-key.ts';
import { SealedAnswers } from '../../platform/sealed-answers.ts';

export type Reason = 'TYPO' | 'COMPANY_EMAIL' | 'MADE_BY_OTHERS' | 'FORGOTTEN' | 'STOLEN' | 'INACTIVE';

/** Everything a request asks, as it was typed. */
export interface Answers {
  readonly hasNib?: 'yes' | 'no';
  readonly nik: string;
  readonly nib: string;
  readonly identifier: string;
  readonly fullName: string;
  readonly forEntity?: 'yes' | 'no';
  readonly position: string;
  readonly requester?: RequesterKind;
  readonly reason?: Reason;
  readonly story: string;
  readonly newEmail: string;
  readonly declared: boolean;
  /** The command that opened the request. */
  readonly opening?: SentCommand;
}

const EMPTY: Answers = {
  hasNib: undefined,
  nik: '',
  nib: '',
  identifier: '',
  fullName: '',
  forEntity: undefined,
  position: '',
  requester: undefined,
  reason: undefined,
  story: '',
  newEmail: '',
  declared: false,
  opening: undefined,
};

export const answers = new SealedAnswers('penggantian', EMPTY);
