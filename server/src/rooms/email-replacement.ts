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
import { SealedFacts } from '../features/email-replacement/sealed-facts.js';
import type { Room } from './room.js';

export function emailReplacement(house: House): Room {
  const { config } = house;
  const codeTtlMin = config.CODE_TTL_MIN;
  const cases = new ReplacementRequests(house);
  house.names.on(
    'CASE',
    (ids) => cases.ticketsOf(ids),
    (ticket) => cases.idOf(ticket),
  );
  const facts = new SealedFacts(house.seal);
  const codes = new NewEmailCodes({ ...house, publicBaseUrl: config.publicBaseUrl, codeTtlMin });
  const match = new ReplacementMatch({ ...house, facts, lookups: config.FORGOT_BUDGET_NIK });
  house.requests.on(MATCH_REPLACEMENT, (tx, asked) => match.answer(tx, asked as ToMatch));
  const application = new ReplacementApplicationService(
    { ...house, cases, facts, codes },
    {
      perIdentity: config.CASE_BUDGET_ACCOUNT,
      perSource: config.CASE_BUDGET_IP,
      draftD: config.CASE_DRAFT_D,
    },
  );
  const proof = new ReplacementProofService({ ...house, cases, codeTtlMin });
  const following = new ReplacementFollowingService(
    { ...house, cases },
    { perTicket: config.FORGOT_BUDGET_NIK, perSource: config.FORGOT_BUDGET_IP },
  );
  return {
    public: [new ReplacementApplicationResolver(application, proof, following)],
    figures: replacementFigures(house.db, house.now),
  };
}
