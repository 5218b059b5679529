import type { House } from '../compose.js';
import { NewEmailCodes } from '../features/email-replacement/new-email-codes.js';
import { ReplacementApplicationResolver } from '../features/email-replacement/replacement-application.resolver.js';
import { ReplacementApplicationService } from '../features/email-replacement/replacement-application.service.js';
import { replacementFigures } from '../features/email-replacement/replacement-figures.js';
import { ReplacementFollowingService } from '../features/email-replacement/replacement-following.service.js';
import {
  MATCH_REPLACEMENT,
  ReplacementMatch,
  type ToMatch,
} from '../features/email-replacement/replacement-match.js';
import { ReplacementProofService } from '../features/email-replacement/replacement-proof.service.js';
import { ReplacementRequests } from '../features/email-replacement/replacement-requests.js';
import { ReplacementSubmissionResolver } from '../features/email-replacement/replacement-submission.resolver.js';
import { ReplacementSubmissionService } from '../features/email-replacement/replacement-submission.service.js';
import { casework } from './casework.js';
import { replacementNotices } from './replacement-outcome.js';
import type { Room } from './room.js';

/** The applicant's side of "email no longer active": ask, prove, hand in, follow. */
export function emailReplacement(house: House): Room {
  const cases = new ReplacementRequests(house);
  const tickets = { table: 'replacement_requests', id: 'id', name: 'ticket' };
  house.names.on('CASE', tickets, (ticket) => cases.idOf(ticket));
  const { facts, filing } = casework(house);
  const match = new ReplacementMatch({ ...house, facts, lookups: house.config.FORGOT_BUDGET_NIK });
  house.requests.on(MATCH_REPLACEMENT, (tx, asked) => match.answer(tx, asked as ToMatch));
  const { NOTICE_MAX_AGE_H: noticeMaxAgeH } = house.config;
  const notices = replacementNotices(house);
  const submission = new ReplacementSubmissionService({
    ...house,
    cases,
    match,
    filing,
    notices,
    noticeMaxAgeH,
  });
  return {
    public: [application(house, cases), new ReplacementSubmissionResolver(submission)],
    figures: replacementFigures(house.db, house.now),
  };
}

function application(house: House, cases: ReplacementRequests): ReplacementApplicationResolver {
  const { config } = house;
  const codeTtlMin = config.CODE_TTL_MIN;
  const { facts, risks, filing } = casework(house);
  const codes = new NewEmailCodes({ ...house, publicBaseUrl: config.publicBaseUrl, codeTtlMin });
  const limits = {
    perIdentity: config.CASE_BUDGET_ACCOUNT,
    perSource: config.CASE_BUDGET_IP,
    draftD: config.CASE_DRAFT_D,
  };
  return new ReplacementApplicationResolver(
    new ReplacementApplicationService({ ...house, cases, facts, codes }, limits),
    new ReplacementProofService({ ...house, cases, risks, filing, codeTtlMin }),
    new ReplacementFollowingService(
      { ...house, cases },
      { perTicket: config.FORGOT_BUDGET_NIK, perSource: config.FORGOT_BUDGET_IP },
    ),
  );
}
