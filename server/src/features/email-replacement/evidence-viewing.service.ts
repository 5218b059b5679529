import type { SignedInAgent } from '../../office/agent-sessions.js';
import { byAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import { after, type Now, SECOND_MS } from '../../platform/clock.js';
import type { Seal } from '../../platform/crypto/seal.js';
import type { Database } from '../../platform/database/transact.js';
import { isUniqueViolation } from '../../platform/database/unique-violation.js';
import type { Context } from '../../platform/graphql/context.js';
import { newId } from '../../platform/ids.js';
import { caseById, holderOf } from './desk-case.js';
import { EvidenceFile } from './evidence-file.entity.js';
import { EvidenceView } from './evidence-view.entity.js';

interface Needs {
  readonly db: Database;
  readonly seal: Seal;
  readonly audit: Audit;
  readonly now: Now;
  /** EVIDENCE_VIEW_TTL_S */
  readonly ttlS: number;
}

const CONTEXT = 'evidence-address';

/** Documents are for whoever holds the claim, for a moment, and every look is on record (R79, security.md 4). */
export class EvidenceViewingService {
  constructor(private readonly needs: Needs) {}

  /** An address for this agent and session only, good for a minute; it says nothing to others. */
  addressOf(evidenceId: string, { session }: SignedInAgent): string {
    const expires = after(this.needs.now(), this.needs.ttlS * SECOND_MS).getTime();
    const token = this.needs.seal.close(`${evidenceId} ${session.id} ${expires}`, CONTEXT);
    return `/helpdesk/evidence/${token}`;
  }

  /** The document of such an address; null for every reason alike, also when the claim ended since. */
  async behind(token: string, caller: SignedInAgent): Promise<EvidenceFile | null> {
    const named = this.#read(token);
    if (!named || named.sessionId !== caller.session.id || named.expires <= this.needs.now().getTime())
      return null;
    return this.#within(named.evidenceId, caller);
  }

  /** True once it is noted; false for what this agent may not open. Once per agent and document, however often it is opened. */
  async markSeen(evidenceId: string, caller: SignedInAgent, from: Context): Promise<boolean> {
    const { db, audit, now } = this.needs;
    const file = await this.#within(evidenceId, caller);
    if (!file) return false;
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

  /** In scope, in use, and of a case this agent holds. */
  async #within(evidenceId: string, caller: SignedInAgent): Promise<EvidenceFile | null> {
    const { db, now } = this.needs;
    const file = await db.rows.findOneBy(EvidenceFile, { id: evidenceId });
    if (!file || (file.status !== 'STORED' && file.status !== 'HELD')) return null;
    const row = await caseById(db.rows, file.requestId, caller);
    return row && holderOf(row, now()) === caller.agent.id ? file : null;
  }

  #read(token: string): { evidenceId: string; sessionId: string; expires: number } | null {
    try {
      const [evidenceId = '', sessionId = '', expires] = this.needs.seal.open(token, CONTEXT).split(' ');
      return { evidenceId, sessionId, expires: Number(expires) };
    } catch {
      return null;
    }
  }
}
