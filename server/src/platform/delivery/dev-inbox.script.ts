/**
 * Keeps the page of messages up to date: asks for the list every two seconds, and only when it names something new
 * takes the new entries from the page itself. Entries already there are never touched, so a selection stays.
 */
export const INBOX_SCRIPT = `'use strict';
const form = document.querySelector('#filter');
const list = document.querySelector('#messages');
const empty = document.querySelector('#empty');
const news = document.querySelector('#news');
const words = document.body.dataset;
form.querySelector('button').hidden = true;

function query() {
  const filled = [...new FormData(form)].filter(([, value]) => value !== '');
  return new URLSearchParams(filled).toString();
}

function tell(sentence) {
  if (news.textContent !== sentence) news.textContent = sentence;
}

const named = (rows) => rows.map((row) => row.subject + ', ' + row.to).join('; ');

async function ask(path, asked) {
  const answer = await fetch(path + '?' + asked);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer;
}

async function update(filtered) {
  const asked = query();
  const rows = await (await ask('/dev/inbox.json', asked)).json();
  const shown = new Set([...list.children].map((entry) => entry.dataset.id));
  const fresh = rows.filter((row) => !shown.has(row.id));
  const page = fresh.length > 0 ? await (await ask('/dev/inbox', asked)).text() : null;
  if (asked !== query()) return; // the filter moved on; its own update follows
  if (page) merge(new DOMParser().parseFromString(page, 'text/html'));
  const wanted = new Set(rows.map((row) => row.id));
  for (const entry of [...list.children]) {
    const { id } = entry.dataset;
    if (shown.has(id) && !wanted.has(id)) entry.remove();
  }
  empty.hidden = list.children.length > 0;
  if (filtered) tell(words.found + ' ' + list.children.length);
  else if (fresh.length > 0) tell(words.fresh + ' ' + (fresh.length > 3 ? fresh.length : named(fresh)));
  else if (news.textContent === words.silent) tell('');
}

function merge(page) {
  let next = list.firstElementChild;
  for (const entry of page.querySelectorAll('#messages > li')) {
    const id = entry.dataset.id;
    const present = [...list.children].find((other) => other.dataset.id === id);
    if (present) next = present.nextElementSibling;
    else list.insertBefore(document.adoptNode(entry), next);
  }
}

async function attempt(filtered) {
  try {
    await update(filtered);
  } catch {
    tell(words.silent);
  }
}

async function poll() {
  if (!document.hidden) await attempt(false);
  setTimeout(poll, 2000);
}

let typing;
form.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    history.replaceState(null, '', '?' + query());
    attempt(true);
  }, 200);
});
form.addEventListener('submit', (event) => event.preventDefault());
document.addEventListener('visibilitychange', () => document.hidden || attempt(false));

async function copy(value) {
  if (navigator.clipboard) return navigator.clipboard.writeText(value);
  // Plain http from another machine has no clipboard of its own.
  const field = Object.assign(document.createElement('textarea'), { value });
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}

list.addEventListener('click', async ({ target }) => {
  const button = target.closest('button[data-copy]');
  if (!button || button.disabled) return;
  await copy(button.dataset.copy);
  button.focus();
  tell(words.copied + ': ' + button.dataset.copy);
  const label = button.textContent;
  if (label === words.copied) return;
  button.textContent = words.copied;
  setTimeout(() => { button.textContent = label; }, 1500);
});

setTimeout(poll, 2000);
`;
