import { cpus } from 'node:os';

import type { Logger } from 'pino';

import { AccountBlocks } from './account/account-blocks.js';
import { AccountCautions } from './account/account-cautions.js';
import { ActivationSecrets } from './account/activation-secrets.js';
import { Addresses } from './account/addresses.js';
import { CodeTries } from './account/code-tries.js';
import { Correspondence } from './account/correspondence.js';
import { CredentialChange } from './account/credential-change.js';
import { FallBacks } from './account/fall-backs.js';
import { HelpdeskAccounts } from './account/helpdesk-accounts.js';
import { Identifiers, USERNAMES } from './account/identifiers.js';
import { LoginThrottles } from './account/login-throttles.js';
import { OneTimeSecrets } from './account/one-time-secrets.js';
import { Passwords } from './account/password.js';
import { PasswordCheck } from './account/password-check.js';
import { PasswordPolicy } from './account/password-policy.js';
import { PersonalData } from './account/personal-data.js';
import { RecoveryChannels } from './account/recovery-channels.js';
import { RegistryBudget } from './account/registry-budget.js';
import { ReportLinks } from './account/report-links.js';
import { SecretTrail } from './account/secret-trail.js';
import { SendBudgets } from './account/send-budgets.js';
import { Sessions } from './account/sessions.js';
import { office } from './compose-office.js';
import type { Config } from './config.js';
import { Audit } from './platform/audit/audit.js';
import { AttemptBudgets } from './platform/budget/attempt-budgets.js';
import type { Captcha } from './platform/captcha/captcha.js';
import { HOUR_MS, MINUTE_MS, type Now, SECOND_MS } from './platform/clock.js';
import { BlindIndex } from './platform/crypto/blind-index.js';
import { Seal } from './platform/crypto/seal.js';
import { SecretHash } from './platform/crypto/secret-hash.js';
import type { Database } from './platform/database/transact.js';
import type { FileStore } from './platform/files/file-store.js';
import type { Scan } from './platform/files/scan-files.js';
import { SealedChunks } from './platform/files/sealed-chunks.js';
import { RunOnce } from './platform/idempotency/run-once.js';
import { DeferredRequests } from './platform/jobs/deferred-requests.js';
import { Metrics } from './platform/metrics/metrics.js';
import { Outbox } from './platform/outbox/outbox.js';
import { RegionList } from './platform/regions/region-list.js';
import type { Registry } from './platform/registry/registry.js';
import type { Tracing } from './platform/trace/tracing.js';

export interface Given {
  readonly config: Config;
  readonly db: Database;
  readonly now: Now;
  readonly log: Logger;
  readonly captcha: Captcha;
  readonly registry: Registry;
  readonly files: FileStore;
  readonly scan: Scan;
  readonly tracing: Tracing;
  /** Tells the worker of this process, if it has one, that a job has something to do. */
  readonly nudge: (job: string) => void;
}

export type House = ReturnType<typeof compose>;

/** Where the objects of the two lower rings meet. Read it to see who needs whom; `features.ts` goes on from here. */
export function compose(given: Given) {
  const platform = platformOf(given);
  const house = { ...platform, ...account(platform), ...office(platform) };
  house.names.on('ACCOUNT', USERNAMES);
  return house;
}

export type Platform = ReturnType<typeof platformOf>;

function platformOf(given: Given) {
  const { config, db, now, nudge, tracing } = given;
  const seal = new Seal(config.keys.DATA_KEYS);
  const sealedFiles = new SealedChunks(config.keys.DATA_KEYS);
  const index = new BlindIndex(config.keys.INDEX_KEYS);
  const hash = new SecretHash(config.keys.SECRET_KEYS);
  const audit = new Audit(config.keys.SECRET_KEYS, now);
  const budgets = new AttemptBudgets(db, index, now);
  const outbox = new Outbox({ db, seal, index, now, nudge: () => nudge('outbox') }, config.OUTBOX_CAP);
  const requests = new DeferredRequests({ db, seal, now, tracing, nudge: () => nudge('requests') });
  const regions = new RegionList(db);
  const once = new RunOnce(db, hash, now);

  return {
    ...given,
    stopping: stoppingSign(),
    metrics: new Metrics(),
    seal,
    sealedFiles,
    index,
    hash,
    audit,
    budgets,
    outbox,
    requests,
    regions,
    once,
  };
}

