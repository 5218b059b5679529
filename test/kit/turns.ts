import { LessThanOrEqual } from 'typeorm';

import { DeferredRequest } from '../../server/src/platform/jobs/deferred-request.entity.js';
import { OutboxMessage } from '../../server/src/platform/outbox/outbox-message.entity.js';
import type { assemble } from '../../server/src/serve.js';
import { rounds } from './rounds.js';

export interface InboxMessage {
  readonly id: string;
  readonly channel: 'EMAIL' | 'WHATSAPP';
  readonly to: string;
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  readonly code: string | null;
  readonly link: string | null;
  readonly at: string;
}

/** A thousand rounds leave more to send than a handful. */
const TURNS = rounds(40, 1000);

/** The worker, which has its turn when a test says so, and what arrives by it. */
export function turnsOf({ app: http, house, runner }: Awaited<ReturnType<typeof assemble>>) {
  const { db, now } = house;

  async function isMailDue(): Promise<boolean> {
    const due = { dueAt: LessThanOrEqual(now()) };
    return (await db.rows.existsBy(DeferredRequest, due)) || (await db.rows.existsBy(OutboxMessage, due));
  }

  /** What waits to be answered and sent, twenty messages a turn; what no turn can send stays, and is some test's point. */
  async function deliver(): Promise<void> {
    for (let turn = 0; turn < TURNS && (await isMailDue()); turn += 1) {
      await runner.runAll('requests', 'fall-back');
      await runner.runAll('outbox');
    }
  }

  async function work(): Promise<void> {
    await runner.runAll();
    await deliver();
  }

  async function arrived(to?: string): Promise<InboxMessage[]> {
    const reply = await http.inject({ url: '/dev/inbox.json', query: to ? { to } : {} });
    return reply.json();
  }

  async function inbox(to?: string): Promise<InboxMessage[]> {
    await work();
    return arrived(to);
  }

  async function latest(to: string, kind: string): Promise<InboxMessage> {
    await deliver();
    // Most were sent already; what another job has to make first comes after all of them had their turn.
    const found = ofKind(kind, await arrived(to)) ?? ofKind(kind, await inbox(to));
    if (!found) throw new Error(`No ${kind} arrived at ${to}.`);
    return found;
  }

  return {
    /** Lets the worker send what is due, and do nothing else. */
    deliver,
    /** Lets the worker do all that is due. */
    work,
    /** Newest first; the worker has had its turn. */
    inbox,
    /** The newest message of this kind to this address; fails the test when there is none. */
    latest,
  };
}

const ofKind = (kind: string, messages: readonly InboxMessage[]): InboxMessage | undefined =>
  messages.find((message) => message.kind === kind);
