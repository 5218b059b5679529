import { AgentRole } from '../../office/agent-role.js';
import type { SignedInAgent } from '../../office/agent-sessions.js';
import { officeInReach, officesInScope } from '../../office/jurisdiction.js';
import type { Office } from '../../office/office.entity.js';
import { dateOf, dayOf, startOf, type WorkingDays } from '../../office/working-days.js';
import { DAY_MS, type Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { InvalidInput } from '../../platform/graphql/invalid-input.js';
import { fault } from '../../platform/words/fault.js';
import type { AgentLoads } from './agent-loads.js';
import type { Dashboard, DayCount, LabelCount } from './dashboard.type.js';
import { failedDeliveries } from './failed-deliveries.js';
import { medianMinutes } from './median.js';

/** What the dashboard asks the cases for; `rooms/dashboard.ts` names who answers. */
export interface CaseNumbers {
  of(span: Span, ages: readonly Date[]): Promise<Numbers>;
}

export interface Span {
  readonly offices: 'ALL' | readonly string[];
  readonly from: Date;
  readonly to: Date;
  readonly now: Date;
}

export interface Decided {
  readonly agentId: string;
  readonly submittedAt: Date;
  readonly at: Date;
  readonly returnedBySecond: boolean;
  readonly takenBack: boolean;
}

export interface Numbers {
  readonly openNow: { readonly open: number; readonly overdue: number; readonly awaitingSecond: number };
  readonly received: ReadonlyMap<string, number>;
  readonly ended: ReadonlyMap<string, number>;
  readonly byReason: ReadonlyMap<string, number>;
  readonly decisions: readonly Decided[];
  readonly openSince: readonly number[];
}

interface Needs {
  readonly db: Database;
  readonly numbers: CaseNumbers;
  readonly loads: AgentLoads;
  readonly workingDays: WorkingDays;
  readonly now: Now;
}

const LONGEST_D = 92;
const SPAN = fault('DASHBOARD_SPAN', {
  id: `Pilih rentang 1 sampai ${LONGEST_D} hari.`,
  en: `Choose 1 to ${LONGEST_D} days.`,
});

/** Hours of work, the last one open-ended. */
const AGES = [
  { label: '<4h', minutes: 240 },
  { label: '4-8h', minutes: 480 },
  { label: '1-2d', minutes: 960 },
] as const;
const OLDER = '>2d';

/** The work of an office in numbers; who may see which is the scope's and the role's business. */
export class DashboardService {
  constructor(private readonly needs: Needs) {}

  async show(
    asked: { officeId: string | null; from: string; to: string },
    caller: SignedInAgent,
  ): Promise<Dashboard> {
    const { db, numbers, loads, workingDays } = this.needs;
    const asOf = this.needs.now();
    const office = await this.#office(asked.officeId, caller);
    const zone = office?.zone ?? caller.office.zone;
    const span = { ...(await this.#spanOf(asked, caller, zone)), now: asOf };
    const ages = AGES.map(({ minutes }) => workingDays.before(asOf, minutes, zone));
    const found = await numbers.of(span, ages);
    const own = caller.role === AgentRole.AGENT || caller.role === AgentRole.APPROVER;
    const days = perDay(asked, zone, asOf, found);
    return {
      ...{ asOf, ...found.openNow, perDay: days },
      received: days.reduce((sum, { received }) => sum + received, 0),
      medianDecisionMinutes: medianMinutes(workingDays, zone, found.decisions),
      failedDeliveries: await failedDeliveries(db.rows, asked.officeId ? office : caller, span),
      backlogByAge: byAge(found, ages),
      byReason: [...found.byReason].map(([label, count]) => ({ label, count })),
      byAgent: await loads.of(found.decisions, span, { zone, only: own ? caller.agent.id : null }),
    };
  }

  /** Null: none such within reach. */
  async #office(officeId: string | null, caller: SignedInAgent): Promise<Office | null> {
    return officeId ? officeInReach(this.needs.db.rows, caller, officeId) : caller.office;
  }

  async #spanOf(
    { officeId, from, to }: { officeId: string | null; from: string; to: string },
    caller: SignedInAgent,
    zone: string,
  ) {
    const [begin, end] = [startOf(from, zone), new Date(startOf(to, zone).getTime() + DAY_MS)];
    const days = (end.getTime() - begin.getTime()) / DAY_MS;
    if (!(days >= 1 && days <= LONGEST_D)) throw new InvalidInput([{ field: 'to', fault: SPAN }]);
    const scope = await officesInScope(this.needs.db.rows, caller);
    const asked = officeId ? [officeId] : scope;
    // An office out of reach has no numbers, as if it did not exist.
    const offices =
      asked === undefined ? ('ALL' as const) : asked.filter((id) => !scope || scope.includes(id));
    return { offices, from: begin, to: end };
  }
}

/** Backlogs are counted back from now: what came in later was not there yet, what ended later still was. */
function perDay(
  { from, to }: { from: string; to: string },
  zone: string,
  now: Date,
  { received, ended, openNow }: Numbers,
): DayCount[] {
  const [first, last] = [dayOf(startOf(from, zone), zone), dayOf(startOf(to, zone), zone)];
  const [cameIn, ended_] = [byDay(received, zone), byDay(ended, zone)];
  const days: DayCount[] = [];
  let backlog = openNow.open;
  for (let day = Math.min(last, dayOf(now, zone)); day >= first; day -= 1) {
    const [came, went] = [cameIn.get(day) ?? 0, ended_.get(day) ?? 0];
    days.unshift({ day: dateOf(day), received: came, decided: went, backlog: Math.max(0, backlog) });
    backlog += went - came;
  }
  return days;
}

/** Hours in UTC as days of a zone; every zone here is whole hours away. */
function byDay(perHour: ReadonlyMap<string, number>, zone: string): Map<number, number> {
  const days = new Map<number, number>();
  for (const [hour, count] of perHour) {
    const day = dayOf(new Date(`${hour.replace(' ', 'T')}:00:00.000Z`), zone);
    days.set(day, (days.get(day) ?? 0) + count);
  }
  return days;
}

function byAge({ openNow, openSince }: Numbers, ages: readonly Date[]): LabelCount[] {
  const younger = (place: number) => (place < 0 ? 0 : (openSince[place] ?? 0));
  const counted = AGES.map(({ label }, place) => ({
    label: label as string,
    count: younger(place) - younger(place - 1),
    submittedFrom: ages[place],
    submittedTo: ages[place - 1],
  }));
  const count = openNow.open - younger(AGES.length - 1);
  return [...counted, { label: OLDER, count, submittedTo: ages.at(-1) }];
}
