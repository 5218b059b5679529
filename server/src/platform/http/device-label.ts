/** The first that fits wins: every browser also claims to be the ones it descends from. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(A|iOS)?\//, 'Edge'],
  [/\bOP(R|T|X)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bUC ?Browser\//, 'UC Browser'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPod)\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** Nobody honest sends more, and what is cut off is never matched against. */
const LONGEST_AGENT = 500;

/**
 * What people call the program that asks: "Chrome, Android". Of an unknown one the name of its first product; empty
 * when it says nothing. The label is shown to owners and mailed to them, so nothing but letters and digits, a few
 * signs and 40 characters of what a client made up gets through.
 */
export function deviceLabel(agent = ''): string {
  const text = agent.slice(0, LONGEST_AGENT);
  const [browser, system] = [firstIn(BROWSERS, text), firstIn(SYSTEMS, text)];
  if (browser) return system ? `${browser}, ${system}` : browser;
  return /^[\w.+-]{1,40}/.exec(text.trim())?.[0] ?? '';
}

const firstIn = (kinds: typeof BROWSERS, text: string): string | undefined =>
  kinds.find(([sign]) => sign.test(text))?.[1];
