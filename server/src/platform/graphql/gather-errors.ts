import { type ASTNode, type GraphQLError, Kind } from 'graphql';

import { DocumentRefused } from './document-refused.js';
import type { FormattedError } from './format-error.js';
import { type QueryLimits, tooComplex } from './query-limits.js';
import type { SpokenFault } from './say-faults.js';

const TOO_LONG = 'Syntax Error: Document contains more that';

/** A refused document is refused once, not as often as it took to stop validation. */
export function worthSaying(errors: readonly GraphQLError[], limits: QueryLimits): readonly GraphQLError[] {
  if (errors[0]?.message.startsWith(TOO_LONG)) return [tooComplex('tokens', limits.tokens)];
  if (errors[0]?.originalError instanceof DocumentRefused) return errors.slice(0, 1);
  // graphql-js has an error for every fault of a variable; `formatError` finds them all from the first.
  const said = new Set<ASTNode>();
  return errors.filter(({ nodes: [node] = [] }) => {
    if (node?.kind !== Kind.VARIABLE_DEFINITION) return true;
    return !said.has(node) && said.add(node);
  });
}

/** One error names all the fields of a request to be mended, wherever each of them was found. */
export function together(errors: readonly FormattedError[]): readonly FormattedError[] {
  const faulty = errors.filter(({ shown }) => !shown.path && shown.extensions?.code === 'BAD_USER_INPUT');
  const [first] = faulty;
  if (!first || faulty.length === 1) return errors;
  const fields = faulty.flatMap(({ shown }) => shown.extensions?.fields as readonly SpokenFault[]);
  const distinct = new Map(fields.map((fault) => [`${fault.field} ${fault.code}`, fault]));
  const extensions = { ...first.shown.extensions, fields: [...distinct.values()] };
  const rest = errors.filter((error) => !faulty.includes(error));
  return [{ shown: { ...first.shown, extensions } }, ...rest];
}
