import type { GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';

import { DocumentRefused } from './document-refused.js';
import type { Measure } from './query-measure.js';

/**
 * A root field that sends or spends a secret, checks a password, code or NIK, or moves a case (R72). One request may
 * name one such field once: 600 aliases would otherwise be 600 guesses at a code for the price of one request.
 */
export function Sensitive(): MethodDecorator {
  return Extensions({ sensitive: true }) as MethodDecorator;
}

export function sensitiveFields(schema: GraphQLSchema): ReadonlySet<string> {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const fields = roots.flatMap((root) => Object.values(root?.getFields() ?? {}));
  return new Set(fields.filter(({ extensions }) => extensions.sensitive === true).map(({ name }) => name));
}

/** Undefined when the operation names at most one sensitive field, and that one once. */
export function sensitiveTwice(asked: Measure, sensitive: ReadonlySet<string>): DocumentRefused | undefined {
  let times = 0;
  for (const [name, count] of asked.fields) if (sensitive.has(name)) times += count;
  if (times <= 1) return undefined;
  return new DocumentRefused('ONE_SENSITIVE_FIELD', {
    id: 'Kirim operasi ini satu per satu. Tidak ada yang dijalankan.',
    en: 'Send these operations one at a time. None of them was run.',
  });
}
