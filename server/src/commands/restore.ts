import 'reflect-metadata';

import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { In, IsNull, Not } from 'typeorm';

import { OneTimeSecret } from '../account/one-time-secret.entity.js';
import { Session } from '../account/session.entity.js';
import { readConfig } from '../config.js';
import { AgentChallenge } from '../office/agent-challenge.entity.js';
import { AgentSession } from '../office/agent-session.entity.js';
import { systemClock } from '../platform/clock.js';
import { openDatabase } from '../platform/database/data-source.js';
import { loadDump } from '../platform/database/dump.js';
import type { Database } from '../platform/database/transact.js';
import { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { startOrExplain } from '../start-or-explain.js';
import { tables } from '../tables.js';

const copyFolder = (from: string, to: string): Promise<void> => cp(from, to, { recursive: true });

/** Sessions, codes, links, and messages that carry one: their owners sign in and ask again. */
async function closeEverything(db: Database): Promise<void> {
  const now = systemClock();
  await db.transact(async (tx) => {
    await tx.update(Session, { endedAt: IsNull() }, { endedAt: now, endReason: 'RESTORED' });
    await tx.update(AgentSession, { endedAt: IsNull() }, { endedAt: now, endReason: 'ENDED' });
    await tx.update(AgentChallenge, { spentAt: IsNull() }, { spentAt: now });
    await tx.update(OneTimeSecret, { status: 'ISSUED' }, { status: 'VOID' });
    const carrying = { secretId: Not(IsNull()), status: In(['QUEUED', 'RETRYING', 'SENDING'] as const) };
    const over = { status: 'EXPIRED', reason: 'VOID', dueAt: null, sealed: null, claim: null } as const;
    await tx.update(OutboxMessage, carrying, { ...over, updatedAt: now });
  });
}

/**
 * `npm run restore -- <folder of a backup>`, with the service stopped, into an empty database and DATA_DIR, under the keys of
 * then. What was spent or ended since the backup would be good again: so nothing stays open.
 */
await startOrExplain(async () => {
  const [folder] = process.argv.slice(2);
  if (!folder || !existsSync(folder)) throw new Error('npm run restore -- <folder of a backup>');
  const { databaseUrl, DATA_DIR } = readConfig();
  await mkdir(DATA_DIR, { recursive: true });
  await loadDump(databaseUrl, folder);
  for (const [name, copy] of [
    ['audit-anchors.jsonl', copyFile],
    ['evidence', copyFolder],
  ] as const)
    if (existsSync(join(folder, name))) await copy(join(folder, name), join(DATA_DIR, name));
  const db = await openDatabase(databaseUrl, tables);
  await closeEverything(db);
  await db.close();
  process.stdout.write('Restored. Now: npm run migrate, npm run verify, npm run audit:verify, then start.\n');
});
