import { AgentView } from '../../office/agent.type.js';
import type { SignedInAgent } from '../../office/agent-sessions.js';
import type { AgentOnDuty } from '../../office/agents.js';
import type { AllowedAction } from '../../office/allowed-action.type.js';
import type { DeskReads } from '../../office/desk-reads.js';
import type { HelpdeskContext } from '../../office/helpdesk-context.js';
import { byAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import type { Language } from '../../platform/words/language.js';
import { allowedActions } from './allowed-actions.js';
import { type CaseStates, evidenceOf, seenBy, systemProofs } from './case-state.js';
import { checklistOf } from './checklist.js';
import type { ClaimLease } from './claim-lease.js';
import type { Compared } from './comparison.js';
import { type DeskCase, findCase, holderOf } from './desk-case.js';
import type { EvidenceViewingService } from './evidence-viewing.service.js';
import type { ReplacementDecision } from './replacement-decision.entity.js';
import type { ReplacementDraftsService } from './replacement-drafts.service.js';
import type {
  ChecklistItem,
  Claim,
  ComparisonView,
  Decision,
  Draft,
  Evidence,
  Signal,
} from './replacement-parts.type.js';
import { ReplacementRequestView } from './replacement-request.type.js';
import type { Assessment } from './risk-assessment.js';
import { readSignals, SIGNALS } from './signals.js';
import { type Weights, weightOf } from './tier-rules.js';

interface Needs {
  readonly db: Database;
  readonly states: CaseStates;
  readonly lease: ClaimLease;
  readonly drafts: ReplacementDraftsService;
  readonly viewing: EvidenceViewingService;
  readonly reads: DeskReads;
  readonly audit: Audit;
  readonly now: Now;
  readonly weights: Weights;
}

type FindAgent = (id: string) => Promise<AgentOnDuty | null>;

/** What the page of one case shows: verdicts before values, proofs beside claims, and what may be done next. */
export class ReplacementReviewService {
  constructor(private readonly needs: Needs) {}

  /** Null: no such case, or another office's. Opening it is on record, polling it again is not. */
  async open(
    ticket: string,
    caller: SignedInAgent,
    context: HelpdeskContext,
  ): Promise<ReplacementRequestView | null> {
    const { db, audit, now, reads } = this.needs;
    const row = await findCase(db.rows, ticket, caller);
    if (!row) return null;
    // Whoever has not opened it cannot pass for a page that polls.
    if (!context.background || !(await reads.hasViewed(caller, row.id))) {
      const subject = { subjectKind: 'CASE', subjectId: row.id, caseId: row.id };
      const seen = { event: 'RECORD_VIEWED', fields: SHOWN } as const;
      await audit.recordAlone(db, { ...byAgent(caller, context), ...subject, ...seen });
    }
    return new ReplacementRequestView(row, now());
  }

  /** As weighed last: at hand-in, claim, registry answer or decision. */
  signals({ signals }: DeskCase, language: Language): Signal[] {
    const { weights } = this.needs;
    return readSignals(signals).map((code) => ({
      code,
      text: SIGNALS[code].words[language],
      weight: weightOf(code, weights),
    }));
  }

  comparison({ registryFields, registryAt }: DeskCase, compared: readonly Compared[]): ComparisonView[] {
    return compared.map((row) => {
      const registry = row.field === 'registry';
      const details = registry ? registryFields.split(',').filter(Boolean) : [];
      return { ...row, details, checkedAt: registry ? registryAt : null };
    });
  }

  async checklist(
    row: DeskCase,
    assessment: Assessment,
    { agent }: SignedInAgent,
    language: Language,
  ): Promise<ChecklistItem[]> {
    const { db, drafts } = this.needs;
    const proofs = await systemProofs(db.rows, row, assessment);
    const ticked = (await drafts.of(row.id, agent.id))?.checklist ?? [];
    return checklistOf(row, proofs, ticked).map(({ words, ...item }) => ({ ...item, text: words[language] }));
  }

  /** Whoever does not hold the case sees which documents there are, and no address to open them. */
  evidence(row: DeskCase, caller: SignedInAgent): Promise<Evidence[]> {
    return this.documents(row, caller, holderOf(row, this.needs.now()) === caller.agent.id);
  }

  async documents(row: DeskCase, caller: SignedInAgent, mine: boolean): Promise<Evidence[]> {
    const { db, viewing } = this.needs;
    const files = await evidenceOf(db.rows, row.id);
    const seen = await seenBy(db.rows, caller.agent.id, files);
    return files.map(({ id, kind, contentType, size, pages, status, storedAt, createdAt }) => ({
      ...{ id, kind, contentType, size, pages, held: status === 'HELD', uploadedAt: storedAt ?? createdAt },
      seenByMe: seen.has(id),
      url: mine ? viewing.addressOf(id, caller) : '',
    }));
  }

  async claim(row: DeskCase, { agent }: SignedInAgent, find: FindAgent): Promise<Claim | null> {
    const holder = holderOf(row, this.needs.now());
    const onDuty = holder && (await find(holder));
    if (!onDuty || !row.claimUntil) return null;
    const mine = holder === agent.id;
    const latestEnd = this.needs.lease.latestEnd(row);
    return { agent: new AgentView(onDuty), since: row.claimedAt, expiresAt: row.claimUntil, mine, latestEnd };
  }

  draft({ id }: DeskCase, { agent }: SignedInAgent): Promise<Draft | null> {
    return this.needs.drafts.of(id, agent.id);
  }

  async decisions(
    made: readonly ReplacementDecision[],
    { agent }: SignedInAgent,
    find: FindAgent,
  ): Promise<Decision[]> {
    const { now } = this.needs;
    const shown = made.map(async (one): Promise<Decision | null> => {
      const by = await find(one.agentId);
      const undoable = one.agentId === agent.id && !one.voidedAt && one.undoUntil && one.undoUntil > now();
      const { verdict, reasonCode, note, at, voidedAt } = one;
      const checklist = one.checklist.split(',').filter(Boolean);
      const undoUntil = undoable ? one.undoUntil : null;
      return (
        by && { verdict, reasonCode, note, at, voidedAt, checklist, undoUntil, agent: new AgentView(by) }
      );
    });
    return (await Promise.all(shown)).filter((one) => one !== null);
  }

  async allowedActions(row: DeskCase, caller: SignedInAgent, language: Language): Promise<AllowedAction[]> {
    const { db, states, drafts } = this.needs;
    const state = await states.of(db.rows, row, caller);
    const ticked = (await drafts.of(row.id, caller.agent.id))?.checklist ?? [];
    return allowedActions(state, ticked, language);
  }
}

/** Names of what an opened case shows, masked; the trail keeps them. */
const SHOWN = ['fullName', 'nik', 'birthDate', 'nib', 'email', 'whatsapp', 'reason'];
