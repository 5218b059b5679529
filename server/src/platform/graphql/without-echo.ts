import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/**
 * Messages of graphql-js name the words of the document they are about. Words the schema knows help the developer of a
 * client and give nothing away; all others came from the sender and are left out, in development too (R75).
 */
export function withoutEcho(schema: GraphQLSchema): (message: string) => string {
  const known = namesIn(schema);
  const harmless = (quoted: string) =>
    quoted.split(/[^\w]+/).every((word) => word === '' || known.has(word)) && /^[\w.!@[\]]*$/.test(quoted);
  return (message) =>
    message.replace(/"([^"]*)"/g, (whole, quoted: string) => (harmless(quoted) ? whole : '"…"'));
}

function namesIn(schema: GraphQLSchema): Set<string> {
  const types = Object.values(schema.getTypeMap());
  const inside = types.flatMap(namesOf);
  return new Set([...types, ...inside, ...schema.getDirectives()].map(({ name }) => name));
}

type Named = { readonly name: string };

function namesOf(type: GraphQLNamedType): readonly Named[] {
  if (isEnumType(type)) return type.getValues();
  if (isInputObjectType(type)) return Object.values(type.getFields());
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [field, ...field.args]);
}
