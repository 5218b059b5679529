import { randomUUID } from 'node:crypto';

import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

import { originNow } from '../trace/origin.js';
import type { Language, Words } from '../words/language.js';
import { type AskedDocument, faultOfArgument, faultOfLiteral, faultsOfVariable } from './document-faults.js';
import { DocumentRefused } from './document-refused.js';
import { type FieldFault, InvalidInput } from './invalid-input.js';
import { sayFaults } from './say-faults.js';
import { type Trouble, troubleOf } from './trouble.js';

export interface ErrorOrigin {
  readonly language: Language;
  /** Undefined when the document could not even be read. */
  readonly asked?: AskedDocument;
  readonly withoutEcho: (message: string) => string;
}

/** An error as the client sees it, and what else follows from it. */
export interface FormattedError {
  readonly shown: GraphQLFormattedError;
  /** Unforeseen or passing: to be logged under `shown.extensions.reference`, with its cause. */
  readonly trouble?: Trouble & { readonly reference: string; readonly cause: unknown };
}

/** Nothing that was sent comes back: neither values nor words of the document that the schema does not know. */
export function formatError(error: GraphQLError, origin: ErrorOrigin): FormattedError {
  const cause = unwrapResolverError(error);
  const place = placeOf(error);
  const faults = cause instanceof InvalidInput ? cause.fields : faultsIn(error, cause, origin.asked);
  if (faults) {
    const { message, fields } = sayFaults(faults, origin.language);
    return { shown: { message, ...place, extensions: { code: 'BAD_USER_INPUT', fields } } };
  }
  if (error.path) return ofResolver(cause, origin.language, place);
  return { shown: { ...ofRequest(error, origin), ...place } };
}

/** Values that graphql-js refused, in the document, in the variables, or at the field that was to get them. */
function faultsIn(
  error: GraphQLError,
  cause: unknown,
  asked?: AskedDocument,
): readonly FieldFault[] | undefined {
  if (!asked) return undefined;
  if (!error.path) {
    const literal = faultOfLiteral(error, asked.document);
    return literal ? [literal] : faultsOfVariable(error, asked);
  }
  if (!(cause instanceof GraphQLError) || cause.extensions.code !== undefined) return undefined;
  const argument = faultOfArgument(cause, asked.document);
  return argument && [argument];
}

/** The request's own id, which the answer, the log and the trail have too. */
const referenceNow = (): string => originNow().requestId ?? randomUUID();

type Place = Pick<GraphQLFormattedError, 'locations' | 'path'>;

function placeOf({ locations, path }: GraphQLError): Place {
  return { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
}

/** Guards say their own sentence with a code. Everything else a resolver throws was not meant for anybody's eyes. */
function ofResolver(cause: unknown, language: Language, place: Place): FormattedError {
  const meant = cause instanceof GraphQLError && typeof cause.extensions.code === 'string';
  if (meant) {
    const { http: _, ...extensions } = cause.extensions;
    return { shown: { message: cause.message, ...place, extensions } };
  }
  const trouble = troubleOf(cause);
  const reference = referenceNow();
  const { code, words } = trouble;
  const shown = { message: words[language], ...place, extensions: { code, reference } };
  return { shown, trouble: { ...trouble, reference, cause } };
}

/** Of the request as a whole: nothing was executed. */
function ofRequest(error: GraphQLError, origin: ErrorOrigin): GraphQLFormattedError {
  const { language, withoutEcho } = origin;
  if (error.originalError instanceof DocumentRefused) return refused(error.originalError, language);
  if (error instanceof DocumentRefused) return refused(error, language);
  const reference = referenceNow();
  const code = `${error.extensions.code ?? 'BAD_REQUEST'}`;
  const message = SAID[code]?.[language] ?? withoutEcho(error.message);
  return { message, extensions: { code, reference } };
}

const refused = ({ code, words, details }: DocumentRefused, language: Language): GraphQLFormattedError => ({
  message: words[language],
  extensions: { code, ...details },
});

/** Request errors whose own message repeats text that was sent, or speaks of settings. */
const SAID: Readonly<Record<string, Words>> = {
  GRAPHQL_PARSE_FAILED: {
    id: 'Dokumen GraphQL tidak dapat dibaca.',
    en: 'The GraphQL document cannot be read.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    id: 'Operasi yang diminta tidak ada dalam dokumen GraphQL.',
    en: 'The requested operation is not in the GraphQL document.',
  },
  BAD_REQUEST: {
    id: 'Permintaan GraphQL memerlukan "query" berupa teks.',
    en: 'A GraphQL request needs a "query" of text.',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    id: 'Kirim dokumen GraphQL secara lengkap.',
    en: 'Send the GraphQL document in full.',
  },
};
