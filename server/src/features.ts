import { PasswordPolicyResolver } from './account/password-policy.resolver.js';
import type { House } from './compose.js';
import { ActivationResolver } from './features/activation/activation.resolver.js';
import { ActivationService } from './features/activation/activation.service.js';
import {
  ActivationResendService,
  type Asked,
  RESEND_ACTIVATION,
} from './features/activation/activation-resend.service.js';
import { ContactCorrectionService } from './features/activation/contact-correction.service.js';
import { LoginResolver } from './features/login/login.resolver.js';
import { LoginService } from './features/login/login.service.js';
import { NewDeviceNotice } from './features/login/new-device-notice.js';
import { SessionsService } from './features/login/sessions.service.js';
import { ActivityService } from './features/my-account/activity.service.js';
import { ContactChangeService } from './features/my-account/contact-change.service.js';
import { ContactWayBack } from './features/my-account/contact-way-back.service.js';
import { MeResolver } from './features/my-account/me.resolver.js';
import { MyAccountResolver } from './features/my-account/my-account.resolver.js';
import { PasswordChangeService } from './features/my-account/password-change.service.js';
import { ProfileService } from './features/my-account/profile.service.js';
import { AccountCreation } from './features/registration/account-creation.js';
import { DraftExpiryJob } from './features/registration/draft-expiry.job.js';
import { RegistrationResolver } from './features/registration/registration.resolver.js';
import { RegistrationApproval } from './features/registration/registration-approval.js';
import { RegistrationCompletionService } from './features/registration/registration-completion.service.js';
import { RegistrationDrafts } from './features/registration/registration-drafts.js';
import { RegistrationProofService } from './features/registration/registration-proof.service.js';
import { RegistrationStartService } from './features/registration/registration-start.service.js';
import { RegistryRetryJob } from './features/registration/registry-retry.job.js';
import { ViewerResolver } from './office/viewer.helpdesk-resolver.js';
import { CaptchaResolver } from './platform/captcha/captcha.resolver.js';
import type { Job } from './platform/jobs/job-runner.js';
import { RegionsResolver } from './platform/regions/regions.resolver.js';

interface Furnished {
  readonly public: object[];
  readonly helpdesk: object[];
  readonly jobs: Job[];
}

/** The third ring: what each feature offers to which schema, and what it does by the clock. */
export function features(house: House): Furnished {
  const registration = registrationOf(house);
  const shared = [
    new CaptchaResolver(house.captcha),
    new RegionsResolver(house.regions),
    new PasswordPolicyResolver(house.policy),
  ];
  return {
    public: [registration.resolver, activationOf(house), loginOf(house), ...myAccountOf(house), ...shared],
    helpdesk: [new ViewerResolver()],
    jobs: registration.jobs,
  };
}

function registrationOf(house: House) {
  const { config } = house;
  const publicBaseUrl = config.publicBaseUrl;
  const countries = callingCodes(house);
  const drafts = new RegistrationDrafts(house);
  const creation = new AccountCreation(house);
  const approval = new RegistrationApproval({ ...house, drafts, creation });
  const limits = {
    codeTtlMin: config.CODE_TTL_MIN,
    draftUnverifiedH: config.DRAFT_UNVERIFIED_H,
    countries,
    publicBaseUrl,
  };
  const retry = new RegistryRetryJob({ ...house, drafts, approval, publicBaseUrl });
  const expiry = new DraftExpiryJob({ ...house, unactivatedD: config.UNACTIVATED_D });
  return {
    resolver: new RegistrationResolver(
      new RegistrationStartService({ ...house, drafts }, limits),
      new RegistrationProofService({ ...house, drafts }, config.DRAFT_VERIFIED_D),
      new RegistrationCompletionService({ ...house, drafts, approval, countries }),
    ),
    jobs: [
      { name: 'registry-retry', everyMs: 5000, alone: true, run: () => retry.run() },
      { name: 'draft-expiry', everyMs: 60_000, alone: true, run: () => expiry.run() },
    ],
  };
}

function activationOf(house: House) {
  const publicBaseUrl = house.config.publicBaseUrl;
  const needs = { ...house, publicBaseUrl };
  const resending = new ActivationResendService(needs);
  house.requests.on(RESEND_ACTIVATION, (tx, asked) => resending.answer(tx, asked as Asked));
  return new ActivationResolver(
    new ActivationService(needs),
    resending,
    new ContactCorrectionService({ ...needs, passwords: house.check, countries: callingCodes(house) }),
  );
}

function loginOf(house: House) {
  const notice = new NewDeviceNotice(house.letters, house.now, house.config.NOTICE_COALESCE_MIN);
  const sessions = new SessionsService(house.db, house.sessions, house.audit);
  return new LoginResolver(new LoginService({ ...house, notice }), sessions);
}

function myAccountOf(house: House) {
  const { config } = house;
  const publicBaseUrl = config.publicBaseUrl;
  const wayBack = new ContactWayBack({ ...house, publicBaseUrl, undoD: config.CASE_UNDO_D });
  const limits = { codeTtlMin: config.CODE_TTL_MIN, countries: callingCodes(house), publicBaseUrl };
  return [
    new MeResolver({ ...house, activity: new ActivityService(house.db) }),
    new MyAccountResolver(
      new PasswordChangeService(house),
      new ProfileService(house),
      new ContactChangeService({ ...house, wayBack }, limits),
      wayBack,
    ),
  ];
}

/** `+62` as the settings write it, `62` as numbers carry it. */
const callingCodes = ({ config }: House): string[] =>
  config.SEND_COUNTRIES.map((code) => code.replace(/^\+/, ''));