/** The second ring on the first: what every feature shares about accounts. */
function account(platform: Platform) {
  const { config, db, now, hash, index, seal, audit, budgets, outbox, regions } = platform;
  const identifiers = new Identifiers(db, now);
  const trail = new SecretTrail(audit);
  const secrets = new OneTimeSecrets({ db, hash, budgets, outbox, trail, now }, secretLimits(config));
  const reports = new ReportLinks(secrets, config.publicBaseUrl, config.REPORT_LINK_TTL_H);
  const letters = new Correspondence({ outbox, identifiers, reports, now }, config.NOTICE_MAX_AGE_H);
  const sends = new SendBudgets(budgets, sendLimits(config), now);
  const channels = new RecoveryChannels(identifiers, now, config.CHANNEL_TRUST_AGE_D);
  const sessions = new Sessions(db, sessionLimits(config), now);
  const throttles = new LoginThrottles({ db, index, budgets, now }, throttleLimits(config));
  const passwords = new Passwords(hashCost(config), hashLimits(config));
  return {
    identifiers,
    deskAccounts: new HelpdeskAccounts(db),
    blocks: new AccountBlocks(db, now),
    cautions: new AccountCautions(db, now),
    letters,
    secrets,
    tries: new CodeTries({ db, hash, budgets, trail, now }, tryLimits(config)),
    sends,
    sessions,
    throttles,
    passwords,
    check: new PasswordCheck(throttles, passwords),
    policy: new PasswordPolicy(config.PASSWORD_POLICY, config.PASSWORD_MIN || undefined, config.PASSWORD_MAX),
    personal: new PersonalData(seal, index),
    addresses: new Addresses(regions),
    change: new CredentialChange(sessions, secrets),
    channels,
    fallBacks: new FallBacks({ db, channels, sends, audit, now }),
    registryBudget: new RegistryBudget(budgets, config.REGISTRY_BUDGET),
    activation: new ActivationSecrets({ secrets, letters, sends }, activationLimits(config)),
  };
}

/** Raised once, when the process has begun to stop. */
function stoppingSign() {
  let begun = false;
  return {
    begin: () => {
      begun = true;
    },
    hasBegun: () => begun,
  };
}

const secretLimits = (config: Config) => ({
  codeDigits: config.CODE_DIGITS,
  linkTokenBytes: config.LINK_TOKEN_BYTES,
});

const tryLimits = (config: Config) => ({ perCode: config.CODE_TRIES, budget: config.CODE_TRIES_BUDGET });

const activationLimits = (config: Config) => ({
  publicBaseUrl: config.publicBaseUrl,
  linkTtlH: config.ACTIVATION_LINK_TTL_H,
  codeTtlMin: config.CODE_TTL_MIN,
});

const hashCost = ({ ARGON2 }: Config) => ({ m: ARGON2.memoryKiB, t: ARGON2.passes, p: ARGON2.lanes });

const hashLimits = (config: Config) => ({
  concurrency: config.HASH_CONCURRENCY || cpus().length,
  queue: config.HASH_QUEUE,
});

const sendLimits = (config: Config) => ({
  perDestination: config.SEND_BUDGET_DESTINATION,
  perAccount: config.SEND_BUDGET_ACCOUNT,
  perSource: config.SEND_BUDGET_IP,
  paid: config.SEND_PAID_CAP,
});

const sessionLimits = (config: Config) => ({
  idleMs: config.SESSION_CITIZEN_IDLE_MIN * MINUTE_MS,
  maxMs: config.SESSION_CITIZEN_MAX_H * HOUR_MS,
  count: config.SESSION_CITIZEN_COUNT,
  touchMs: config.SESSION_TOUCH_S * SECOND_MS,
});

const throttleLimits = (config: Config) => ({
  freeFailures: config.LOGIN_FREE_FAILURES,
  perAccount: config.LOGIN_ACCOUNT_FAILURES,
  perSource: config.LOGIN_BUDGET_IP,
  delayMs: [config.LOGIN_DELAY_S * SECOND_MS, config.LOGIN_DELAY_MAX_MIN * MINUTE_MS] as const,
  cap: config.LOGIN_FAILURES_CAP,
  capPauseMs: config.LOGIN_CAP_PAUSE_H * HOUR_MS,
  captchaAfter: config.CAPTCHA_LOGIN_AFTER,
  spray: config.LOGIN_SPRAY_LIMIT,
});
