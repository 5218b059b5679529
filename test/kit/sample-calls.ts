import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** What to put in by the name of the argument or input field; the rest is made from its type. */
export type Given = Readonly<Record<string, unknown>>;

export interface Call {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

type Operation = GraphQLField<unknown, unknown>;

/** A call of one operation with everything it must have, made from the schema alone; under two names, if asked for. */
export function callOf(root: 'Query' | 'Mutation', operation: Operation, given: Given, twice = false): Call {
  const args = operation.args.filter((arg) => isRequiredArgument(arg) || arg.name in given);
  const declared = args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const field = `${operation.name}${passed ? `(${passed})` : ''}${shownOf(operation.type)}`;
  const body = twice ? `one: ${field} two: ${field}` : field;
  const head = `${root.toLowerCase()} Call${declared ? `(${declared})` : ''}`;
  return { query: `${head} { ${body} }`, variables: variablesOf(args, given) };
}

const variablesOf = (args: readonly GraphQLArgument[], given: Given) =>
  Object.fromEntries(args.map(({ name, type }) => [name, sampleOf(name, type, given)]));

function sampleOf(name: string, type: GraphQLInputType, given: Given): unknown {
  if (name in given) return given[name];
  if (isNonNullType(type)) return sampleOf(name, type.ofType, given);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const wanted = Object.values(type.getFields()).filter(
      (field) => (isNonNullType(field.type) && field.defaultValue === undefined) || field.name in given,
    );
    return Object.fromEntries(wanted.map((field) => [field.name, sampleOf(field.name, field.type, given)]));
  }
  return SAMPLES[getNamedType(type).name] ?? 'Contoh isian yang cukup panjang';
}

const SAMPLES: Readonly<Record<string, unknown>> = {
  Int: 1,
  Boolean: false,
  DateTimeISO: '2026-11-23T02:00:00.000Z',
  LocalDate: '2026-11-23',
};

/** Enough to tell answers apart: the type, and the sentence of a problem. */
function shownOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  return isAbstractType(named) ? ' { __typename ... on Problem { message } }' : ' { __typename }';
}

/** The fields that lead from a type to the field of another, without arguments; null where none do within three steps. */
export function pathTo(from: GraphQLOutputType, type: string, field: string, depth = 3): string | null {
  const named = getNamedType(from);
  if (!isObjectType(named)) return null;
  if (named.name === type) return withSelection(named.getFields()[field], field);
  if (depth === 0) return null;
  for (const next of Object.values(named.getFields())) {
    if (next.args.some(isRequiredArgument)) continue;
    const below = pathTo(next.type, type, field, depth - 1);
    if (below) return `${next.name} { ${below} }`;
  }
  return null;
}

const withSelection = (found: Operation | undefined, name: string): string | null =>
  found ? `${name}${shownOf(found.type)}` : null;
