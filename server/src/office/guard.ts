import {
  defaultFieldResolver,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';

import type { Audit } from '../platform/audit/audit.js';
import type { Database } from '../platform/database/transact.js';
import { type HelpdeskContext, whoIsOnDuty } from './helpdesk-context.js';
import { type Admitted, WHO_MAY } from './permissions.js';
import { byAgent } from './trail.js';

interface Needs {
  readonly db: Database;
  readonly audit: Audit;
}

const WORDS = {
  id: 'Peran Anda tidak mencakup tindakan ini.',
  en: 'Your role does not cover this act.',
};

/**
 * Puts the matrix of `permissions.ts` before every field that it names; throws where a root field has no row, so that
 * a new operation cannot be forgotten. Refusals are on record (`AUTHZ_DENIED`); nothing has been done or counted.
 */
export function guarded(schema: GraphQLSchema, needs: Needs): GraphQLSchema {
  const roots = new Set([schema.getQueryType()?.name, schema.getMutationType()?.name]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const admitted = WHO_MAY[`${type.name}.${field.name}`];
      if (!admitted && roots.has(type.name))
        throw new Error(`Nobody is named for ${type.name}.${field.name}.`);
      if (admitted && admitted !== 'ANYBODY') putBefore(field, admitted, needs);
    }
  }
  return schema;
}

function putBefore(
  field: GraphQLField<unknown, HelpdeskContext>,
  admitted: Exclude<Admitted, 'ANYBODY'>,
  { db, audit }: Needs,
): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = async (source, args, context, info) => {
    const caller = await whoIsOnDuty(context);
    if (admitted.includes(caller.role)) return resolve(source, args, context, info);
    const reasonCode = `${info.parentType.name}.${info.fieldName}`;
    const denied = { event: 'AUTHZ_DENIED', result: 'refused', reasonCode } as const;
    await audit.recordAlone(db, { ...byAgent(caller, context), ...denied });
    const extensions = { code: 'FORBIDDEN', roles: admitted };
    throw new GraphQLError(WORDS[context.language], { extensions });
  };
}
