import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What an operation asks for once its fragments are written out. Counts may become huge, the work to count never. */
export interface Measure {
  depth: number;
  aliases: number;
  directives: number;
  /** How often each field stands at this level. */
  readonly fields: Map<string, number>;
  /** The same for objects, by the name they get in the answer. */
  readonly objects: Map<string, number>;
}

const nothing = (): Measure => ({
  depth: 0,
  aliases: 0,
  directives: 0,
  fields: new Map(),
  objects: new Map(),
});

/** Each fragment is measured once, however often it is spread: a document that explodes costs no more than its length. */
export class Measuring {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #measured = new Map<string, Measure>();

  constructor(document: DocumentNode) {
    for (const one of document.definitions)
      if (one.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(one.name.value, one);
  }

  operation({ selectionSet, directives = [], variableDefinitions = [] }: OperationDefinitionNode): Measure {
    const asked = this.#selections(selectionSet);
    asked.directives += directives.length;
    for (const variable of variableDefinitions) asked.directives += variable.directives?.length ?? 0;
    return asked;
  }

  /**
   * The same object asked for again without an alias is merged into one, but only after validation has compared every
   * pair of them: 240 of them held the server for 200 ms. So they count as aliases.
   */
  #selections(set: SelectionSetNode): Measure {
    const level = this.#level(set);
    for (const times of level.objects.values()) level.aliases += times - 1;
    return level;
  }

  #level({ selections }: SelectionSetNode): Measure {
    const sum = nothing();
    for (const selection of selections) {
      add(sum, this.#selection(selection));
      sum.directives += selection.directives?.length ?? 0;
    }
    return sum;
  }

  #selection(selection: SelectionNode): Measure {
    if (selection.kind === Kind.FIELD) return this.#field(selection);
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.#level(selection.selectionSet);
    return this.#fragment(selection.name.value);
  }

  #field({ name: { value: name }, alias, selectionSet }: FieldNode): Measure {
    const inside = selectionSet ? this.#selections(selectionSet) : nothing();
    return {
      // Introspection answers from memory, and graphql-js has a rule of its own against its going in circles.
      depth: name.startsWith('__') ? 1 : 1 + inside.depth,
      aliases: inside.aliases + (alias ? 1 : 0),
      directives: inside.directives,
      fields: new Map([[name, 1]]),
      objects: new Map(selectionSet ? [[alias?.value ?? name, 1]] : []),
    };
  }

  #fragment(name: string): Measure {
    const known = this.#measured.get(name);
    if (known) return known;
    // While it is being measured a fragment weighs nothing: one inside itself is refused by validation.
    this.#measured.set(name, nothing());
    const fragment = this.#fragments.get(name);
    const measure = fragment ? this.#level(fragment.selectionSet) : nothing();
    measure.directives += fragment?.directives?.length ?? 0;
    this.#measured.set(name, measure);
    return measure;
  }
}

function add(sum: Measure, one: Measure): void {
  sum.depth = Math.max(sum.depth, one.depth);
  sum.aliases += one.aliases;
  sum.directives += one.directives;
  for (const [name, times] of one.fields) sum.fields.set(name, (sum.fields.get(name) ?? 0) + times);
  for (const [name, times] of one.objects) sum.objects.set(name, (sum.objects.get(name) ?? 0) + times);
}
