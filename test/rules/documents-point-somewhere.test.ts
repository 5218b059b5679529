import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, it } from 'vitest';

const documents = [
  'README.md',
  'server/README.md',
  'schema/README.md',
  ...['docs', 'docs/flows', 'docs/decisions'].flatMap(inFolder),
];
const read = (file: string) => readFileSync(file, 'utf8');

describe('the documents', () => {
  it('name files that are there', () => {
    const missing = documents.flatMap((document) =>
      [...read(document).matchAll(/`((?:server|test|docs|portal|schema|graphiql)\/[\w./{},-]+)`/g)]
        .flatMap(([, path = '']) => spread(path))
        .filter((path) => !existsSync(path) && !existsSync(`${path}.ts`))
        .map((path) => `${document}: ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it('link to places that are there', () => {
    const missing = documents.flatMap((document) =>
      [...read(document).matchAll(/\]\((?!https?:|mailto:)([^)\s#]+)/g)]
        .map(([, path = '']) => join(dirname(document), path))
        .filter((path) => !existsSync(path))
        .map((path) => `${document}: ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it('draw one diagram a flow, in which nothing ends a statement half-way', () => {
    const diagrams = (file: string) =>
      [...read(file).matchAll(/```mermaid\n(.*?)```/gs)].map(([, text = '']) => text);
    const other = inFolder('docs/flows').filter((file) => {
      const [diagram = ';', ...more] = diagrams(file);
      return more.length > 0 || /[;#]/.test(diagram); // Mermaid takes either for the end of a message
    });
    expect(other).toEqual([]);
  });

  it('tell every decision in the same order', () => {
    const parts = ['**Context.**', '**Decision.**', '**Rejected.**', '**Consequence.**'];
    const other = inFolder('docs/decisions').filter((file) => {
      const places = parts.map((part) => read(file).indexOf(part));
      return places.includes(-1) || places.some((place, index) => place < (places[index - 1] ?? 0));
    });
    expect(other).toEqual([]);
  });
});

function inFolder(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
}

/** `a/{b,c}.d` is two files. */
function spread(path: string): string[] {
  const [, before = '', inside, after = ''] = /^(.*)\{(.*)\}(.*)$/.exec(path) ?? [];
  return inside === undefined ? [path] : inside.split(',').map((one) => `${before}${one}${after}`);
}
