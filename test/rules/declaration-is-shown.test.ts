import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

const document = readFileSync('docs/privacy.md', 'utf8');
const catalogue = readFileSync('portal/src/locales/en.po', 'utf8').replace(/"\n"/g, '');

/** The sentences of the declaration in one language, as the document has them. */
function sentences(language: string): string[] {
  const part = document.split(`### ${language}`)[1]?.split('\n#')[0] ?? '';
  return [...part.matchAll(/^> (?:\d\. )?(.+)$/gm)].map(([, sentence = '']) => sentence);
}

describe('the declaration that people accept', () => {
  it('stands in the portal word for word, in both languages', () => {
    const [indonesian, english] = [sentences('Bahasa Indonesia'), sentences('English')];
    expect(indonesian).toHaveLength(6);
    const shown = indonesian.map((sentence) => {
      const [, translated] = catalogue.split(`msgid "${sentence}"\nmsgstr "`);
      return translated?.split('"\n')[0];
    });
    expect(shown).toEqual(english);
  });
});
