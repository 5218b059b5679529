import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

import { type QueryLimits, tooComplex } from './query-limits.js';

export interface AskedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Objects an operation may load: each counts one, those below a field with `first` that many times. Throws
 * `DocumentRefused` when they, or a single page, are too many. True when no variable had a say in it, so that the same
 * operation need not be counted again. For validated documents only.
 */
export function checkCost(asked: AskedOperation, limits: QueryLimits): boolean {
  const counting = new Counting(asked, limits.page);
  const root = asked.schema.getRootType(asked.operation.operation);
  const cost = root ? counting.selections(asked.operation.selectionSet, root) : 0;
  if (cost > limits.cost) throw tooComplex('cost', limits.cost);
  return counting.fixed;
}

class Counting {
  fixed = true;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #counted = new Map<string, number>();

  constructor(
    private readonly asked: AskedOperation,
    private readonly page: number,
  ) {
    for (const one of asked.document.definitions)
      if (one.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(one.name.value, one);
  }

  selections({ selections }: SelectionSetNode, parent: GraphQLNamedType): number {
    return selections.reduce((sum, selection) => sum + this.#selection(selection, parent), 0);
  }

  #selection(selection: SelectionNode, parent: GraphQLNamedType): number {
    if (selection.kind === Kind.FIELD) return this.#field(selection, parent);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#fragment(selection.name.value);
    const narrowed = this.#type(selection.typeCondition?.name.value) ?? parent;
    return this.selections(selection.selectionSet, narrowed);
  }

  #field(node: FieldNode, parent: GraphQLNamedType): number {
    if (!isObjectType(parent) && !isInterfaceType(parent)) return 0;
    const field = parent.getFields()[node.name.value];
    // Scalars come with their object; introspection has no field here and loads nothing.
    if (!field || !node.selectionSet) return 0;
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return 0;
    const inside = this.selections(node.selectionSet, type);
    const times = this.#times(node, field);
    // A list is so many objects; a page is one object that holds so many.
    return isListType(getNullableType(field.type)) ? times * (1 + inside) : 1 + times * inside;
  }

  #fragment(name: string): number {
    const known = this.#counted.get(name);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    const type = this.#type(fragment?.typeCondition.name.value);
    const cost = fragment && type ? this.selections(fragment.selectionSet, type) : 0;
    this.#counted.set(name, cost);
    return cost;
  }

  #times(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
    const first = field.args.find(({ name }) => name === 'first');
    if (!first) return 1;
    const asked = this.#given(node) ?? first.defaultValue ?? this.page;
    if (typeof asked !== 'number') return 1; // coercion is about to refuse it, and says why
    if (asked > this.page) throw tooComplex('page', this.page);
    return Math.max(asked, 1);
  }

  #given(node: FieldNode): unknown {
    const value = node.arguments?.find(({ name }) => name.value === 'first')?.value;
    if (value?.kind === Kind.INT) return Number(value.value);
    if (value?.kind !== Kind.VARIABLE) return undefined;
    this.fixed = false;
    const name = value.name.value;
    if (Object.hasOwn(this.asked.variables, name)) return this.asked.variables[name];
    const definitions = this.asked.operation.variableDefinitions ?? [];
    const preset = definitions.find(({ variable }) => variable.name.value === name)?.defaultValue;
    return preset?.kind === Kind.INT ? Number(preset.value) : undefined;
  }

  #type(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.asked.schema.getType(name);
  }
}
