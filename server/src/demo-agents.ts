import type { House } from './compose.js';
import { Agent } from './office/agent.entity.js';
import { AgentRole } from './office/agent-role.js';
import { Office } from './office/office.entity.js';
import { codeAt } from './office/totp.js';
import { newId } from './platform/ids.js';

export const DEMO_AGENT_PASSWORD = 'Kopi-Tubruk-88-meja';

interface DemoAgent {
  readonly username: string;
  readonly fullName: string;
  readonly role: AgentRole;
  readonly seat: string;
}

const { AGENT, APPROVER, SUPERVISOR, ADMIN, AUDITOR } = AgentRole;

/** At the desk that the demo accounts belong to; changes of agents need a second admin, so there are two. */
const DEMO_AGENTS: readonly DemoAgent[] = [
  { username: 'petugas', fullName: 'Rina Contoh', role: AGENT, seat: '33.74' },
  { username: 'petugas2', fullName: 'Andi Contoh', role: AGENT, seat: '33.74' },
  { username: 'pemeriksa', fullName: 'Sari Contoh', role: APPROVER, seat: '33.74' },
  { username: 'pengawas', fullName: 'Made Contoh', role: SUPERVISOR, seat: '33' },
  { username: 'admin', fullName: 'Dewi Contoh', role: ADMIN, seat: 'CENTRAL' },
  { username: 'admin2', fullName: 'Eko Contoh', role: ADMIN, seat: 'CENTRAL' },
  { username: 'auditor', fullName: 'Tuti Contoh', role: AUDITOR, seat: 'CENTRAL' },
  // A block takes two supervisors, and a third to undo it.
  { username: 'pengawas2', fullName: 'Ketut Contoh', role: SUPERVISOR, seat: '33.74' },
  { username: 'pengawas3', fullName: 'Wayan Contoh', role: SUPERVISOR, seat: 'CENTRAL' },
];

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** No secret: anybody with the program has it, which is why production refuses demo data. */
const seedOf = (place: number): string => `DEMOAGENT${BASE32.charAt(place)}`.padEnd(32, 'A');

/** One agent for each role, once, with a second factor enrolled already. */
export async function loadDemoAgents(house: House): Promise<void> {
  const { db, passwords, agents, seal, now } = house;
  if (await db.rows.existsBy(Agent, {})) return;
  const passwordHash = await passwords.hash(DEMO_AGENT_PASSWORD);
  for (const [place, { seat, username, fullName, role }] of DEMO_AGENTS.entries()) {
    const id = newId(now());
    const { id: officeId } = await db.rows.findOneByOrFail(Office, { seat });
    const address = `${username}@example.com`;
    const email = { value: address, key: address };
    await db.transact(async (tx) => {
      await agents.add(tx, { id, username, fullName, email, nikIndex: null, role, officeId });
      const totpSealed = seal.close(seedOf(place), `agent:totp:${id}`);
      await tx.update(Agent, { id }, { passwordHash, totpSealed });
    });
  }
}

/** The codes of this moment, a line an agent. */
export function demoCodes(now: Date): string {
  const lines = DEMO_AGENTS.map(({ username, role }, place) =>
    [username.padEnd(10), codeAt(seedOf(place), now), role].join('  '),
  );
  return `${lines.join('\n')}\n`;
}
