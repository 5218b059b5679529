import { Account } from './account/account.entity.js';
import { AccountBlock } from './account/account-block.entity.js';
import { AccountCaution } from './account/account-caution.entity.js';
import { BusinessEntity } from './account/business-entity.entity.js';
import { Consent } from './account/consent.entity.js';
import { Identifier } from './account/identifier.entity.js';
import { IdentityLink } from './account/identity-link.entity.js';
import { LoginThrottle } from './account/login-throttle.entity.js';
import { OneTimeSecret } from './account/one-time-secret.entity.js';
import { Session } from './account/session.entity.js';
import { AgentChange } from './features/administration/agent-change.entity.js';
import { EvidenceFile } from './features/email-replacement/evidence-file.entity.js';
import { EvidenceOpening } from './features/email-replacement/evidence-opening.entity.js';
import { EvidenceView } from './features/email-replacement/evidence-view.entity.js';
import { ReplacementDecision } from './features/email-replacement/replacement-decision.entity.js';
import { ReplacementDraft } from './features/email-replacement/replacement-draft.entity.js';
import { ReplacementRequest } from './features/email-replacement/replacement-request.entity.js';
import { SpotCheck } from './features/email-replacement/spot-check.entity.js';
import { WatchedAddress } from './features/email-replacement/watched-address.entity.js';
import { RegistrationDraft } from './features/registration/registration-draft.entity.js';
import { Agent } from './office/agent.entity.js';
import { AgentChallenge } from './office/agent-challenge.entity.js';
import { AgentSession } from './office/agent-session.entity.js';
import { Office } from './office/office.entity.js';
import { OfficeAssignment } from './office/office-assignment.entity.js';
import { AuditEvent } from './platform/audit/audit-event.entity.js';
import { AuditSeal } from './platform/audit/audit-seal.entity.js';
import { AttemptBudget } from './platform/budget/attempt-budget.entity.js';
import { UsedCaptcha } from './platform/captcha/used-captcha.entity.js';
import { CreateRegions1795428060000 } from './platform/database/migrations/20261123100100-create-regions.js';
import { CreateUsedCaptchas1795428120000 } from './platform/database/migrations/20261123100200-create-used-captchas.js';
import { CreateDevInboxMessages1795428180000 } from './platform/database/migrations/20261123100300-create-dev-inbox-messages.js';
import { CreateAuditEvents1795428240000 } from './platform/database/migrations/20261123100400-create-audit-events.js';
import { CreateAuditSeals1795428300000 } from './platform/database/migrations/20261123100500-create-audit-seals.js';
import { CreateAccounts1795428360000 } from './platform/database/migrations/20261123100600-create-accounts.js';
import { CreateIdentifiers1795428420000 } from './platform/database/migrations/20261123100700-create-identifiers.js';
import { CreateIdentityLinks1795428480000 } from './platform/database/migrations/20261123100800-create-identity-links.js';
import { CreateBusinessEntities1795428540000 } from './platform/database/migrations/20261123100900-create-business-entities.js';
import { CreateRegistrationDrafts1795428600000 } from './platform/database/migrations/20261123101000-create-registration-drafts.js';
import { CreateOneTimeSecrets1795428660000 } from './platform/database/migrations/20261123101100-create-one-time-secrets.js';
import { CreateAttemptBudgets1795428720000 } from './platform/database/migrations/20261123101200-create-attempt-budgets.js';
import { CreateSessions1795428780000 } from './platform/database/migrations/20261123101300-create-sessions.js';
import { CreateOutboxMessages1795428840000 } from './platform/database/migrations/20261123101400-create-outbox-messages.js';
import { CreateDeliveryAttempts1795428900000 } from './platform/database/migrations/20261123101500-create-delivery-attempts.js';
import { CreateDeliveryReceipts1795428960000 } from './platform/database/migrations/20261123101600-create-delivery-receipts.js';
import { CreateConsents1795429020000 } from './platform/database/migrations/20261123101700-create-consents.js';
import { CreateLeases1795429080000 } from './platform/database/migrations/20261123101800-create-leases.js';
import { CreateDeferredRequests1795429140000 } from './platform/database/migrations/20261123101900-create-deferred-requests.js';
import { CreateLoginThrottles1795429200000 } from './platform/database/migrations/20261123102000-create-login-throttles.js';
import { AddFallBackToOutboxMessages1795600860000 } from './platform/database/migrations/20261125100100-add-fall-back-to-outbox-messages.js';
import { CreateOffices1795604460000 } from './platform/database/migrations/20261125110100-create-offices.js';
import { CreateAgents1795604520000 } from './platform/database/migrations/20261125110200-create-agents.js';
import { CreateOfficeAssignments1795604580000 } from './platform/database/migrations/20261125110300-create-office-assignments.js';
import { CreateAgentSessions1795604640000 } from './platform/database/migrations/20261125110400-create-agent-sessions.js';
import { CreateAgentChallenges1795604700000 } from './platform/database/migrations/20261125110500-create-agent-challenges.js';
import { CreateReplacementRequests1795608060000 } from './platform/database/migrations/20261125120100-create-replacement-requests.js';
import { CreateEvidenceFiles1795608120000 } from './platform/database/migrations/20261125120200-create-evidence-files.js';
import { CreateEvidenceViews1795608180000 } from './platform/database/migrations/20261125120300-create-evidence-views.js';
import { CreateReplacementDecisions1795608240000 } from './platform/database/migrations/20261125120400-create-replacement-decisions.js';
import { CreateReplacementDrafts1795608300000 } from './platform/database/migrations/20261125120500-create-replacement-drafts.js';
import { CreateWatchedAddresses1795608360000 } from './platform/database/migrations/20261125120600-create-watched-addresses.js';
import { CreateAccountCautions1795608420000 } from './platform/database/migrations/20261125120700-create-account-cautions.js';
import { CreateIdempotencyKeys1795611660000 } from './platform/database/migrations/20261125130100-create-idempotency-keys.js';
import { IndexAuditByOffice1795611720000 } from './platform/database/migrations/20261125130200-index-audit-by-office.js';
import { IndexAuditByEvent1795611780000 } from './platform/database/migrations/20261125130300-index-audit-by-event.js';
import { CreateAgentChanges1795611840000 } from './platform/database/migrations/20261125130400-create-agent-changes.js';
import { CreateAccountBlocks1795611900000 } from './platform/database/migrations/20261125130500-create-account-blocks.js';
import { PlaceOutboxMessages1795615260000 } from './platform/database/migrations/20261125140100-place-outbox-messages.js';
import { AddChecksToReplacementRequests1795618860000 } from './platform/database/migrations/20261125150100-add-checks-to-replacement-requests.js';
import { AddCauseToOutboxMessages1795618920000 } from './platform/database/migrations/20261125150200-add-cause-to-outbox-messages.js';
import { AddContestToReplacementDecisions1795618980000 } from './platform/database/migrations/20261125150300-add-contest-to-replacement-decisions.js';
import { IndexReplacementRequestsByStatus1795619040000 } from './platform/database/migrations/20261125150400-index-replacement-requests-by-status.js';
import { IndexReplacementDecisionsByOffice1795619100000 } from './platform/database/migrations/20261125150500-index-replacement-decisions-by-office.js';
import { AddVerdictToReplacementDrafts1795625220000 } from './platform/database/migrations/20261125164700-add-verdict-to-replacement-drafts.js';
import { CreateSpotChecks1795633260000 } from './platform/database/migrations/20261125190100-create-spot-checks.js';
import { CreateInvariantChecks1795640460000 } from './platform/database/migrations/20261125210100-create-invariant-checks.js';
import { CreateKeyRotations1795640520000 } from './platform/database/migrations/20261125210200-create-key-rotations.js';
import { AddNikToAgents1795640580000 } from './platform/database/migrations/20261125210300-add-nik-to-agents.js';
import { AddOriginToOutboxMessages1795644060000 } from './platform/database/migrations/20261125220100-add-origin-to-outbox-messages.js';
import { AddOriginToDeferredRequests1795644120000 } from './platform/database/migrations/20261125220200-add-origin-to-deferred-requests.js';
import { CreateEvidenceOpenings1795646400000 } from './platform/database/migrations/20261125224000-create-evidence-openings.js';
import { IndexReceiptsByTime1795656600000 } from './platform/database/migrations/20261126013000-index-receipts-by-time.js';
import { IndexOutboxByChannel1795676700000 } from './platform/database/migrations/20261126070500-index-outbox-by-channel.js';
import { DevInboxMessage } from './platform/delivery/dev-inbox.entity.js';
import { IdempotencyKey } from './platform/idempotency/idempotency-key.entity.js';
import { InvariantCheck } from './platform/invariants/invariant-check.entity.js';
import { DeferredRequest } from './platform/jobs/deferred-request.entity.js';
import { Lease } from './platform/jobs/lease.entity.js';
import { KeyRotation } from './platform/keys/key-rotation.entity.js';
import { DeliveryAttempt } from './platform/outbox/delivery-attempt.entity.js';
import { DeliveryReceipt } from './platform/outbox/delivery-receipt.entity.js';
import { OutboxMessage } from './platform/outbox/outbox-message.entity.js';
import { Region } from './platform/regions/region.entity.js';

