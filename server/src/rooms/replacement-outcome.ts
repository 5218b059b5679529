import type { House } from '../compose.js';
import { ReplacementEffectJob } from '../features/email-replacement/replacement-effect.job.js';
import { ReplacementEffectService } from '../features/email-replacement/replacement-effect.service.js';
import { ReplacementExpiryJob } from '../features/email-replacement/replacement-expiry.job.js';
import { ReplacementNotices } from '../features/email-replacement/replacement-notices.js';
import { ReplacementObjectionResolver } from '../features/email-replacement/replacement-objection.resolver.js';
import { ReplacementObjectionService } from '../features/email-replacement/replacement-objection.service.js';
import { ReplacementRequests } from '../features/email-replacement/replacement-requests.js';
import { ReplacementRetreat } from '../features/email-replacement/replacement-retreat.js';
import { ReplacementStop } from '../features/email-replacement/replacement-stop.js';
import { ReplacementWayBackService } from '../features/email-replacement/replacement-way-back.service.js';
import { MINUTE_MS, SECOND_MS } from '../platform/clock.js';
import { casework } from './casework.js';
import type { Room } from './room.js';

/** How a case ends without the desk: stopped, withdrawn, expired, applied, undone. */
export function replacementOutcome(house: House): Room {
  const { config } = house;
  const stopping = replacementStop(house);
  const objection = new ReplacementObjectionService({
    ...house,
    cases: new ReplacementRequests(house),
    stopping,
  });
  const undoing = new ReplacementWayBackService({
    ...house,
    holdH: config.RECOVERY_HOLD_H,
    contestD: config.CONTEST_FLAG_D,
  });
  const failed = (caseId: string, error: unknown) =>
    house.log.error({ caseId, err: error }, 'a replacement could not be applied');
  const effect = new ReplacementEffectJob(house, replacementEffect(house), failed);
  const expiry = new ReplacementExpiryJob({ ...house, noticeMaxAgeH: config.NOTICE_MAX_AGE_H });
  return {
    public: [new ReplacementObjectionResolver(objection, undoing)],
    reported: [
      async (tx, accountId, caller) => {
        await stopping.stopAll(tx, accountId, 'NOT_ME', caller);
      },
    ],
    jobs: [
      { name: 'replacement-effect', everyMs: 10 * SECOND_MS, alone: true, run: () => effect.run() },
      { name: 'replacement-expiry', everyMs: MINUTE_MS, alone: true, run: () => expiry.run() },
    ],
  };
}

export const replacementNotices = (house: House): ReplacementNotices =>
  new ReplacementNotices({
    ...house,
    publicBaseUrl: house.config.publicBaseUrl,
    noticeMaxAgeH: house.config.NOTICE_MAX_AGE_H,
  });

function replacementStop(house: House): ReplacementStop {
  const { config, log } = house;
  return new ReplacementStop({
    ...house,
    alarm: (caseId) => log.warn({ caseId }, 'a replacement case was stopped or objected to'),
    contestD: config.CONTEST_FLAG_D,
    noticeMaxAgeH: config.NOTICE_MAX_AGE_H,
  });
}

/** What the job does with one case whose waiting period is over. */
export function replacementEffect(house: House): ReplacementEffectService {
  const { config } = house;
  const { facts, filing } = casework(house);
  return new ReplacementEffectService({
    ...house,
    facts,
    notices: replacementNotices(house),
    retreat: new ReplacementRetreat({ ...house, filing }),
    publicBaseUrl: config.publicBaseUrl,
    waitH: config.CASE_WAIT_H,
    undoD: config.CASE_UNDO_D,
  });
}
