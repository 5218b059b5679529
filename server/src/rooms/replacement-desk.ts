import type { FastifyInstance } from 'fastify';

import type { House } from '../compose.js';
import { CaseClaims } from '../features/email-replacement/case-claims.js';
import { CaseStates } from '../features/email-replacement/case-state.js';
import { ClaimLease } from '../features/email-replacement/claim-lease.js';
import { CompareAgain } from '../features/email-replacement/compare-again.js';
import { ConflictsOfInterest } from '../features/email-replacement/conflict-of-interest.js';
import { DecisionEffects } from '../features/email-replacement/decision-effects.js';
import { DecisionLetters } from '../features/email-replacement/decision-letters.js';
import { DecisionRecording } from '../features/email-replacement/decision-recording.js';
import { EvidenceVault } from '../features/email-replacement/evidence-vault.js';
import { EvidenceViewingService } from '../features/email-replacement/evidence-viewing.service.js';
import { MyDecisionsService } from '../features/email-replacement/my-decisions.service.js';
import { PendingReplacementResolver } from '../features/email-replacement/pending-replacement.helpdesk-resolver.js';
import { RegistryQuestionJob } from '../features/email-replacement/registry-question.job.js';
import { ReplacementClaimsResolver } from '../features/email-replacement/replacement-claims.helpdesk-resolver.js';
import { ReplacementClaimsService } from '../features/email-replacement/replacement-claims.service.js';
import { ReplacementDecisionResolver } from '../features/email-replacement/replacement-decision.helpdesk-resolver.js';
import { ReplacementDecisionService } from '../features/email-replacement/replacement-decision.service.js';
import { ReplacementDraftsService } from '../features/email-replacement/replacement-drafts.service.js';
import { evidenceViewRoute } from '../features/email-replacement/replacement-evidence.helpdesk-route.js';
import { ReplacementQueueResolver } from '../features/email-replacement/replacement-queue.helpdesk-resolver.js';
import { ReplacementQueueService } from '../features/email-replacement/replacement-queue.service.js';
import { ReplacementRequestResolver } from '../features/email-replacement/replacement-request.helpdesk-resolver.js';
import { ReplacementReviewService } from '../features/email-replacement/replacement-review.service.js';
import { ReplacementTransferService } from '../features/email-replacement/replacement-transfer.service.js';
import { ReplacementUndoService } from '../features/email-replacement/replacement-undo.service.js';
import { SecondEscalationJob } from '../features/email-replacement/second-escalation.job.js';
import { SpotCheckJob } from '../features/email-replacement/spot-check.job.js';
import { SpotChecks } from '../features/email-replacement/spot-checks.js';
import { SpotDraw } from '../features/email-replacement/spot-draw.js';
import { helpdeskContext } from '../helpdesk-request.js';
import { MINUTE_MS, SECOND_MS } from '../platform/clock.js';
import { Hands } from '../platform/files/hands.js';
import { casework } from './casework.js';
import type { Room } from './room.js';
import { spotChecks } from './spot-checks.js';

/** The other side of the counter: agents take cases, compare, decide. */
export function replacementDesk(house: House): Room {
  const { config, db, now } = house;
  const { risks, filing } = casework(house);
  const conflicts = new ConflictsOfInterest(house.reads, house.niks);
  const { CLAIM_PER_AGENT: perAgent } = config;
  const lease = new ClaimLease(now, leaseTimes(house));
  const claims = new CaseClaims({ ...house, conflicts, risks, filing, lease, perAgent });
  house.departures.on((tx, agentId) => claims.releaseAll(tx, agentId));
  const queue = new ReplacementQueueService(db, now);
  const states = new CaseStates({ risks, conflicts, now });
  const drafts = new ReplacementDraftsService(db, now);
  const viewing = new EvidenceViewingService({ ...house, ttlS: config.EVIDENCE_VIEW_TTL_S });
  const review = new ReplacementReviewService({
    ...{ ...house, states, lease, drafts, viewing, weights: config.SIGNAL_WEIGHTS },
  });
  return {
    helpdesk: [
      new ReplacementQueueResolver({ db, now, queue, mine: new MyDecisionsService(db, now) }),
      new ReplacementRequestResolver({ ...house, risks, review }),
      new PendingReplacementResolver({ ...house, risks }),
      new ReplacementClaimsResolver(
        new ReplacementClaimsService({ ...house, queue, claims, lease, perAgent }),
      ),
      new ReplacementDecisionResolver({ ...deciding(house, states), drafts, viewing }),
      ...spotChecks(house, conflicts, { review, drafts }),
    ],
    routes: [(http) => documents(http, house, viewing)],
    jobs: jobs(house),
  };
}

async function documents(
  http: FastifyInstance,
  house: House,
  viewing: EvidenceViewingService,
): Promise<void> {
  const vault = new EvidenceVault(house.files, house.sealedFiles);
  const hands = new Hands(house.config.EVIDENCE_HANDS);
  await http.register(evidenceViewRoute, { contextOf: helpdeskContext(house), viewing, vault, hands });
}

function jobs(house: House) {
  const registry = new RegistryQuestionJob({ ...house, ...casework(house) });
  const late = new SecondEscalationJob(house);
  const spots = new SpotCheckJob(house.db);
  return [
    { name: 'case-registry', everyMs: 5 * SECOND_MS, alone: true, run: () => registry.run() },
    { name: 'second-escalation', everyMs: MINUTE_MS, alone: true, run: () => late.run() },
    { name: 'spot-checks', everyMs: 10 * MINUTE_MS, alone: true, run: () => spots.run() },
  ];
}

function deciding(house: House, states: CaseStates) {
  const { config } = house;
  const { filing } = casework(house);
  const letters = new DecisionLetters(house, {
    publicBaseUrl: config.publicBaseUrl,
    noticeMaxAgeH: config.NOTICE_MAX_AGE_H,
    stopLinkD: config.CASE_UNDO_D,
    returnD: config.CASE_RETURN_D,
  });
  const effects = new DecisionEffects({ ...house, letters, contestD: config.CONTEST_FLAG_D });
  const spots = new SpotChecks(new SpotDraw(config.keys.INDEX_KEYS, config.CASE_SAMPLE_PCT));
  const recording = new DecisionRecording({ ...house, filing, effects, spots }, decisionLimits(house));
  return {
    decision: new ReplacementDecisionService({ ...house, states, recording, again: new CompareAgain(house) }),
    taking: new ReplacementUndoService({ ...house, effects, leaseMin: config.CLAIM_LEASE_MIN }),
    transfer: new ReplacementTransferService({ ...house, filing }),
  };
}

const leaseTimes = ({ config }: House) => ({
  leaseMin: config.CLAIM_LEASE_MIN,
  maxMin: config.CLAIM_MAX_MIN,
  lingerS: config.CLAIM_LINGER_S,
});

const decisionLimits = ({ config }: House) => ({
  holdS: config.CASE_DECISION_HOLD_S,
  waitH: config.CASE_WAIT_H,
  returnD: config.CASE_RETURN_D,
  secondWorkdays: config.CASE_SECOND_WORKDAYS,
});
