/** A condition for a query builder, with its parameters; part of the query itself, so that nothing foreign is ever loaded (R57). */
export interface Scope {
  readonly condition: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}
