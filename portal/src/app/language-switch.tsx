import { useLingui } from '@lingui/react';

import { chooseLanguage, type Language } from '../platform/language.tsx';

const NAMES: readonly (readonly [Language, string, string])[] = [
  ['id', 'ID', 'Bahasa Indonesia'],
  ['en', 'EN', 'English'],
];

/** Changes the words and nothing else: the step and what was typed stay. */
export function LanguageSwitch() {
  const { i18n } = useLingui();
  return (
    <div>
      {NAMES.map(([language, short, name]) => (
        <button
          key={language}
          type="button"
          className="language"
          lang={language}
          aria-label={`${short}: ${name}`}
          aria-pressed={i18n.locale === language}
          // A catalogue that does not arrive leaves the page in the language it has.
          onClick={() => void chooseLanguage(language).catch(() => undefined)}
        >
          {short}
        </button>
      ))}
    </div>
  );
}
