import { i18n } from '@lingui/core';

export type Language = 'id' | 'en';

const KEPT_AS = 'bahasa';
const CATALOGUES = { id: () => import('../locales/id.po'), en: () => import('../locales/en.po') };

/** What was chosen on this device; else what the browser asks for; Indonesian where that is neither. */
export function firstLanguage(): Language {
  const chosen = read();
  if (chosen === 'id' || chosen === 'en') return chosen;
  return /^en\b/i.test(navigator.language) ? 'en' : 'id';
}

export async function speak(language: Language): Promise<void> {
  const { messages } = await CATALOGUES[language]();
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
}

/** Remembered without anything about who chose. */
export async function chooseLanguage(language: Language): Promise<void> {
  await speak(language);
  try {
    localStorage.setItem(KEPT_AS, language);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

export const languageNow = (): Language => (i18n.locale === 'en' ? 'en' : 'id');

function read(): string | null {
  try {
    return localStorage.getItem(KEPT_AS);
  } catch {
    return null;
  }
}
