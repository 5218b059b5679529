/**
 * `text` as one line, its signs otherwise untouched. A name holding a line break could start a mail header or a
 * sentence that looks like ours, one holding direction marks could show a link backwards.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
