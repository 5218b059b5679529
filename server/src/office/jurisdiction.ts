import { type EntityManager, In } from 'typeorm';

import type { Scope } from '../platform/database/scope.js';
import { AgentRole } from './agent-role.js';
import type { AgentOnDuty } from './agents.js';
import { Office } from './office.entity.js';

/** Whose business it is by actor and address (`accounts.actor`, `accounts.region_code`). */
export interface Subject {
  readonly actor: string;
  readonly regionCode: string;
}

/** Decided at the centre wherever they sit (domain.md 7). */
const OF_THE_CENTRE = ['REPRESENTATIVE_OFFICE', 'FOREIGN_ENTITY'] as const;
/** Its regencies and cities administer but do not decide: the province does. */
const DECIDED_BY_THE_PROVINCE = new Set(['31']);

/** The office that decides: the regency or city of the address, else its province, else the centre. */
export async function officeFor(rows: EntityManager, subject: Subject): Promise<Office> {
  const seats = seatsFor(subject);
  const open = await rows.findBy(Office, { seat: In(seats) });
  const nearest = seats.flatMap((seat) => open.filter((office) => office.seat === seat))[0];
  if (!nearest) throw new Error('There is no central office; run offices:load.');
  return nearest;
}

/** From the nearest to the centre. */
function seatsFor({ actor, regionCode }: Subject): string[] {
  if (OF_THE_CENTRE.some((kind) => kind === actor)) return ['CENTRAL'];
  const [province = '', regency] = regionCode.split('.');
  const local = regency && !DECIDED_BY_THE_PROVINCE.has(province) ? [`${province}.${regency}`] : [];
  return [...local, province, 'CENTRAL'];
}

const EVERYTHING: Scope = { condition: '1 = 1', parameters: {} };
const NOTHING: Scope = { condition: '1 = 0', parameters: {} };

/**
 * The accounts an agent may find: those of the office's region. `account` is the alias of `accounts` in the query;
 * foreign and representative offices belong to the centre.
 */
export function accountScope({ office, role }: AgentOnDuty, account: string): Scope {
  if (role === AgentRole.AUDITOR) return EVERYTHING;
  if (role === AgentRole.ADMIN) return NOTHING;
  return regionScope(office, account);
}

/** The accounts of an office's region. */
export function regionScope(office: Office, account: string): Scope {
  const code = office.regionCode;
  if (code === null) return EVERYTHING;
  if (office.level === 'REGENCY' && DECIDED_BY_THE_PROVINCE.has(code.slice(0, 2))) return NOTHING;
  return {
    condition: `(${account}.region_code = :scopeRegion OR ${account}.region_code LIKE :scopeBelow)
      AND ${account}.actor NOT IN (:...scopeCentral)`,
    parameters: { scopeRegion: code, scopeBelow: `${code}.%`, scopeCentral: [...OF_THE_CENTRE] },
  };
}

/**
 * The offices whose cases an agent may see: the own one, a supervisor also those below, an auditor all. `office` is the
 * alias of `offices` in the query.
 */
export function officeScope({ office: own, role }: AgentOnDuty, office: string): Scope {
  if (role === AgentRole.AUDITOR) return EVERYTHING;
  if (role === AgentRole.ADMIN) return NOTHING;
  if (role !== AgentRole.SUPERVISOR || own.level === 'REGENCY') {
    return { condition: `${office}.id = :scopeOffice`, parameters: { scopeOffice: own.id } };
  }
  if (own.regionCode === null) return EVERYTHING;
  return {
    condition: `(${office}.id = :scopeOffice OR ${office}.region_code LIKE :scopeBelow)`,
    parameters: { scopeOffice: own.id, scopeBelow: `${own.regionCode}.%` },
  };
}

/** One of those offices; null: there is none such. */
export function officeInReach(rows: EntityManager, onDuty: AgentOnDuty, id: string): Promise<Office | null> {
  const { condition, parameters } = officeScope(onDuty, 'office');
  return rows
    .createQueryBuilder(Office, 'office')
    .where(condition, parameters)
    .andWhere('office.id = :id', { id })
    .getOne();
}

/** Ids of those offices; undefined: all there are, and what happened without one. */
export async function officesInScope(
  rows: EntityManager,
  onDuty: AgentOnDuty,
): Promise<string[] | undefined> {
  const scope = officeScope(onDuty, 'office');
  if (scope === EVERYTHING) return undefined;
  const query = rows.createQueryBuilder(Office, 'office').select('office.id');
  const offices = await query.where(scope.condition, scope.parameters).getMany();
  return offices.map(({ id }) => id);
}
