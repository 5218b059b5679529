import { i18n } from '@lingui/core';

import { CATALOGUES } from './catalogues';
import type { Preferences } from './stored-preferences';

/** Loads the words of a language and turns every text of the page to it. */
export async function speak(language: Preferences['language']): Promise<void> {
  if (i18n.locale === language) return;
  const { messages } = await CATALOGUES[language]();
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
}
