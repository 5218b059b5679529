import { i18n } from '@lingui/core';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import { messages } from '../../admin-ui/src/locales/id.po';
import { speak } from '../../admin-ui/src/ui/language';
import { RINA } from '../kit/console';
import { lengthened, type Messages } from '../kit/lengthened';
import { PAGES, replies } from './desk-pages';
import { wholeConsole } from './whole-console';

beforeAll(async () => {
  await speak('id');
  i18n.loadAndActivate({ locale: 'id', messages: lengthened(messages as Messages) as never });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const OTHERS = [
  ['/akun', 'AGENT'],
  ['/periksa-ulang', 'AGENT'],
  ['/persetujuan', 'APPROVER'],
  ['/pengaturan', 'AGENT'],
  ['/bantuan', 'AGENT'],
  ['/audit', 'AGENT'],
  ['/tidak/ada', 'AGENT'],
  ['/masuk', 'AGENT'],
  ['/undangan', 'AGENT'],
  ['/keluar?sebab=peran', 'AGENT'],
] as const;

/** What the API said, names that every language has, and what is printed on keys. */
const SAID_BY_OTHERS = [
  JSON.stringify([RINA, ...Object.values(replies).map((reply) => reply({} as never))]),
  ...['Akun OSS', 'ID', ' – Bahasa Indonesia', 'EN', ' – English', 'EML-…'],
  ...['Esc', 'Ctrl+Z', 'Ctrl+Enter', 'G A', 'G P', 'G U', 'G K', 'G D', 'J K', '1–9 [ ] + − 0 Z A R B M'],
];
const ACCENTED = /[áéíóúñçšďğķýĥţ]/i;
const ATTRIBUTES = ['aria-label', 'title', 'placeholder', 'alt'];

/** Everything a person reads or hears that no catalogue has: translated words are accented. */
function plainWords(): string[] {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (texts.nextNode()) {
    const { parentElement, nodeValue } = texts.currentNode;
    // Times are written by the browser, in the language of the page.
    if (!parentElement?.closest('time, style')) found.push(nodeValue ?? '');
  }
  for (const one of document.querySelectorAll('body *'))
    found.push(...ATTRIBUTES.map((name) => one.getAttribute(name) ?? ''));
  return found.filter(
    (text) =>
      /[a-z]{2}/i.test(text) &&
      !ACCENTED.test(text) &&
      !SAID_BY_OTHERS.some((said) => said.includes(text.trim())),
  );
}

describe('every word of the console', () => {
  it.each([...PAGES.map(([path, role]) => [path, role] as const), ...OTHERS])(
    '%s as %s: comes from the catalogue',
    async (path, role) => {
      await wholeConsole(path, role, replies);
      await waitFor(() => expect(document.querySelector('[aria-busy="true"]')).toBeNull());
      expect(screen.getByRole('heading', { level: 1 }).textContent).not.toBe('');
      expect(plainWords()).toEqual([]);
    },
  );
});
