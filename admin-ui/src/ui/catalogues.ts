/** For dates and numbers: British order of day and month, and a clock of 24 hours, in English too. */
export const LOCALES = { id: 'id-ID', en: 'en-GB' } as const;

/** The words of each language, in files of their own. */
export const CATALOGUES = {
  id: () => import('../locales/id.po'),
  en: () => import('../locales/en.po'),
};
