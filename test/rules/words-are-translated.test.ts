import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Properties of components whose text people read or hear. */
const READ = new Set([
  ...['label', 'title', 'caption', 'heading', 'hint', 'note', 'placeholder', 'summary', 'confirm', 'refusal'],
  ...['alt', 'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext'],
]);
/** The same in every language. */
const NAMES = new Set(['Akun OSS', 'English', 'Bahasa Indonesia', 'Email', 'WhatsApp', '· PDF', 'EML-…']);
/** Development only; its words are in one language. */
const NOT_SHIPPED = /features[\\/]gallery[\\/]/;

const isRead = (place: ts.Node) => !ts.isJsxAttribute(place) || READ.has(place.name.getText());
const isWords = (text: string) => /\p{L}{2}/u.test(text) && !NAMES.has(text.trim());

function plainWordsOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const note = (text: string) => isWords(text) && found.push(`${file}: ${text.trim()}`);
  const walk = (node: ts.Node): void => {
    if (ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'Trans') return;
    if (ts.isJsxText(node)) note(node.text);
    if (ts.isJsxExpression(node) && node.expression && isRead(node.parent)) noteText(node.expression, note);
    if (ts.isStringLiteral(node) && ts.isJsxAttribute(node.parent) && isRead(node.parent)) note(node.text);
    node.forEachChild(walk);
  };
  walk(source);
  return found;
}

function noteText(expression: ts.Expression, note: (text: string) => unknown): void {
  if (ts.isStringLiteralLike(expression)) note(expression.text);
  if (ts.isTemplateExpression(expression))
    for (const { text } of [expression.head, ...expression.templateSpans.map(({ literal }) => literal)])
      note(text);
}

describe('the words of the screens', () => {
  it.each(['admin-ui', 'portal'])('%s: are written in the catalogue and nowhere else', (screen) => {
    const files = readdirSync(`${screen}/src`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx') && !NOT_SHIPPED.test(file))
      .map((file) => join(screen, 'src', file));
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap(plainWordsOf)).toEqual([]);
  });
});