/** Every table, and how each came to be. */
export const tables = {
  entities: [
    Account,
    AccountBlock,
    AccountCaution,
    Agent,
    AgentChallenge,
    AgentChange,
    AgentSession,
    AttemptBudget,
    AuditEvent,
    AuditSeal,
    BusinessEntity,
    Consent,
    DeferredRequest,
    DeliveryAttempt,
    DeliveryReceipt,
    DevInboxMessage,
    EvidenceFile,
    EvidenceOpening,
    EvidenceView,
    IdempotencyKey,
    Identifier,
    IdentityLink,
    InvariantCheck,
    KeyRotation,
    Lease,
    LoginThrottle,
    Office,
    OfficeAssignment,
    OneTimeSecret,
    OutboxMessage,
    Region,
    RegistrationDraft,
    ReplacementDecision,
    ReplacementDraft,
    ReplacementRequest,
    Session,
    SpotCheck,
    UsedCaptcha,
    WatchedAddress,
  ],
  migrations: [
    CreateRegions1795428060000,
    CreateUsedCaptchas1795428120000,
    CreateDevInboxMessages1795428180000,
    CreateAuditEvents1795428240000,
    CreateAuditSeals1795428300000,
    CreateAccounts1795428360000,
    CreateIdentifiers1795428420000,
    CreateIdentityLinks1795428480000,
    CreateBusinessEntities1795428540000,
    CreateRegistrationDrafts1795428600000,
    CreateOneTimeSecrets1795428660000,
    CreateAttemptBudgets1795428720000,
    CreateSessions1795428780000,
    CreateOutboxMessages1795428840000,
    CreateDeliveryAttempts1795428900000,
    CreateDeliveryReceipts1795428960000,
    CreateConsents1795429020000,
    CreateLeases1795429080000,
    CreateDeferredRequests1795429140000,
    CreateLoginThrottles1795429200000,
    CreateReplacementRequests1795608060000,
    CreateEvidenceFiles1795608120000,
    CreateEvidenceViews1795608180000,
    CreateReplacementDecisions1795608240000,
    CreateReplacementDrafts1795608300000,
    CreateWatchedAddresses1795608360000,
    CreateAccountCautions1795608420000,
    AddFallBackToOutboxMessages1795600860000,
    CreateOffices1795604460000,
    CreateAgents1795604520000,
    CreateOfficeAssignments1795604580000,
    CreateAgentSessions1795604640000,
    CreateAgentChallenges1795604700000,
    CreateIdempotencyKeys1795611660000,
    AddChecksToReplacementRequests1795618860000,
    IndexAuditByOffice1795611720000,
    IndexAuditByEvent1795611780000,
    AddCauseToOutboxMessages1795618920000,
    AddContestToReplacementDecisions1795618980000,
    IndexReplacementRequestsByStatus1795619040000,
    CreateAgentChanges1795611840000,
    PlaceOutboxMessages1795615260000,
    CreateAccountBlocks1795611900000,
    IndexReplacementDecisionsByOffice1795619100000,
    AddVerdictToReplacementDrafts1795625220000,
    CreateInvariantChecks1795640460000,
    CreateSpotChecks1795633260000,
    AddOriginToOutboxMessages1795644060000,
    AddOriginToDeferredRequests1795644120000,
    CreateEvidenceOpenings1795646400000,
    CreateKeyRotations1795640520000,
    AddNikToAgents1795640580000,
    IndexReceiptsByTime1795656600000,
    IndexOutboxByChannel1795676700000,
  ],
};
