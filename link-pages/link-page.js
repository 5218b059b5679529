/** What the pages that links open have in common. Each shows one state at a time: every `data-in` names its states. */

const page = document.documentElement;
const byId = (id) => document.getElementById(id);

const WORKING = { id: 'Sebentar, sedang diproses…', en: 'One moment…' };
const OFFLINE = {
  id: 'Tidak ada jawaban dari layanan. Periksa sambungan internet Anda.',
  en: 'There is no answer from the service. Check your internet connection.',
};
const BROKEN = { id: 'Layanan sedang terganggu.', en: 'The service is disrupted.' };
const REFERENCE = { id: 'Nomor rujukan', en: 'Reference' };
const RETRY = { id: 'Coba lagi setelah', en: 'Try again after' };

const LONGEST_WAIT_MS = 20_000;

// In memory and nowhere else: it opens an account.
let token = '';
let action;
let working = false;

/** The link's secret part, out of the address bar before anybody can copy or photograph it (R19). */
function takeToken() {
  const given = location.hash.slice(1);
  if (given === '') return;
  history.replaceState(null, '', location.pathname);
  token = given;
}

/** `spend(token)` asks the server and answers what `outcomeOf` answers. Nothing is sent before a button is pressed (R18). */
export function startLinkPage(spend) {
  speak(/^en\b/i.test(navigator.language) ? 'en' : 'id');
  byId('language').addEventListener('click', () => speak(page.lang === 'id' ? 'en' : 'id'));
  byId('language').hidden = false;
  byId('spend').addEventListener('click', () => attempt(() => spend(token)));
  byId('again').addEventListener('click', () => attempt(action));
  const open = () => {
    takeToken();
    show(token ? 'ready' : 'no-token');
  };
  open();
  // The same page may be open already when the link is opened again.
  addEventListener('hashchange', () => location.hash.length > 1 && !working && open());
}

/** One request at a time: a second click while one runs is not a second request. `next` runs again from "try again". */
export async function attempt(next) {
  if (working) return;
  action = next;
  setWorking(true);
  try {
    const { done, fields } = await next();
    setWorking(false);
    fill(fields);
    show(done ? 'done' : 'refused');
  } catch (error) {
    setWorking(false);
    fill({ trouble: troubleIn(error) });
    show('failed');
  }
}

/** Nobody can say what became of the request, or the service could not work on it. */
export class Trouble extends Error {}

export const troubleIn = (error) => (error instanceof Trouble ? error.message : BROKEN[page.lang]);

/** Sends one GraphQL operation with one root field and answers that field. Throws `Trouble`, its message fit to show. */
export async function ask(query, variables) {
  const { data, errors } = await post({ query, variables });
  const [outcome] = Object.values(data ?? {});
  if (outcome) return outcome;
  const { message, extensions = {} } = errors?.[0] ?? {};
  // What was typed cannot be read: a refusal with the reasons, not a failure of the service.
  if (extensions.code === 'BAD_USER_INPUT') return { message: reasonsIn(extensions, message) };
  const reference = extensions.reference ? ` ${REFERENCE[page.lang]}: ${extensions.reference}` : '';
  throw new Trouble(`${message ?? BROKEN[page.lang]}${reference}`);
}

const reasonsIn = ({ fields = [] }, message) => fields.map((field) => field.message).join(' ') || message;

async function post(body) {
  const options = {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-language': page.lang },
    credentials: 'omit',
    body: JSON.stringify(body),
    // Not in every browser inside an app.
    signal: AbortSignal.timeout?.(LONGEST_WAIT_MS),
  };
  let reply;
  try {
    reply = await fetch('graphql', options);
  } catch {
    throw new Trouble(OFFLINE[page.lang]);
  }
  return reply.json().catch(() => {
    throw new Trouble(BROKEN[page.lang]);
  });
}

/** The sentence of an unhappy outcome, with the time when it is worth coming back. */
export function sentenceOf({ message = BROKEN[page.lang], retryAt }) {
  if (!retryAt) return message;
  const at = new Date(retryAt).toLocaleString(page.lang, { dateStyle: 'medium', timeStyle: 'short' });
  return `${message} ${RETRY[page.lang]} ${at}.`;
}

/** Puts values where the page names them, as text: nothing that comes from outside becomes markup (R69). */
function fill(fields) {
  for (const [name, text] of Object.entries(fields)) {
    const place = document.querySelector(`[data-field="${name}"]`);
    place.textContent = text;
    if (place.matches('h2')) place.lang = page.lang; // the language it was asked for in, also after a switch
  }
}

function setWorking(now) {
  working = now;
  byId('status').textContent = now ? WORKING[page.lang] : '';
  // Not `disabled`: that would throw the keyboard's place away.
  for (const button of document.querySelectorAll('main button'))
    button.setAttribute('aria-disabled', `${now}`);
}

function show(state) {
  for (const part of document.querySelectorAll('[data-in]')) {
    part.hidden = !part.dataset.in.split(' ').includes(state);
  }
  document.querySelector(`[data-in="${state}"] [tabindex="-1"]`)?.focus();
}

/** Both languages stand in the page; the style sheet shows the one that the page says it speaks. */
function speak(language) {
  page.lang = language;
  document.title = document.querySelector('title').dataset[language];
  const [other, name] = language === 'id' ? ['en', 'English'] : ['id', 'Indonesia'];
  byId('language').textContent = name;
  byId('language').lang = other;
}
