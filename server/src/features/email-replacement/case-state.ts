import { type EntityManager, In } from 'typeorm';
import { OneTimeSecret } from '../../account/one-time-secret.entity.js';
import type { AgentOnDuty } from '../../office/agents.js';
import type { Now } from '../../platform/clock.js';
import { OutboxMessage } from '../../platform/outbox/outbox-message.entity.js';
import type { SystemItem } from './checklist.js';
import type { ConflictsOfInterest } from './conflict-of-interest.js';
import { holderOf } from './desk-case.js';
import { EvidenceFile } from './evidence-file.entity.js';
import { requiredEvidence } from './evidence-kind.js';
import { EvidenceView } from './evidence-view.entity.js';
import type { ReplacementRequest } from './replacement-request.entity.js';
import type { Assessment, RiskAssessments } from './risk-assessment.js';

/** Everything that stands for or against a decision by this agent, read at one moment. */
export interface CaseState {
  readonly request: ReplacementRequest;
  readonly caller: AgentOnDuty;
  readonly assessment: Assessment;
  readonly files: readonly EvidenceFile[];
  readonly seen: ReadonlySet<string>;
  readonly lacking: boolean;
  readonly conflict: boolean;
  /** Whose claim it is now. */
  readonly holder: string | null;
}

interface Needs {
  readonly risks: RiskAssessments;
  readonly conflicts: ConflictsOfInterest;
  readonly now: Now;
}

export class CaseStates {
  constructor(private readonly needs: Needs) {}

  async of(rows: EntityManager, request: ReplacementRequest, caller: AgentOnDuty): Promise<CaseState> {
    const { risks, conflicts, now } = this.needs;
    const files = await evidenceOf(rows, request.id);
    const kinds = new Set(files.map(({ kind }) => kind));
    const assessment = await risks.of(rows, request);
    return {
      // The tier of this moment decides who may decide, not that of the hand-in.
      request: { ...request, tier: assessment.tier },
      caller,
      files,
      assessment,
      seen: await seenBy(rows, caller.agent.id, files),
      lacking: requiredEvidence(request).some((kind) => !kinds.has(kind)),
      conflict: await conflicts.stands(rows, caller.agent, request),
      holder: holderOf(request, now()),
    };
  }
}

/** Documents in use, oldest first. */
export const evidenceOf = (rows: EntityManager, requestId: string): Promise<EvidenceFile[]> =>
  rows.find(EvidenceFile, {
    where: { requestId, status: In(['STORED', 'HELD']) },
    order: { createdAt: 'ASC', id: 'ASC' },
  });

export async function seenBy(
  rows: EntityManager,
  agentId: string,
  files: readonly EvidenceFile[],
): Promise<ReadonlySet<string>> {
  const views = await rows.findBy(EvidenceView, { agentId, evidenceId: In(files.map(({ id }) => id)) });
  return new Set(views.map(({ evidenceId }) => evidenceId));
}

/** The proofs behind the checklist's own items. */
export async function systemProofs(
  rows: EntityManager,
  request: ReplacementRequest,
  { signals }: Assessment,
): Promise<Record<SystemItem, boolean>> {
  return {
    NEW_EMAIL_PROVEN: request.newEmailConfirmedAt !== null,
    OLD_CHANNEL_CONFIRMED: request.otherChannelConfirmedAt !== null || request.otherChannel === null,
    OLD_CHANNELS_TOLD: await oldChannelsTold(rows, request.id),
    EMAIL_FREE: !signals.includes('ADDRESS_TAKEN'),
  };
}

/** Every notice with a stop link was taken by its provider, or failed for good (R53). */
async function oldChannelsTold(rows: EntityManager, requestId: string): Promise<boolean> {
  const links = { subjectId: requestId, purpose: 'REPLACEMENT_STOP' as const };
  const secrets = await rows.find(OneTimeSecret, { select: { id: true }, where: links });
  const notices = await rows.findBy(OutboxMessage, { secretId: In(secrets.map(({ id }) => id)) });
  return notices.length > 0 && notices.every(({ dueAt }) => dueAt === null);
}
