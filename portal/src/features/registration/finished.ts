import type { CompleteRegistrationMutation } from '../../gql/graphql.ts';
import { SealedAnswers } from '../../platform/sealed-answers.ts';

export type Finished = Extract<
  CompleteRegistrationMutation['completeRegistration'],
  { __typename: 'RegistrationCompleted' | 'RegistrationPending' | 'IdentityAlreadyRegistered' }
>;

interface Ending {
  readonly outcome?: Finished;
}
const NONE: Ending = { outcome: undefined };

/** How it ended, for the last page, which people leave for their messages and come back to. */
export const finished = new SealedAnswers('terdaftar', NONE);
