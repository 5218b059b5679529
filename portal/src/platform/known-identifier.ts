import { KeptAnswers } from './kept-answers.ts';

/** What somebody calls their account by, told once and known on every page that asks for it. In memory alone. */
export const knownIdentifier = new KeptAnswers({ identifier: '' });
