import 'reflect-metadata';

import { readConfig } from '../config.js';
import { AuditAnchors } from '../platform/audit/audit-anchors.js';
import { verifyChain } from '../platform/audit/verify-chain.js';
import { openReadOnly } from '../platform/database/read-only.js';
import { tables } from '../tables.js';

/** Reads the whole audit trail and names every row that was changed, removed, moved or cut off. Exit 1 when there is one. */
const config = readConfig();
const db = await openReadOnly(config.databaseUrl, tables);
const anchors = await new AuditAnchors(config.DATA_DIR).read();
const { sealed, findings, more } = await verifyChain(db, config.keys.SECRET_KEYS, anchors);
const lines = findings.map(
  ({ kind, eventId, seq, upTo }) =>
    `${kind}: event ${eventId ?? '-'}, place ${seq ?? '-'}${upTo ? ` to ${upTo}` : ''}`,
);
process.stdout.write(
  [
    `${sealed} events in the chain, ${findings.length} findings${more ? ' (and more)' : ''}`,
    ...lines,
    '',
  ].join('\n'),
);
await db.close();
process.exitCode = findings.some(({ kind }) => kind !== 'unsealed') ? 1 : 0;
