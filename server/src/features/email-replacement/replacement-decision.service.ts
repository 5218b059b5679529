import type { EntityManager } from 'typeorm';

import type { SignedInAgent } from '../../office/agent-sessions.js';
import type { Agents } from '../../office/agents.js';
import { type FreshProof, FreshProofRequired } from '../../office/fresh-proof.js';
import { NotFound } from '../../office/not-found.result.js';
import { byAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import type { Context } from '../../platform/graphql/context.js';
import { KeyRefused } from '../../platform/idempotency/key-refused.js';
import type { RunOnce } from '../../platform/idempotency/run-once.js';
import { newId } from '../../platform/ids.js';
import type { CaseState, CaseStates } from './case-state.js';
import { CLAIMABLE } from './claim-rules.js';
import type { CompareAgain } from './compare-again.js';
import { lacking, standsAgainst } from './decision-guards.js';
import type { DecisionRecording } from './decision-recording.js';
import { type DeskCase, deskCases, findCase, knownCases, statusShown } from './desk-case.js';
import { REFUSALS, type Refusal } from './desk-refusals.js';
import type { DecideReplacementInput } from './replacement-decision.input.js';
import {
  AlreadyDecided,
  type DecideReplacementResult,
  DecisionRecorded,
  DecisionRefused,
  RequestChanged,
} from './replacement-decision.result.js';
import { latestDecision } from './replacement-decisions.js';
import { ReplacementRequestView } from './replacement-request.type.js';

interface Needs {
  readonly db: Database;
  readonly once: RunOnce;
  readonly proof: FreshProof;
  readonly states: CaseStates;
  readonly again: CompareAgain;
  readonly recording: DecisionRecording;
  readonly agents: Agents;
  readonly audit: Audit;
  readonly now: Now;
}

interface Kept {
  readonly ticket: string;
  readonly undoUntil: string | null;
}

/** Those who are told why are also on record (R54). */
const ON_RECORD: readonly Refusal[] = ['SAME_PERSON', 'CONFLICT'];

/** An agent decides: what was looked at must still be so, and everything the verdict needs must stand. */
export class ReplacementDecisionService {
  constructor(private readonly needs: Needs) {}

  async decide(
    input: DecideReplacementInput,
    caller: SignedInAgent,
    from: Context,
  ): Promise<DecideReplacementResult> {
    const { once, proof, now } = this.needs;
    if (proof.isMissing(caller.session, 'DECIDE')) return new FreshProofRequired();
    const { idempotencyKey: key, ...asked } = input;
    const decisionId = newId(now());
    const command = { actorId: caller.agent.id, key, operation: 'decideReplacement', input: asked };
    const answer = await once.run<DecideReplacementResult, Kept>(command, {
      work: (tx) => this.#decide(tx, input, { caller, from, decisionId }),
      keep: (given) => (given instanceof DecisionRecorded ? keptOf(given) : undefined),
      recall: (kept) => this.#recall(kept, caller),
    });
    return answer instanceof KeyRefused ? new DecisionRefused([answer.words]) : answer;
  }

  async #decide(
    tx: EntityManager,
    input: DecideReplacementInput,
    acting: { caller: SignedInAgent; from: Context; decisionId: string },
  ): Promise<DecideReplacementResult> {
    const row = await findCase(tx, input.ticket, acting.caller);
    if (!row) return new NotFound();
    const state = await this.needs.states.of(tx, row, acting.caller);
    const overtaken = await this.#overtaken(tx, row, state, input.version);
    if (overtaken) return overtaken;
    const against = [...standsAgainst(input, state), ...lacking(input, state)];
    const person = against.find((refusal) => ON_RECORD.includes(refusal));
    if (person) await this.#recordRefusal(tx, row, person, acting);
    else if (this.needs.again.isDue(state, input.verdict))
      return this.#changed(await this.needs.again.start(tx, row, state, acting));
    if (against.length > 0) return new DecisionRefused(against.map((refusal) => REFUSALS[refusal]));
    const recorded = await this.needs.recording.record(tx, input, { row, state, ...acting });
    // The account or the address changed between looking and writing.
    if (!recorded) return this.#changed(row);
    const kept = { ticket: row.ticket, undoUntil: recorded.undoUntil.toISOString() };
    return this.#recall(kept, acting.caller);
  }

  /** Somebody decided, claimed or changed something since the agent looked. */
  async #overtaken(tx: EntityManager, row: DeskCase, { caller, holder }: CaseState, version: number) {
    const { agents, now } = this.needs;
    if (row.version === version && CLAIMABLE.includes(row.status)) return null;
    const decision = await latestDecision(tx, row.id, version);
    if (decision || !CLAIMABLE.includes(row.status)) {
      const by = decision && (await agents.find(decision.agentId));
      return new AlreadyDecided(by, statusShown(row, now()));
    }
    if (holder !== caller.agent.id) return new DecisionRefused([REFUSALS.CLAIM_LOST]);
    return this.#changed(row);
  }

  async #recordRefusal(
    tx: EntityManager,
    { id }: DeskCase,
    reasonCode: Refusal,
    { caller, from }: { caller: SignedInAgent; from: Context },
  ): Promise<void> {
    const denied = { event: 'AUTHZ_DENIED', result: 'refused', reasonCode } as const;
    const subject = { subjectKind: 'CASE', subjectId: id, caseId: id };
    await this.needs.audit.record(tx, { ...byAgent(caller, from), ...denied, ...subject });
  }

  #changed(row: DeskCase): RequestChanged {
    return new RequestChanged(new ReplacementRequestView(row, this.needs.now()));
  }

  /** Also for the case that left the agent's office by this very decision. */
  async #recall({ ticket, undoUntil }: Kept, caller: SignedInAgent): Promise<DecideReplacementResult> {
    const { db, now } = this.needs;
    const found = await deskCases(db.rows).where('request.ticket = :ticket', { ticket }).getOneOrFail();
    const [row] = await knownCases(db.rows, [found as DeskCase], caller);
    const view = new ReplacementRequestView(row as DeskCase, now());
    return new DecisionRecorded(view, undoUntil === null ? null : new Date(undoUntil));
  }
}

const keptOf = ({ request, undoUntil }: DecisionRecorded): Kept => ({
  ticket: request.ticket,
  undoUntil: undoUntil?.toISOString() ?? null,
});
