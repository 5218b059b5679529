import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readTyped } from '../../server/src/platform/words/typed-text.js';
import { told } from './reading.js';

describe('a typed identifier', () => {
  it.each([
    ['  abc ', 'abc'],
    ['abc\n', 'abc'],
    ['１２３ＡＢＣ', '123ABC'],
    ['\u202a0860\u202c \u200b1\u00ad2\ufeff', '0860 12'],
    ['\u2068a\u2069\u200e\u200f\u061c\u2060', 'a'],
    ['a\u200d\u0301', 'á'],
  ])('%j is read as %j', (raw, text) => {
    expect(told(readTyped(raw))).toBe(text);
  });

  it.each(['a\r\nb', 'a\tb', 'a\u0000b', 'a\u007fb', 'a\u0085b', 'a\u2028b', 'a\ud800b'])(
    '%j is refused: what is left over would hide a second line or a broken character',
    (raw) => {
      expect(told(readTyped(raw))).toBe('CONTROL_CHARACTER');
    },
  );

  it('never makes the reader fail, and reading it twice changes nothing', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(anything, (raw) => {
        const once = readTyped(raw);
        if ('fault' in once) return;
        expect(readTyped(once.value)).toEqual(once);
      }),
      { numRuns: 2000 },
    );
  });
});
