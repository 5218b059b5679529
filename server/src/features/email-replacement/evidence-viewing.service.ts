import type { SignedInAgent } from '../../office/agent-sessions.js';
import { byAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import { after, type Now, SECOND_MS } from '../../platform/clock.js';
import type { SecretHash } from '../../platform/crypto/secret-hash.js';
import type { Database } from '../../platform/database/transact.js';
import { isUniqueViolation } from '../../platform/database/unique-violation.js';
import type { Context } from '../../platform/graphql/context.js';
import { newId } from '../../platform/ids.js';
import { caseById, holderOf } from './desk-case.js';
import { EvidenceFile } from './evidence-file.entity.js';
import { EvidenceOpening } from './evidence-opening.entity.js';
import { EvidenceView } from './evidence-view.entity.js';
import { holdsSpotCheck } from './spot-checks.js';

interface Needs {
  readonly db: Database;
  readonly hash: SecretHash;
  readonly audit: Audit;
  readonly now: Now;
  /** EVIDENCE_VIEW_TTL_S */
  readonly ttlS: number;
}

const PURPOSE = 'EVIDENCE_ADDRESS';

/** What an address names, as it stands in it. */
export interface EvidenceAddress {
  readonly id: string;
  /** `<expiry>-<proof>` */
  readonly proof: string;
}

/** Documents are for whoever holds the claim, for a moment, and every look is on record (R79, security.md 4). */
export class EvidenceViewingService {
  constructor(private readonly needs: Needs) {}

  /** An address for this agent and session only, good for a minute; it says nothing to others. */
  addressOf(evidenceId: string, { session }: SignedInAgent): string {
    const expires = `${after(this.needs.now(), this.needs.ttlS * SECOND_MS).getTime()}`;
    const proof = this.needs.hash.of(PURPOSE, [evidenceId, session.id, expires].join(' '));
    return `/helpdesk/evidence/${evidenceId}/${expires}-${proof}`;
  }

  /** The document of such an address; null for every reason alike, also when the claim ended since. */
  async behind({ id, proof }: EvidenceAddress, caller: SignedInAgent): Promise<EvidenceFile | null> {
    const [expires = '', given = ''] = proof.split('-');
    const proven = this.needs.hash.matches(PURPOSE, [id, caller.session.id, expires].join(' '), given);
    if (!proven || Number(expires) <= this.needs.now().getTime()) return null;
    return this.#within(id, caller);
  }

  now(): Date {
    return this.needs.now();
  }

  /** Every opening of the document itself, however often (R85). */
  async recordOpened(file: EvidenceFile, caller: SignedInAgent, from: Context): Promise<void> {
    const { db, audit } = this.needs;
    await this.#noteSent(file, caller);
    const subject = { subjectKind: 'CASE', subjectId: file.requestId, caseId: file.requestId };
    const what = {
      event: 'EVIDENCE_VIEWED',
      reasonCode: 'OPENED',
      after: { evidence: file.id, kind: file.kind },
    } as const;
    await audit.recordAlone(db, { ...byAgent(caller, from), ...subject, ...what });
  }

  /**
   * True once it is noted; false for what this agent may not open, or what was never sent to them: a page may say it showed
   * a picture that did not load. Once per agent and document, however often it is opened.
   */
  async markSeen(evidenceId: string, caller: SignedInAgent, from: Context): Promise<boolean> {
    const { db, audit, now } = this.needs;
    const file = await this.#within(evidenceId, caller);
    const sent = { evidenceId, agentId: caller.agent.id };
    if (!file || !(await db.rows.existsBy(EvidenceOpening, sent))) return false;
    const view = { id: newId(now()), evidenceId, agentId: caller.agent.id, at: now() };
    try {
      await db.transact(async (tx) => {
        await tx.insert(EvidenceView, view);
        const subject = { subjectKind: 'CASE', subjectId: file.requestId, caseId: file.requestId };
        const what = { event: 'EVIDENCE_VIEWED', after: { evidence: file.id, kind: file.kind } } as const;
        await audit.record(tx, { ...byAgent(caller, from), ...subject, ...what });
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    return true;
  }

  async #noteSent({ id: evidenceId }: EvidenceFile, { agent }: SignedInAgent): Promise<void> {
    const { db, now } = this.needs;
    const sent = { evidenceId, agentId: agent.id };
    if (await db.rows.existsBy(EvidenceOpening, sent)) return;
    try {
      await db.transact((tx) => tx.insert(EvidenceOpening, { ...sent, at: now() }));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error; // opened twice at once
    }
  }

  /** In scope, in use, and of a case this agent holds or looks at a second time. */
  async #within(evidenceId: string, caller: SignedInAgent): Promise<EvidenceFile | null> {
    const { db, now } = this.needs;
    const file = await db.rows.findOneBy(EvidenceFile, { id: evidenceId });
    if (!file || (file.status !== 'STORED' && file.status !== 'HELD')) return null;
    const { requestId } = file;
    const row = await caseById(db.rows, requestId, caller);
    if (row && holderOf(row, now()) === caller.agent.id) return file;
    const look = { requestId, agentId: caller.agent.id, now: now() };
    return row && (await holdsSpotCheck(db.rows, look)) ? file : null;
  }
}
