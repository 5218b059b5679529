import type { House } from '../compose.js';
import type { ConflictsOfInterest } from '../features/email-replacement/conflict-of-interest.js';
import type { ReplacementDraftsService } from '../features/email-replacement/replacement-drafts.service.js';
import type { ReplacementReviewService } from '../features/email-replacement/replacement-review.service.js';
import { SpotCheckResolver } from '../features/email-replacement/spot-check.helpdesk-resolver.js';
import { SpotCheckService } from '../features/email-replacement/spot-check.service.js';
import { SpotCheckNumbers } from '../features/email-replacement/spot-check-figures.js';
import { SpotCheckHoldingResolver } from '../features/email-replacement/spot-check-holding.helpdesk-resolver.js';
import { SpotCheckOutcomes } from '../features/email-replacement/spot-check-outcomes.js';
import { SpotCheckRecordingService } from '../features/email-replacement/spot-check-recording.service.js';

/** Second looks at LOW decisions, by people who do not know them. */
export function spotChecks(
  house: House,
  conflicts: ConflictsOfInterest,
  { review, drafts }: { review: ReplacementReviewService; drafts: ReplacementDraftsService },
) {
  const { config, log } = house;
  const checks = new SpotCheckService({
    ...{ ...house, conflicts, drafts },
    ...{ leaseMin: config.CLAIM_LEASE_MIN, lingerS: config.CLAIM_LINGER_S },
  });
  house.departures.on((tx, agentId) => checks.releaseAll(tx, agentId));
  const outcomes = new SpotCheckOutcomes(house);
  const alarm = (caseId: string) => log.warn({ caseId }, 'a spot check came to another verdict');
  const recording = new SpotCheckRecordingService({ ...house, outcomes, alarm });
  const numbers = new SpotCheckNumbers(house);
  return [
    new SpotCheckHoldingResolver(checks),
    new SpotCheckResolver({ ...house, recording, outcomes, review, drafts, numbers }),
  ];
}
