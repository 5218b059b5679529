import { KeptAnswers } from '../../platform/kept-answers.ts';

/** The account that this page has just activated by code. */
export const activatedAs = new KeptAnswers({ username: '' });
