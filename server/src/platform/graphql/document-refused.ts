import { GraphQLError } from 'graphql';

import type { Words } from '../words/language.js';

/** The document asks for more than one request may. Nothing of it was executed; answered as 400 with `code`. */
export class DocumentRefused extends GraphQLError {
  constructor(
    readonly code: string,
    readonly words: Words,
    /** Goes into `extensions` beside the code. */
    readonly details: Readonly<Record<string, string | number>> = {},
  ) {
    super(words.en, { extensions: { code, http: { status: 400 } } });
  }
}
