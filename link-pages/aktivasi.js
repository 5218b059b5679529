import { ask, attempt, sentenceOf, startLinkPage, troubleIn } from './link-page.js';
import { solveCaptcha } from './proof-of-work.js';

const OUTCOME =
  '__typename ... on AccountActivated { username } ... on TooManyRequests { retryAt } ... on Problem { message }';
const WITH_LINK = `mutation ($input: ActivateAccountInput!) { activateAccount(input: $input) { ${OUTCOME} } }`;
const WITH_CODE = `mutation ($input: ActivateAccountWithCodeInput!) { activateAccountWithCode(input: $input) { ${OUTCOME} } }`;
const RESEND = `mutation ($input: ResendActivationInput!) { resendActivation(input: $input) {
  __typename ... on ActivationRequested { message } ... on TooManyRequests { retryAt } ... on Problem { message } } }`;

const form = document.getElementById('with-code');
const { identifier, code } = form.elements;

async function activate(query, input) {
  const outcome = await ask(query, { input });
  const done = outcome.__typename === 'AccountActivated';
  return { done, fields: done ? { username: outcome.username } : { message: sentenceOf(outcome) } };
}

startLinkPage((token) => activate(WITH_LINK, { token }));

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void attempt(() => activate(WITH_CODE, { identifier: identifier.value, code: code.value }));
});

const resend = document.getElementById('resend');
const status = document.getElementById('resend-status');
const SENDING = { id: 'Sebentar, sedang dikirim…', en: 'One moment, sending…' };
let sending = false;

resend.addEventListener('click', async () => {
  if (sending || !identifier.reportValidity()) return;
  setSending(true);
  status.textContent = await sendAgain().catch(troubleIn);
  setSending(false);
});

async function sendAgain() {
  const captcha = await solveCaptcha('RESEND_ACTIVATION');
  return sentenceOf(await ask(RESEND, { input: { identifier: identifier.value, captcha } }));
}

function setSending(now) {
  sending = now;
  resend.setAttribute('aria-disabled', `${now}`);
  if (now) status.textContent = SENDING[document.documentElement.lang];
}
