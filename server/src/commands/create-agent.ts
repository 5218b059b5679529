import 'reflect-metadata';

import { parseArgs } from 'node:util';

import { readEmail } from '../account/contact.js';
import { readConfig } from '../config.js';
import { AgentRole } from '../office/agent-role.js';
import { Office } from '../office/office.entity.js';
import { systemClock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { valueIn } from '../platform/words/fault.js';
import { assemble, openHouseDatabase } from '../serve.js';
import { startOrExplain } from '../start-or-explain.js';

const USAGE = `npm run agent:create -- --username rina --name "Rina Contoh" --email rina@example.com [--role ADMIN] [--office CENTRAL]
--office is CENTRAL or a region code such as 32.73. On SQLite stop the service first: it keeps the file for itself.`;

/** The first admin, who then invites everybody else in the console. Prints a link; the person sets the own password. */
await startOrExplain(async () => {
  const { username, name, email, role, office: seat } = given();
  const config = readConfig();
  const db = await openHouseDatabase(config, systemClock);
  const { house } = await assemble({ config, now: systemClock, db });
  const office = await db.rows.findOneByOrFail(Office, { seat }).catch(() => {
    throw new Error(`There is no open office ${seat}.\n${USAGE}`);
  });
  const id = newId(systemClock());
  const { key, stored: value } = valueIn(readEmail(email));
  const invitation = house.invitations.prepare();
  await db.transact(async (tx) => {
    const agent = { id, username, fullName: name, email: { key, value }, nikIndex: null, role };
    await house.agents.add(tx, { ...agent, officeId: office.id });
    await house.invitations.issue(tx, { id, version: 1 }, invitation);
    const what = { event: 'AGENT_CREATED', subjectKind: 'AGENT', subjectId: id, after: { role } } as const;
    await house.audit.record(tx, { actorKind: 'SYSTEM', ...what });
  });
  process.stdout.write(`${name} (${role}, ${office.name}) opens this link once, within the time it is good for:
${invitation.link}\n`);
  await db.close();
  process.exit(0);
});

function given() {
  const text = { type: 'string' } as const;
  const options = { username: text, name: text, email: text, role: text, office: text };
  const { values } = parseArgs({ options });
  const { username, name, email, role = 'ADMIN', office = 'CENTRAL' } = values;
  if (!username || !name || !email || !(role in AgentRole)) throw new Error(USAGE);
  return { username, name, email, role: role as AgentRole, office };
}
