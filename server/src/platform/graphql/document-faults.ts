import {
  type ASTNode,
  BREAK,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  isInputType,
  Kind,
  typeFromAST,
  type VariableDefinitionNode,
  visit,
} from 'graphql';

import { at, faultsOfValue, REQUIRED, UNKNOWN_FIELD, WRONG_TYPE } from './input-faults.js';
import type { FieldFault } from './invalid-input.js';

export interface AskedDocument {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The faults of the variable that graphql-js refused with `error`; undefined when the error is about something else. */
export function faultsOfVariable(error: GraphQLError, asked: AskedDocument): FieldFault[] | undefined {
  const node = error.nodes?.[0];
  if (node?.kind !== Kind.VARIABLE_DEFINITION || error.extensions.code !== 'BAD_USER_INPUT') return undefined;
  const type = typeFromAST(asked.schema, node.type);
  if (!type || !isInputType(type)) return undefined;
  const { value: name } = node.variable.name;
  const given = Object.hasOwn(asked.variables, name) ? asked.variables[name] : undefined;
  const faults = faultsOfValue(given, type, placeOfVariable(node, asked.document));
  return faults.length > 0 ? faults : [at(placeOfVariable(node, asked.document), WRONG_TYPE)];
}

const LITERALS = new Set<string>([
  ...[Kind.INT, Kind.FLOAT, Kind.STRING, Kind.BOOLEAN, Kind.NULL, Kind.ENUM, Kind.LIST, Kind.OBJECT],
  Kind.OBJECT_FIELD,
]);

/** The fault of a value written into the document itself; undefined when the error is about something else. */
export function faultOfLiteral(error: GraphQLError, document: DocumentNode): FieldFault | undefined {
  const node = error.nodes?.[0];
  if (!node || !LITERALS.has(node.kind)) return undefined;
  const path = pathTo(node, document);
  if (node.kind === Kind.OBJECT_FIELD) return at(path.slice(0, -1), UNKNOWN_FIELD);
  if (node.kind === Kind.NULL) return at(path, REQUIRED);
  // graphql-js reports a missing field at the object around it; the name it quotes is the schema's own.
  const missing = /^Field "\w+\.(\w+)" of required type/.exec(error.message)?.[1];
  return missing ? at([...path, missing], REQUIRED) : at(path, WRONG_TYPE);
}

/** An argument that only execution could refuse: a variable that may be null, and is, where null may not stand. */
export function faultOfArgument(error: GraphQLError, document: DocumentNode): FieldFault | undefined {
  const node = error.nodes?.[0];
  if (node?.kind === Kind.VARIABLE) return at(pathTo(node, document), REQUIRED);
  if (node?.kind !== Kind.FIELD) return faultOfLiteral(error, document);
  const missing = /^Argument "(\w+)" of required type/.exec(error.message)?.[1];
  return missing ? at([missing], REQUIRED) : undefined;
}

/** Where a variable is used first: `login(input: { identifier: $who })` makes it `input.identifier`. */
function placeOfVariable(definition: VariableDefinitionNode, document: DocumentNode): string[] {
  const { value: name } = definition.variable.name;
  let use: ASTNode | undefined;
  visit(document, {
    VariableDefinition: () => false,
    Variable: (node) => {
      if (node.name.value === name) use ??= node;
    },
  });
  return use ? pathTo(use, document) : [];
}

function pathTo(target: ASTNode, document: DocumentNode): string[] {
  const names: string[] = [];
  let found = false;
  // Names are pushed on the way down and popped on the way up, until the target stops the walk.
  visit(document, {
    enter: (node) => {
      if (isNamed(node)) names.push(node.name.value);
      found = node === target;
      return found ? BREAK : undefined;
    },
    leave: (node) => {
      if (isNamed(node)) names.pop();
    },
  });
  return found ? names : [];
}

/** Arguments of fields and of input objects. A directive's argument has no place in a form, but it has a name. */
const isNamed = (node: ASTNode) => node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD;
