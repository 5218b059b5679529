import { IsNull, LessThan } from 'typeorm';

import type { House } from './compose.js';
import { EvidenceVault } from './features/email-replacement/evidence-vault.js';
import { sealDocumentsAnew } from './features/email-replacement/replacement-keys.js';
import { invariants } from './invariants.js';
import { keyedColumns } from './keyed-columns.js';
import { AuditAnchors } from './platform/audit/audit-anchors.js';
import { SealChain } from './platform/audit/seal-chain.js';
import { forgetExpired } from './platform/captcha/used-captchas.js';
import { after, DAY_MS, HOUR_MS, lastTimeOfDay, MINUTE_MS, SECOND_MS } from './platform/clock.js';
import { firstIdAt } from './platform/ids.js';
import { ReconciliationJob } from './platform/invariants/reconciliation.job.js';
import type { Job } from './platform/jobs/job-runner.js';
import type { Leases } from './platform/jobs/leases.js';
import { KeyRotationJob } from './platform/keys/key-rotation.job.js';
import { DeliveryAttempt } from './platform/outbox/delivery-attempt.entity.js';
import { DeliveryReceipt } from './platform/outbox/delivery-receipt.entity.js';
import type { Message, Send } from './platform/outbox/message.js';
import { OutboxDispatcher } from './platform/outbox/outbox-dispatcher.js';
import { OutboxMessage } from './platform/outbox/outbox-message.entity.js';
import { Receipts } from './platform/outbox/receipts.js';

export const BEAT = 'dispatcher-beat';

/** What the worker does by the clock besides the features' own jobs. */
export function workerJobs(
  house: House,
  leases: Leases,
  send: Readonly<Record<Message['channel'], Send>>,
): Job[] {
  const { config, db, now, log, requests, fallBacks } = house;
  const sealing = new SealChain(db, config.keys.SECRET_KEYS, now);
  const anchors = new AuditAnchors(config.DATA_DIR);
  const failed = (kind: string, error: unknown) =>
    log.error({ job: kind, err: error }, 'a deferred request failed');
  const late = (kind: string, error: unknown) => log.error({ kind, err: error }, 'a late message stays late');
  return [
    dispatching(house, { EMAIL: send.EMAIL }),
    dispatching(house, { WHATSAPP: send.WHATSAPP }),
    { name: 'requests', everyMs: 500, run: () => requests.answerNext(failed) },
    { name: 'fall-back', everyMs: 5 * SECOND_MS, run: () => fallBacks.next(late) },
    {
      name: 'beat',
      everyMs: 10 * SECOND_MS,
      run: async () => {
        await leases.take(BEAT, 'any', config.DISPATCHER_BEAT_S * SECOND_MS);
      },
    },
    { name: 'audit-seal', everyMs: sealEveryMs(config), alone: true, run: () => sealing.sealDue() },
    {
      name: 'audit-anchor',
      everyMs: config.AUDIT_ANCHOR_MIN * MINUTE_MS,
      alone: true,
      run: async () => {
        const head = await sealing.head();
        if (head) await anchors.append(head, now());
      },
    },
    reconciling(house),
    rotating(house),
    { name: 'forget', everyMs: 10 * MINUTE_MS, alone: true, run: () => forget(house) },
  ];
}

/** One job a channel, so that one provider's trouble is not the other's. */
function dispatching(
  { db, seal, now, log, config, tracing }: House,
  send: Readonly<Partial<Record<Message['channel'], Send>>>,
): Job {
  const report = ({ id, kind, channel, attempts }: OutboxMessage, reasonCode: string) =>
    log.warn({ messageId: id, kind, channel, attempts, reasonCode }, 'a message was not taken');
  const dispatcher = new OutboxDispatcher(
    { db, seal, now, send, receipts: new Receipts(db, now), tracing, report },
    {
      leaseMs: config.OUTBOX_LEASE_S * SECOND_MS,
      attempts: config.OUTBOX_ATTEMPTS,
      backoffMs: [5 * SECOND_MS, 10 * MINUTE_MS],
      receiptWaitMs: config.RECEIPT_WAIT_S * SECOND_MS,
      hands: 20,
      patienceMs: 500,
    },
  );
  return {
    name: 'outbox',
    everyMs: 500,
    run: async () => (await dispatcher.dispatchDue()) > 0,
    finish: () => dispatcher.finish(),
  };
}

/** Looked at often and done once a day; a night in which no worker ran is made up for. */
function reconciling(house: House): Job {
  const { config, files } = house;
  const needs = { ...house, dueAt: (now: Date) => lastTimeOfDay(now, config.RECONCILE_AT) };
  const nightly = new ReconciliationJob(needs, invariants(config, files));
  return { name: 'reconcile', everyMs: 10 * MINUTE_MS, alone: true, run: () => nightly.run() };
}

/** Does nothing until a key ring has a newer key that writes. */
function rotating(house: House): Job {
  const { config, files, sealedFiles } = house;
  const documents = {
    ...house,
    vault: new EvidenceVault(files, sealedFiles),
    evidenceD: config.RETAIN_EVIDENCE_D,
  };
  const rotation = new KeyRotationJob({ ...house, rings: config.keys }, keyedColumns(house), {
    DATA_KEYS: (newest) => sealDocumentsAnew(documents, newest),
  });
  return { name: 'key-rotation', everyMs: 10 * MINUTE_MS, alone: true, run: () => rotation.run() };
}

/** Deletes what nobody needs any longer (settings `RETAIN_…`). */
async function forget({
  db,
  now,
  config,
  secrets,
  sessions,
  budgets,
  throttles,
  identifiers,
  agentSessions,
  challenges,
  once,
}: House): Promise<void> {
  const at = now();
  await forgetExpired(db, at);
  await db.transact(async (tx) => {
    await secrets.forget(tx, after(at, -config.RETAIN_SECRET_H * HOUR_MS));
    await sessions.forget(tx, after(at, -config.RETAIN_SESSION_D * DAY_MS));
    await agentSessions.forget(tx, after(at, -config.RETAIN_SESSION_D * DAY_MS));
    await challenges.forget(tx, after(at, -config.RETAIN_SECRET_H * HOUR_MS));
    await once.forget(tx, after(at, -config.IDEMPOTENCY_TTL_H * HOUR_MS));
    await budgets.forget(tx, after(at, -config.RETAIN_COUNTER_D * DAY_MS));
    await throttles.forget(tx, after(at, -config.RETAIN_COUNTER_D * DAY_MS));
    await identifiers.releaseReserved(tx);
    const old = after(at, -config.RETAIN_TRACE_D * DAY_MS);
    // By their ids, which hold the time: the tables are far larger than what has become too old.
    const oldest = LessThan(firstIdAt(old));
    await tx.delete(DeliveryAttempt, { id: oldest });
    await tx.delete(DeliveryReceipt, { receivedAt: LessThan(old) });
    await tx.delete(OutboxMessage, { id: oldest, dueAt: IsNull() });
  });
}

/** A row has to settle for a second before it is linked; twice in what remains of the promised lag keeps the promise. */
const sealEveryMs = ({ AUDIT_SEAL_LAG_S }: House['config']): number =>
  ((AUDIT_SEAL_LAG_S - 1) * SECOND_MS) / 2;
