import { type GraphQLSchema, Kind, parse } from 'graphql';
import { Extensions } from 'type-graphql';

/** What goes on longest when there is too much to do: links that stop a takeover, then as security.md 6.5 orders it. */
export type Urgency = 'STOP' | 'LOGIN' | 'CONSOLE' | 'REGISTRATION' | 'LOOKUP';

/** The part of the room that each may fill; whoever comes later in the order finds it full sooner. */
export const SHARES: Readonly<Record<Urgency, number>> = {
  STOP: 1.25,
  LOGIN: 1,
  CONSOLE: 0.95,
  REGISTRATION: 0.9,
  LOOKUP: 0.8,
};

/** Of a root field; without it a field is as urgent as most of its schema. */
export function Urgent(urgency: Urgency): MethodDecorator {
  return Extensions({ urgency }) as MethodDecorator;
}

const LONGEST = 2000;
const MOST_KNOWN = 500;

/**
 * Answers how urgent a document is: as its least urgent field, so that nobody gets a look-up in under a stop link. What
 * cannot be read is not urgent. Documents that clients send again and again are read once.
 */
export function urgencyIn(schema: GraphQLSchema, usual: Urgency): (query: unknown) => Urgency {
  const fields = urgentFields(schema);
  const known = new Map<string, Urgency>();
  return (query) => {
    if (typeof query !== 'string') return 'LOOKUP';
    const before = known.get(query);
    if (before) return before;
    const urgency = leastUrgent(query, fields, usual);
    if (query.length <= LONGEST && known.size < MOST_KNOWN) known.set(query, urgency);
    return urgency;
  };
}

function urgentFields(schema: GraphQLSchema): ReadonlyMap<string, Urgency> {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const fields = roots.flatMap((root) => Object.values(root?.getFields() ?? {}));
  return new Map(
    fields.flatMap(({ name, extensions }) =>
      extensions.urgency ? [[name, extensions.urgency as Urgency] as const] : [],
    ),
  );
}

function leastUrgent(query: string, fields: ReadonlyMap<string, Urgency>, usual: Urgency): Urgency {
  try {
    const { definitions } = parse(query, { noLocation: true, maxTokens: 1000 });
    const selections = definitions.flatMap((one) =>
      one.kind === Kind.OPERATION_DEFINITION ? one.selectionSet.selections : [],
    );
    const all = selections.map((one) =>
      one.kind === Kind.FIELD ? (fields.get(one.name.value) ?? usual) : 'LOOKUP',
    );
    return all.sort((a, b) => SHARES[a] - SHARES[b])[0] ?? 'LOOKUP';
  } catch {
    return 'LOOKUP';
  }
}
