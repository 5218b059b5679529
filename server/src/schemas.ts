import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';

import type { House } from './compose.js';
import { features } from './features.js';
import { schemaOf } from './platform/graphql/schema.js';

/** The two contracts as text, sorted. Resolvers are built from nothing and never called. */
export async function printedSchemas(): Promise<Record<'public' | 'helpdesk', string>> {
  const rooms = features(emptyHouse());
  const text = (schema: GraphQLSchema) => `${printSchema(lexicographicSortSchema(schema))}\n`;
  return { public: text(await schemaOf(rooms.public)), helpdesk: text(await schemaOf(rooms.helpdesk)) };
}

/** Answers every question with itself: enough to construct, useless for anything else. */
function emptyHouse(): House {
  const nothing: object = new Proxy(() => nothing, {
    get: (_target, name) => {
      if (name === Symbol.toPrimitive) return () => 0; // settings are multiplied into milliseconds
      return name === Symbol.iterator ? [][Symbol.iterator] : nothing;
    },
    apply: () => nothing,
  });
  return nothing as House;
}
