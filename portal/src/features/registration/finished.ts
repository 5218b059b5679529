import type { CompleteRegistrationMutation } from '../../gql/graphql.ts';
import { KeptAnswers } from '../../platform/kept-answers.ts';

export type Finished = Extract<
  CompleteRegistrationMutation['completeRegistration'],
  { __typename: 'RegistrationCompleted' | 'RegistrationPending' | 'IdentityAlreadyRegistered' }
>;

/** How it ended, for the last page. A username is personal, so a reload forgets it; the messages have it. */
export const finished = new KeptAnswers<{ readonly outcome?: Finished }>({ outcome: undefined });

export const finish = (outcome: Finished | undefined): void => finished.set({ outcome });
