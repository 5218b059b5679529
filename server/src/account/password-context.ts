/** Everybody knows these; they stand on the sign above the door. */
const OWN_WORDS = ['oss', 'nib'];
const LETTER = /\p{L}/u;
/** A run of digits shorter than this is a number like any other. */
const TELLING_DIGITS = 6;
const LOOK_ALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** True when, apart from digits and symbols, nothing stands in the password but words known from the person (R29). */
export function isOnlyContextWords(password: string, words: readonly string[]): boolean {
  const text = [...folded(password)];
  const known = contextWords(words);
  if (!text.some((char) => LETTER.test(char))) {
    return known.some((word) => word.length >= TELLING_DIGITS && text.join('').includes(word.join('')));
  }
  // spent[n]: the first n characters are words, digits and symbols. A greedy match would stumble over Budi in Budiman.
  const spent = [true];
  for (const [at, char] of text.entries()) {
    const end = at + 1;
    const asSymbol = spent[at] === true && !LETTER.test(char);
    spent[end] =
      asSymbol || known.some((word) => spent[end - word.length] === true && endsAt(text, end, word));
  }
  return spent[text.length] === true;
}

function endsAt(text: readonly string[], end: number, word: readonly string[]): boolean {
  return word.every((letter, index) => {
    const char = text[end - word.length + index] ?? '';
    return char === letter || LOOK_ALIKES[char] === letter;
  });
}

/** Name, address and number taken apart as people take them apart: `budi.contoh88@…` gives budi, contoh88 and contoh. */
function contextWords(words: readonly string[]): string[][] {
  const whole = words.flatMap((word) =>
    folded(word)
      .replace(/@.*/u, '')
      .split(/[^\p{L}\p{N}]+/u),
  );
  const letters = whole.flatMap((word) => word.match(/\p{L}{3,}/gu) ?? []);
  const numbers = words.map((word) => word.replace(/[^\d]/g, '').replace(/^(62|0)(?=8)/, ''));
  const all = new Set([...OWN_WORDS, ...whole, ...letters, ...numbers]);
  return [...all].filter((word) => word !== '').map((word) => [...word]);
}

/** For comparison only; the password itself is never altered. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
