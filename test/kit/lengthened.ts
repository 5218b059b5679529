/** A message as Lingui compiles it: text, and blanks with what fills them. */
export type Compiled = string | readonly Token[];
type Token = string | readonly [string, string?, Record<string, unknown>?];
export type Messages = Readonly<Record<string, Compiled>>;

const ACCENTED: Readonly<Record<string, string>> = {
  ...{
    a: 'á',
    e: 'é',
    i: 'í',
    o: 'ó',
    u: 'ú',
    n: 'ñ',
    c: 'ç',
    s: 'š',
    d: 'ď',
    g: 'ğ',
    k: 'ķ',
    y: 'ý',
    h: 'ĥ',
    t: 'ţ',
  },
  ...{
    A: 'Á',
    E: 'É',
    I: 'Í',
    O: 'Ó',
    U: 'Ú',
    N: 'Ñ',
    C: 'Ç',
    S: 'Š',
    D: 'Ď',
    G: 'Ğ',
    K: 'Ķ',
    Y: 'Ý',
    H: 'Ĥ',
    T: 'Ţ',
  },
};
const SYLLABLE = /[aeiou]/gi;
const MORE = 0.35;

/** Every word a third longer and accented: what does not fit is cut off or sticks out, what nobody translated keeps its plain letters. */
export const lengthened = (messages: Messages): Messages =>
  Object.fromEntries(Object.entries(messages).map(([id, message]) => [id, compiled(message)]));

const compiled = (message: Compiled): Compiled =>
  typeof message === 'string' ? text(message) : message.map(token);

function token(one: Token): Token {
  if (typeof one === 'string') return text(one);
  const [name, format, options] = one;
  if (!options) return one;
  const written = Object.entries(options).map(([key, value]) => [
    key,
    key === 'offset' ? value : compiled(value as Compiled),
  ]);
  return [name, format, Object.fromEntries(written)];
}

/** Tags stay as they are: `<0>…</0>` are elements. */
const text = (words: string): string =>
  words
    .split(/(<\/?\d+\/?>)/)
    .map((part) => (/^<\/?\d/.test(part) ? part : accented(longer(part))))
    .join('');

/** By drawing out vowels, so that words break where they did. */
function longer(words: string): string {
  const vowels = words.match(SYLLABLE)?.length ?? 0;
  const each = vowels === 0 ? 0 : Math.ceil((words.trim().length * MORE) / vowels);
  return words.replace(SYLLABLE, (vowel) => vowel + vowel.toLowerCase().repeat(each));
}

const accented = (words: string) => words.replace(/[a-z]/gi, (letter) => ACCENTED[letter] ?? letter);
