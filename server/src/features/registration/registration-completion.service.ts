import type { ActivationSecrets } from '../../account/activation-secrets.js';
import type { Addresses } from '../../account/addresses.js';
import type { Caller } from '../../account/caller.js';
import { IdentityMismatch } from '../../account/identity-mismatch.result.js';
import type { Passwords } from '../../account/password.js';
import type { PasswordPolicy } from '../../account/password-policy.js';
import { PasswordRejected } from '../../account/password-rejected.result.js';
import type { RegistryBudget } from '../../account/registry-budget.js';
import { byStranger } from '../../account/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import { after, type Now, SECOND_MS } from '../../platform/clock.js';
import type { Seal } from '../../platform/crypto/seal.js';
import type { Database } from '../../platform/database/transact.js';
import { transition } from '../../platform/database/transition.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import type { Registry } from '../../platform/registry/registry.js';
import type { Ending, RegistrationApproval } from './registration-approval.js';
import type { CompleteRegistrationInput } from './registration-completion.input.js';
import {
  type CompleteRegistrationResult,
  IdentityAlreadyRegistered,
  RegistrationCompleted,
  RegistrationPending,
} from './registration-completion.result.js';
import { RegistrationDraft } from './registration-draft.entity.js';
import type { RegistrationDrafts } from './registration-drafts.js';
import { type Profile, readProfile } from './registration-profile.js';
import type { RegistrationRepeats } from './registration-repeats.js';
import type { Declaration } from './registration-rules.js';
import { RegistrationExpired } from './registration-start.result.js';
import { checkRegistries } from './registry-checks.js';

interface Needs {
  readonly db: Database;
  readonly drafts: RegistrationDrafts;
  readonly addresses: Addresses;
  readonly registry: Registry;
  readonly registryBudget: RegistryBudget;
  readonly policy: PasswordPolicy;
  readonly passwords: Passwords;
  readonly approval: RegistrationApproval;
  readonly repeats: RegistrationRepeats;
  readonly activation: ActivationSecrets;
  readonly seal: Seal;
  readonly audit: Audit;
  readonly now: Now;
  readonly countries: readonly string[];
}

const FIRST_RETRY_MS = 30 * SECOND_MS;

/** Password and profile: the registries are asked, the account is made, its activation goes out. */
export class RegistrationCompletionService {
  constructor(private readonly needs: Needs) {}

  async complete(input: CompleteRegistrationInput, caller: Caller): Promise<CompleteRegistrationResult> {
    const { drafts, addresses, registry, passwords, countries } = this.needs;
    const draft = await drafts.find(input.registrationToken, 'CONTACT_VERIFIED');
    if (!draft) return this.needs.repeats.completion(input);
    const declaration = drafts.declarationOf(draft);
    const at = this.needs.now().toISOString();
    const { language, source } = caller;
    const rules = { countries, today: at.slice(0, 10), addresses, acceptance: { at, language, source } };
    const profile = await readProfile(input, declaration, drafts.contactOf(draft), rules);
    const broken = this.needs.policy.check(input.password, { words: contextOf(declaration, profile, draft) });
    if (broken.length > 0) return new PasswordRejected(broken);

    const retryAt = await this.needs.registryBudget.take(
      declaration.nik ?? declaration.passport ?? draft.id,
      draft.contactKey,
    );
    if (retryAt) return new TooManyRequests(retryAt);
    const checked = await checkRegistries(registry, declaration, profile);
    await this.#recordCheck(draft, checked.outcome, caller);
    if (checked.outcome === 'MISMATCH') return new IdentityMismatch(checked.fields, checked.unknownTo);
    const passwordHash = await passwords.hash(input.password);
    if (checked.outcome !== 'MATCH') return this.#keepForLater(draft, profile, passwordHash);
    const endKey = drafts.keyHash(drafts.tokenAfter(input, input.registrationToken));
    const ended = await this.#approve({ draft, endKey }, profile, passwordHash);
    // Of two that were sent at once the other was faster, perhaps with this very command.
    return ended ?? this.needs.repeats.completion(input);
  }

  /** Null: the draft has moved on. */
  async #approve(
    ending: Ending,
    profile: Profile,
    passwordHash: string,
  ): Promise<CompleteRegistrationResult | null> {
    const approved = await this.needs.approval.approve(ending, profile, passwordHash);
    if (approved.outcome === 'GONE') return null;
    if (approved.outcome === 'IDENTITY_TAKEN') return new IdentityAlreadyRegistered();
    const activationExpiresAt = after(this.needs.now(), this.needs.activation.linkTtlMs);
    const { username, sentTo } = approved;
    return new RegistrationCompleted({ username, sentTo, activationExpiresAt, warnings: profile.warnings });
  }

  /** A registry is out of reach: everything is kept, sealed, and `registry-retry.job.ts` goes on with it. */
  async #keepForLater(
    draft: RegistrationDraft,
    profile: Profile,
    passwordHash: string,
  ): Promise<CompleteRegistrationResult> {
    const { db, seal, now } = this.needs;
    const { id, keyHash } = draft;
    const kept = {
      step: 'AWAITING_REGISTRY' as const,
      completionSealed: seal.close(JSON.stringify(profile), `draft:completion:${id}`),
      passwordHash,
      registryTries: 1,
      registryRetryAt: after(now(), FIRST_RETRY_MS),
    };
    const moved = await db.transact((tx) =>
      transition(tx, RegistrationDraft, { id, keyHash, step: 'CONTACT_VERIFIED' }, kept),
    );
    return moved ? new RegistrationPending() : new RegistrationExpired();
  }

  async #recordCheck({ id }: RegistrationDraft, outcome: string, caller: Caller): Promise<void> {
    const who = { ...byStranger(caller), subjectKind: 'DRAFT', subjectId: id };
    await this.needs.db.transact((tx) =>
      this.needs.audit.record(tx, {
        ...who,
        event: 'REGISTRY_CHECKED',
        result: outcome === 'MATCH' ? 'ok' : 'refused',
        reasonCode: outcome,
      }),
    );
  }
}

/** What others know of this person and so protects nothing as a password. */
function contextOf(
  { nik, entity }: Declaration,
  { fullName, otherContacts }: Profile,
  { contactKey }: RegistrationDraft,
) {
  return [nik, entity?.name, fullName, contactKey, ...otherContacts.map(({ key }) => key)].filter(
    (word) => typeof word === 'string',
  );
}
