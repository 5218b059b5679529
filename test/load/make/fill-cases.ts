import { In } from 'typeorm';

import { Account } from '../../../server/src/account/account.entity.js';
import { AccountStatus } from '../../../server/src/account/account-status.js';
import { Identifier } from '../../../server/src/account/identifier.entity.js';
import type { House } from '../../../server/src/compose.js';
import { Agent } from '../../../server/src/office/agent.entity.js';
import { AgentRole } from '../../../server/src/office/agent-role.js';
import { officeFor } from '../../../server/src/office/jurisdiction.js';
import type { Office } from '../../../server/src/office/office.entity.js';
import type { Decider } from './case-plan.js';
import { CaseRows, type Subject } from './case-rows.js';
import { Documents } from './documents.js';
import { madeSoFar } from './fill.js';
import { Lanes } from './lanes.js';
import { makingAt } from './making.js';
import { Places, personAt, usernameOf } from './people.js';
import { shapesOf } from './table-text.js';
import { MadeTrail } from './trail.js';

const BATCH = 250;

/** Adds a case for each of `count` of the accounts that were made, evenly over all of them. Answers how many. */
export async function fillCases(house: House, count: number): Promise<number> {
  const { db, config, now } = house;
  const people = await madeSoFar(house);
  const writing = await Lanes.open(db, 2);
  const shapes = shapesOf(db, writing.form);
  const trail = await MadeTrail.goOn(db, { ring: config.keys.SECRET_KEYS, now, shapes });
  const documents = await Documents.draw(house);
  const deciders = await decidersOf(house);
  const rows = new CaseRows({
    house,
    making: makingAt(house, { shapes, now: now() }),
    trail,
    documents,
    deciders,
  });
  const [places, offices] = [await Places.read(db), new Map<string, Office>()];
  const step = Math.max(1, Math.floor(people / count));
  const numbers = Array.from({ length: Math.min(count, people) }, (_, place) => place * step);
  let made = 0;
  for (let begin = 0; begin < numbers.length; begin += BATCH) {
    const subjects = await subjectsOf(house, numbers.slice(begin, begin + BATCH), { places, offices });
    for (const subject of subjects) rows.add(subject);
    await documents.stored();
    await writing.put([...rows.take(), ...trail.take()]);
    made += subjects.length;
  }
  trail.end(now());
  await writing.put(trail.take());
  await writing.close();
  return made;
}

/** Active ones only: nobody else may ask. */
async function subjectsOf(
  { db }: House,
  numbers: readonly number[],
  { places, offices }: { places: Places; offices: Map<string, Office> },
): Promise<Subject[]> {
  const byUsername = new Map(numbers.map((number) => [usernameOf(number), number]));
  const names = await db.rows.findBy(Identifier, { identifierKey: In([...byUsername.keys()]) });
  const ids = new Map(names.map(({ accountId, value }) => [accountId, byUsername.get(value) ?? 0]));
  const accounts = await db.rows.findBy(Account, { id: In([...ids.keys()]), status: AccountStatus.ACTIVE });
  const subjects: Subject[] = [];
  for (const account of accounts) {
    const office = offices.get(account.regionCode) ?? (await officeFor(db.rows, account));
    offices.set(account.regionCode, office);
    subjects.push({ account, office, person: personAt(ids.get(account.id) ?? 0, places) });
  }
  return subjects;
}

async function decidersOf({ db }: House): Promise<[Decider, Decider]> {
  const roleOf = async (role: AgentRole): Promise<Decider> => {
    const assignment = await db.rows
      .createQueryBuilder(Agent, 'agent')
      .innerJoin('office_assignments', 'assigned', 'assigned.agent_id = agent.id')
      .where('assigned.role = :role', { role })
      .orderBy('agent.id')
      .getOne();
    if (!assignment) throw new Error('Cases need agents who decided them: DEMO=on, or agent:create.');
    return { id: assignment.id, role };
  };
  return [await roleOf(AgentRole.AGENT), await roleOf(AgentRole.SUPERVISOR)];
}
