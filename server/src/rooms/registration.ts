import type { House } from '../compose.js';
import { AccountCreation } from '../features/registration/account-creation.js';
import { DraftExpiryJob } from '../features/registration/draft-expiry.job.js';
import { RegistrationResolver } from '../features/registration/registration.resolver.js';
import { RegistrationApproval } from '../features/registration/registration-approval.js';
import { RegistrationCompletionService } from '../features/registration/registration-completion.service.js';
import { RegistrationDrafts } from '../features/registration/registration-drafts.js';
import { RegistrationProofService } from '../features/registration/registration-proof.service.js';
import { RegistrationRepeats } from '../features/registration/registration-repeats.js';
import { RegistrationStartService } from '../features/registration/registration-start.service.js';
import { RegistryRetryJob } from '../features/registration/registry-retry.job.js';
import { callingCodes } from './calling-codes.js';
import type { Room } from './room.js';

export function registration(house: House): Room {
  const { config } = house;
  const publicBaseUrl = config.publicBaseUrl;
  const countries = callingCodes(house);
  const drafts = new RegistrationDrafts(house);
  const creation = new AccountCreation(house);
  const approval = new RegistrationApproval({ ...house, drafts, creation });
  const repeats = new RegistrationRepeats({ ...house, drafts });
  const limits = {
    codeTtlMin: config.CODE_TTL_MIN,
    draftUnverifiedH: config.DRAFT_UNVERIFIED_H,
    countries,
    publicBaseUrl,
  };
  const retry = new RegistryRetryJob({ ...house, drafts, approval, publicBaseUrl });
  const expiry = new DraftExpiryJob({ ...house, unactivatedD: config.UNACTIVATED_D });
  const resolver = new RegistrationResolver(
    new RegistrationStartService({ ...house, drafts }, limits),
    new RegistrationProofService({ ...house, drafts }, config.DRAFT_VERIFIED_D),
    new RegistrationCompletionService({ ...house, drafts, approval, repeats, countries }),
  );
  return {
    public: [resolver],
    jobs: [
      { name: 'registry-retry', everyMs: 5000, alone: true, run: () => retry.run() },
      { name: 'draft-expiry', everyMs: 60_000, alone: true, run: () => expiry.run() },
    ],
  };
}
