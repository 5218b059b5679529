import { In } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import { Identifier } from '../../account/identifier.entity.js';
import { maskName } from '../../account/person-name.js';
import type { AuditEvent } from '../../platform/audit/audit-event.entity.js';
import type { AuditEventName } from '../../platform/audit/audit-events.js';
import type { AuditReading } from '../../platform/audit/audit-reading.js';
import type { Database } from '../../platform/database/transact.js';

/** The events that say whose data an agent had before them. */
const READS: readonly AuditEventName[] = [
  'AGENT_LOOKUP',
  'RECORD_VIEWED',
  'DATA_REVEALED',
  'EVIDENCE_VIEWED',
];
const PAGE = 500;

/** One agent, one account, one moment. */
export interface Look {
  readonly at: string;
  readonly event: AuditEventName;
  /** Whether values were shown behind masks or in full. */
  readonly extent: 'MASKED' | 'IN_FULL';
  /** Null where a case matches no account. */
  readonly accountId: string | null;
  readonly username: string | null;
  readonly maskedName: string | null;
  readonly ticket: string | null;
  /** Names of the data, never the data. */
  readonly fields: readonly string[];
  readonly purpose: string | null;
  readonly reason: string | null;
}

export interface CaseOf {
  readonly ticket: string;
  readonly accountId: string | null;
}

interface Needs {
  readonly db: Database;
  readonly reading: AuditReading;
  /** By the case's id; another feature knows its cases. */
  readonly casesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, CaseOf>>;
}

/** Answers "whose data did this agent see between these moments" from the trail, newest first. */
export class DataSeen {
  constructor(private readonly needs: Needs) {}

  async *by(agentId: string, from: Date, to: Date): AsyncGenerator<Look> {
    const asked = { actorId: agentId, events: READS, from, to };
    for (let after: string | null = null; ; ) {
      const page = await this.needs.reading.page(asked, PAGE, after);
      yield* await this.#looks(page.rows.filter(({ result }) => result === 'ok'));
      if (!page.hasNextPage) return;
      after = page.endCursor;
    }
  }

  async #looks(events: readonly AuditEvent[]): Promise<Look[]> {
    const { db, casesOf } = this.needs;
    const cases = await casesOf(events.flatMap(({ caseId }) => caseId ?? []));
    const seen = events.flatMap((event) =>
      accountsIn(event, cases).map((accountId) => ({ event, accountId })),
    );
    const ids = [...new Set(seen.flatMap(({ accountId }) => accountId ?? []))];
    const named = await db.rows.findBy(Identifier, { accountId: In(ids), kind: 'USERNAME' });
    const usernames = new Map(named.map(({ accountId, value }) => [accountId, value]));
    const found = await db.rows.find(Account, {
      select: { id: true, fullName: true },
      where: { id: In(ids) },
    });
    const names = new Map(found.map(({ id, fullName }) => [id, maskName(fullName)]));
    return seen.map(({ event, accountId }) => ({
      at: event.at.toISOString(),
      event: event.event,
      extent: isInFull(event) ? 'IN_FULL' : 'MASKED',
      accountId,
      username: usernames.get(accountId ?? '') ?? null,
      maskedName: names.get(accountId ?? '') ?? null,
      ticket: cases.get(event.caseId ?? '')?.ticket ?? null,
      fields: fieldsOf(event),
      purpose: event.reasonCode,
      reason: event.reason,
    }));
  }
}

/** A look-up may have found several; a case leads to its account, or to nobody's. */
function accountsIn(event: AuditEvent, cases: ReadonlyMap<string, CaseOf>): (string | null)[] {
  if (event.event === 'AGENT_LOOKUP') return `${facts(event).accounts ?? ''}`.split(' ').filter(Boolean);
  if (event.subjectKind === 'ACCOUNT') return [event.subjectId];
  return [cases.get(event.caseId ?? '')?.accountId ?? null];
}

/** A document cannot be shown behind a mask. */
const isInFull = ({ event }: AuditEvent): boolean => event === 'DATA_REVEALED' || event === 'EVIDENCE_VIEWED';

function fieldsOf(event: AuditEvent): string[] {
  if (event.event === 'AGENT_LOOKUP') return ['accountSummary'];
  if (event.event === 'EVIDENCE_VIEWED') return [`evidence:${facts(event).kind ?? 'unknown'}`];
  return event.fields ? JSON.parse(event.fields) : [];
}

const facts = ({ afterJson }: AuditEvent): Record<string, unknown> =>
  afterJson ? JSON.parse(afterJson) : {};
