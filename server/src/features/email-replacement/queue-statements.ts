import type { Scope } from '../../platform/database/scope.js';
import type { Branch, Order } from './queue-branches.js';

/** Where the page before ended. */
export interface Place {
  readonly phase: number;
  readonly at: Date;
  readonly id: string;
}

/** Ids of one page with what they are ordered by: as many short index walks as there are branches, merged. */
export function pageStatement(
  branches: readonly Branch[],
  { column, direction }: Order,
  limit: number,
  after: Place | null,
): Scope {
  const ordered = `ORDER BY phase, at_key ${direction}, id ${direction} LIMIT ${limit}`;
  const walks = branches
    .filter(({ phase }) => !after || phase >= after.phase)
    .map(({ phase, conditions }, number) => {
      const onward = after && phase === after.phase ? [beyond(after, column, direction)] : [];
      const { condition, parameters } = joined([...conditions, ...onward], `b${number}`);
      const walk = `SELECT r.id AS id, r.${column} AS at_key, ${phase} AS phase FROM replacement_requests r WHERE ${condition} ORDER BY r.${column} ${direction}, r.id ${direction} LIMIT ${limit}`;
      return { text: `SELECT * FROM (${walk}) w${number}`, parameters };
    });
  return {
    condition: `SELECT id, at_key, phase FROM (${walks.map(({ text }) => text).join(' UNION ALL ')}) walks ${ordered}`,
    parameters: Object.assign({}, ...walks.map(({ parameters }) => parameters)),
  };
}

/** How many there are in all branches together. */
export function countStatement(branches: readonly Branch[]): Scope {
  const counts = branches.map(({ conditions }, number) => {
    const { condition, parameters } = joined(conditions, `b${number}`);
    return { text: `SELECT COUNT(*) AS n FROM replacement_requests r WHERE ${condition}`, parameters };
  });
  return {
    condition: `SELECT COALESCE(SUM(n), 0) AS total FROM (${counts.map(({ text }) => text).join(' UNION ALL ')}) counts`,
    parameters: Object.assign({}, ...counts.map(({ parameters }) => parameters)),
  };
}

function beyond({ at, id }: Place, column: Order['column'], direction: Order['direction']): Scope {
  const more = direction === 'ASC' ? '>' : '<';
  const condition = `r.${column} ${more}= :placeAt AND (r.${column} ${more} :placeAt OR r.id ${more} :placeId)`;
  return { condition, parameters: { placeAt: at, placeId: id } };
}

/** Parameters of one branch under names of its own, so that branches can stand in one statement. */
function joined(scopes: readonly Scope[], prefix: string): Scope {
  const parameters: Record<string, unknown> = {};
  const texts = scopes.map(({ condition, parameters: own }) => {
    for (const [name, value] of Object.entries(own)) parameters[`${prefix}_${name}`] = value;
    return condition.replace(
      /:(\.\.\.)?([a-zA-Z]\w*)/g,
      (_, spread = '', name) => `:${spread}${prefix}_${name}`,
    );
  });
  return { condition: texts.map((text) => `(${text})`).join(' AND '), parameters };
}
