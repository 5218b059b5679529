import { ask, sentenceOf, startLinkPage } from './link-page.js';

const UNDO = `mutation ($input: UndoContactChangeInput!) { undoContactChange(input: $input) {
  __typename ... on ContactChangeUndone { restored { value } } ... on Problem { message } } }`;

startLinkPage(async (token) => {
  const outcome = await ask(UNDO, { input: { token } });
  const done = outcome.__typename === 'ContactChangeUndone';
  return { done, fields: done ? { contact: outcome.restored.value } : { message: sentenceOf(outcome) } };
});
