import { type DocumentNode, Kind, type ValidationRule } from 'graphql';

import { DocumentRefused } from './document-refused.js';
import { sensitiveTwice } from './once-per-request.js';
import { type Measure, Measuring } from './query-measure.js';

/** The most a document may ask for (`GQL_*` of security.md 2.2). */
export interface QueryLimits {
  readonly depth: number;
  readonly tokens: number;
  readonly aliases: number;
  readonly directives: number;
  readonly rootFields: number;
  readonly cost: number;
  readonly page: number;
}

export function tooComplex(limit: keyof QueryLimits, most: number): DocumentRefused {
  const words = {
    id: `Permintaan GraphQL ini terlalu besar (batas ${limit}: ${most}). Bagi menjadi beberapa permintaan.`,
    en: `This GraphQL request is too large (limit on ${limit}: ${most}). Split it into several.`,
  };
  return new DocumentRefused('QUERY_TOO_COMPLEX', words, { limit, most });
}

/** Validation stops after this many errors. */
export const MOST_ERRORS = 10;

/**
 * A validation rule that looks before any other rule does: some of them take quadratic time. Whatever it refuses, no
 * other rule starts on. Runs once per document, as validated documents are kept.
 */
export function structureRule(limits: QueryLimits, sensitive: ReadonlySet<string>): ValidationRule {
  return (context) => {
    const refused = refusalOf(context.getDocument(), limits, sensitive);
    if (!refused) return {};
    return {
      // graphql-js has no way to stop at once but to have too many errors.
      Document: () => {
        for (let times = 0; times <= MOST_ERRORS; times += 1) context.reportError(refused);
      },
    };
  };
}

function refusalOf(document: DocumentNode, limits: QueryLimits, sensitive: ReadonlySet<string>) {
  const measuring = new Measuring(document);
  for (const one of document.definitions) {
    if (one.kind !== Kind.OPERATION_DEFINITION) continue;
    const asked = measuring.operation(one);
    // Said first: it also tells somebody who tries many aliases what is at stake.
    const refused = sensitiveTwice(asked, sensitive) ?? overLimit(asked, limits);
    if (refused) return refused;
  }
  return undefined;
}

function overLimit({ depth, aliases, directives, fields }: Measure, limits: QueryLimits) {
  const rootFields = [...fields.values()].reduce((sum, times) => sum + times, 0);
  const measured = { depth, aliases, directives, rootFields };
  for (const [limit, asked] of Object.entries(measured) as [keyof typeof measured, number][])
    if (asked > limits[limit]) return tooComplex(limit, limits[limit]);
  return undefined;
}
