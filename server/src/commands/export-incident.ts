import 'reflect-metadata';

import { parseArgs } from 'node:util';

import { In } from 'typeorm';

import { Identifiers } from '../account/identifiers.js';
import { type Config, readConfig } from '../config.js';
import { affectedBy } from '../features/audit-trail/breach-notice.js';
import { DataSeen, type Look } from '../features/audit-trail/data-seen.js';
import { ReplacementRequest } from '../features/email-replacement/replacement-request.entity.js';
import { Agent } from '../office/agent.entity.js';
import { usernameKey } from '../office/agents.js';
import { withoutIdentifiers } from '../office/desk-note.js';
import { Audit } from '../platform/audit/audit.js';
import { AuditReading } from '../platform/audit/audit-reading.js';
import { systemClock } from '../platform/clock.js';
import { openDatabase } from '../platform/database/data-source.js';
import type { Database } from '../platform/database/transact.js';
import { csvLine } from '../platform/words/csv.js';
import { startOrExplain } from '../start-or-explain.js';
import { tables } from '../tables.js';

const USAGE = `npm run incident:seen   -- --agent rina --from 2026-11-25T01:00Z --to 2026-11-25T09:00Z --by "Dewi Contoh" --reason "…" [--format json]
npm run incident:notice -- (the same)
On SQLite stop the service first: the export is noted in the trail, and the service keeps the file for itself.`;

function given() {
  const text = { type: 'string' } as const;
  const options = { agent: text, from: text, to: text, by: text, reason: text, format: text };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [from, to] = [values.from, values.to].map((at) => new Date(at ?? ''));
  const [what] = positionals;
  const { agent, by, reason, format = 'csv' } = values;
  const said = agent && by && reason && (what === 'seen' || what === 'notice') && /^(csv|json)$/.test(format);
  if (!said || !from || !to || !(from < to)) throw new Error(USAGE);
  return { what, agent, from, to, by, reason, json: format === 'json' };
}

const casesIn = (db: Database) => async (ids: readonly string[]) => {
  const where = { id: In([...new Set(ids)]) };
  const cases = await db.rows.find(ReplacementRequest, {
    select: { id: true, ticket: true, accountId: true },
    where,
  });
  return new Map(cases.map(({ id, ticket, accountId }) => [id, { ticket, accountId }]));
};

interface Exported {
  readonly what: string;
  readonly agentId: string;
  readonly from: Date;
  readonly to: Date;
  readonly by: string;
  readonly reason: string;
  readonly rows: number;
}

async function record(db: Database, config: Config, exported: Exported): Promise<void> {
  const { what, agentId, from, to, by, reason, rows } = exported;
  const audit = new Audit(config.keys.SECRET_KEYS, systemClock);
  const facts = { from: from.toISOString(), to: to.toISOString(), by: withoutIdentifiers(by), rows };
  await db.transact((tx) =>
    audit.record(tx, {
      ...{ actorKind: 'SYSTEM', event: 'EXPORT_CREATED', reasonCode: `INCIDENT_${what.toUpperCase()}` },
      ...{ subjectKind: 'AGENT', subjectId: agentId, after: facts, reason: withoutIdentifiers(reason) },
    }),
  );
}

function csv(rows: readonly object[]): string {
  const [first] = rows;
  if (!first) return '';
  const lines = rows.map((row) => csvLine(Object.values(row).map(shown)));
  return csvLine(Object.keys(first)) + lines.join('');
}

const shown = (value: unknown): string => (Array.isArray(value) ? value.join(' ') : `${value ?? ''}`);

/**
 * After a breach. `seen`: whose data an agent had before them, a line a look. `notice`: a line a person, with what a written
 * notice has to say. Masked as on the agents' screens, and on record before the first line is printed.
 */
await startOrExplain(async () => {
  const asked = given();
  const config = readConfig();
  const db = await openDatabase(config.databaseUrl, tables);
  try {
    const agent = await db.rows.findOneBy(Agent, { usernameKey: usernameKey(asked.agent) });
    if (!agent) throw new Error(`There is no agent ${asked.agent}.\n${USAGE}`);
    const identifiers = new Identifiers(db, systemClock);
    const seen = new DataSeen({ db, reading: new AuditReading(db), casesOf: casesIn(db) });
    const looks: Look[] = [];
    for await (const look of seen.by(agent.id, asked.from, asked.to)) looks.push(look);
    const rows = asked.what === 'notice' ? await affectedBy(looks, { db, identifiers }) : looks;
    await record(db, config, { ...asked, agentId: agent.id, rows: rows.length });
    process.stdout.write(asked.json ? `${JSON.stringify(rows, null, 2)}\n` : csv(rows));
  } finally {
    await db.close();
  }
});
