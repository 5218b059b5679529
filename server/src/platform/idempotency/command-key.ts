import { createHash } from 'node:crypto';

import { IsOptional } from 'class-validator';
import { Field } from 'type-graphql';

import { opaque, Shaped } from '../graphql/shaped.js';

/** A command that its client can name. */
export interface Repeatable {
  readonly idempotencyKey?: string | null;
}

// Long enough that nobody guesses it: whoever has it gets the answer it was sent with.
const key = opaque(22, 100);

/** The field by which a client names its command, so that a repeat after an answer that was lost is known as one (R91). */
export function CommandKey(description: string): PropertyDecorator {
  return (target, property) => {
    Field(() => String, { nullable: true, description })(target, property);
    IsOptional()(target, property);
    Shaped(key)(target, property);
  };
}

export const REPEATED =
  'A random secret of 22 characters or more, made for this command. A repeat with it, after an answer that was lost, is answered like the first and does nothing twice.';

/** What a command is called in a row that it has changed; as long as an id. Not keyed: nobody can search for a random key. */
export const commandId = (named: string): string =>
  createHash('sha256').update(named).digest('base64url').slice(0, 36);
