import { getIntrospectionQuery, parse } from 'graphql';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { BoundedDocuments } from '../../server/src/platform/graphql/document-store.js';
import { ran, type SmallApp, smallApp } from '../kit/small-app.js';

let app: SmallApp;
beforeAll(async () => {
  app = await smallApp();
  await app.ask('{ leaf { name } }'); // the first request pays for compiling
});
beforeEach(() => {
  ran.length = 0;
});

const times = (count: number, one: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => one(index)).join(' ');

const nested = (levels: number) => `${'{ leaf '.repeat(levels)}{ name }${' }'.repeat(levels)}`;

/** Each fragment spreads the next one twice: 2^60 fields once written out. */
const exploding = `{ leaf { ...F0 } } ${times(60, (i) => `fragment F${i} on Leaf { leaf { ...F${i + 1} ...F${i + 1} } }`)} fragment F60 on Leaf { name }`;
const doubling = `{ leaf { ...F0 } } ${times(40, (i) => `fragment F${i} on Leaf { a: leaf { ...F${i + 1} } leaf { ...F${i + 1} } }`)} fragment F40 on Leaf { name }`;

describe('a document that asks for too much', () => {
  const tooMuch: [string, string, string][] = [
    ['600 aliases of one field', `{ ${times(600, (i) => `a${i}: client`)} }`, 'tokens'],
    ['200 aliases within the token limit', `{ leaf { ${times(200, (i) => `a${i}: name`)} } }`, 'aliases'],
    [
      'aliases in a fragment spread often',
      `{ leaf { ${times(6, () => '...F leaf { ...F }')} } } fragment F on Leaf { a: name b: name c: name }`,
      'aliases',
    ],
    ['the same object 240 times', `{ leaf { ${times(240, () => 'leaf { name }')} } }`, 'aliases'],
    [
      'the same object 150 times in inline fragments',
      `{ leaf { ${times(100, () => '... { leaf { name } }')} } }`,
      'aliases',
    ],
    ['eleven levels', nested(11), 'depth'],
    ['150 levels', nested(150), 'depth'],
    ['fragments that would explode', exploding, 'depth'],
    ['aliased fragments that would explode', doubling, 'depth'],
    ['2,000 tokens', `{ ${times(2000, () => 'client')} }`, 'tokens'],
    ['21 directives', `{ ${times(21, () => 'client @include(if: true)')} }`, 'directives'],
    [
      'directives in a fragment spread often',
      `{ ${times(11, () => '...F')} } fragment F on Query { client @include(if: true) @skip(if: false) }`,
      'directives',
    ],
    ['six root fields', `{ ${times(6, (i) => `a${i}: client`)} }`, 'rootFields'],
    [
      'root fields in fragments',
      `{ ...F ...F ...F } fragment F on Query { client leaf { name } }`,
      'rootFields',
    ],
    ['a page of 101', '{ leaf { leaves(first: 101) { name } } }', 'page'],
    ['pages within pages', '{ leaf { leaves(first: 40) { leaves(first: 40) { name } } } }', 'cost'],
  ];

  it.each(tooMuch)('is refused before it runs: %s', async (_, query, limit) => {
    const started = performance.now();
    const answer = await app.ask(query);
    const took = performance.now() - started;
    expect(answer).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX', limit } }],
    });
    expect(answer.errors).toHaveLength(1);
    expect(answer.data).toBeUndefined();
    expect(took).toBeLessThan(100);
  });

  it('is told apart by what its variables say', async () => {
    const query = 'query Q($n: Int = 3) { leaf { leaves(first: $n) { leaves(first: $n) { name } } } }';
    expect((await app.ask(query)).status).toBe(200);
    expect((await app.ask(query, { n: 20 })).status).toBe(200);
    expect((await app.ask(query, { n: 40 })).errors[0].extensions.limit).toBe('cost');
    expect((await app.ask(query, { n: 1e9 })).errors[0].extensions.limit).toBe('page');
    expect((await app.ask(query, { n: '9' })).errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  it('leaves room for what clients do ask', async () => {
    expect((await app.ask(nested(9))).status).toBe(200);
    expect((await app.ask('{ leaf { leaves(first: 100) { name leaf { name } } } }')).status).toBe(200);
  });

  it('leaves room for introspection where that is on', async () => {
    expect((await app.ask(getIntrospectionQuery({ inputValueDeprecation: true }))).status).toBe(200);
  });

  it('speaks the language of the request', async () => {
    const { errors } = await app.ask(nested(11), {}, { 'accept-language': 'en-GB' });
    expect(errors[0].message).toContain('too large');
  });

  it('is not kept for ever: parsed documents leave, the longest unused first', async () => {
    const store = new BoundedDocuments(1000);
    const of = (index: number) => parse(`{ client } #${`${index}`.padStart(88, ' ')}`);
    for (let index = 0; index < 10; index += 1) await store.set(`${index}`, of(index));
    await store.get('0');
    await store.set('10', of(10));
    const kept = await Promise.all(
      times(11, String)
        .split(' ')
        .map(async (key) => Boolean(await store.get(key))),
    );
    expect(kept).toEqual([true, false, ...Array(9).fill(true)]);
  });
});

describe('an operation that guesses or spends', () => {
  const twice: [string, string][] = [
    ['by alias', 'mutation { a: guess(code: "1") b: guess(code: "2") }'],
    ['without an alias', 'mutation { guess(code: "1") guess(code: "1") }'],
    ['beside another of its kind', 'mutation { guess(code: "1") spend(token: "2") }'],
    ['by inline fragment', 'mutation { guess(code: "1") ... on Mutation { b: guess(code: "2") } }'],
    ['by fragment', 'mutation { a: guess(code: "1") ...F } fragment F on Mutation { b: guess(code: "2") }'],
    [
      'by one fragment of two fields',
      'mutation { ...F } fragment F on Mutation { a: guess(code: "1") b: guess(code: "2") }',
    ],
    [
      'by a fragment within a fragment',
      'mutation { ...F ...G } fragment F on Mutation { ...G } fragment G on Mutation { guess(code: "1") }',
    ],
    ['behind a condition', 'mutation { a: guess(code: "1") @skip(if: true) b: guess(code: "2") }'],
    [
      '600 times',
      `mutation { ${times(150, (i) => `a${i}: guess(code: "${i}")`)} }`.replaceAll(
        ': guess(code',
        ':guess(code',
      ),
    ],
    [
      'in an operation that is not the one asked for',
      'mutation A { x: attempt(input: { word: "a" }) } mutation B { a: guess(code: "1") b: guess(code: "2") }',
    ],
  ];

  it.each(twice)('is refused whole when it stands twice: %s', async (_, query) => {
    const { status, errors } = await app.ask(query);
    expect(status).toBe(400);
    expect(['ONE_SENSITIVE_FIELD', 'QUERY_TOO_COMPLEX']).toContain(errors[0].extensions.code);
    expect(ran).toEqual([]);
  });

  it('runs once when it stands once', async () => {
    const { data } = await app.ask('mutation { ...F } fragment F on Mutation { tried: guess(code: "1") }');
    expect(data).toEqual({ tried: false });
    expect(ran).toEqual(['1']);
  });
});
