import { i18n } from '@lingui/core';

import type { Preferences } from './preferences';

const CATALOGUES = {
  id: () => import('../locales/id.po'),
  en: () => import('../locales/en.po'),
};

/** Loads the words of a language and turns every text of the page to it. */
export async function speak(language: Preferences['language']): Promise<void> {
  if (i18n.locale === language) return;
  const { messages } = await CATALOGUES[language]();
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
}
