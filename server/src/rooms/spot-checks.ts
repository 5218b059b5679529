import type { House } from '../compose.js';
import type { ConflictsOfInterest } from '../features/email-replacement/conflict-of-interest.js';
import type { ReplacementReviewService } from '../features/email-replacement/replacement-review.service.js';
import { SpotCheckResolver } from '../features/email-replacement/spot-check.helpdesk-resolver.js';
import { SpotCheckService } from '../features/email-replacement/spot-check.service.js';
import { SpotCheckNumbers } from '../features/email-replacement/spot-check-figures.js';
import { SpotCheckOutcomes } from '../features/email-replacement/spot-check-outcomes.js';
import { SpotCheckRecordingService } from '../features/email-replacement/spot-check-recording.service.js';

/** Second looks at LOW decisions, by people who do not know them. */
export function spotChecks(
  house: House,
  conflicts: ConflictsOfInterest,
  review: ReplacementReviewService,
): SpotCheckResolver {
  const { config, log } = house;
  const checks = new SpotCheckService({ ...house, conflicts, leaseMin: config.CLAIM_MAX_MIN });
  house.departures.on((tx, agentId) => checks.releaseAll(tx, agentId));
  const outcomes = new SpotCheckOutcomes(house);
  const alarm = (caseId: string) => log.warn({ caseId }, 'a spot check came to another verdict');
  const recording = new SpotCheckRecordingService({ ...house, outcomes, alarm });
  return new SpotCheckResolver({
    ...house,
    ...{ checks, recording, outcomes, review },
    numbers: new SpotCheckNumbers(house),
  });
}
