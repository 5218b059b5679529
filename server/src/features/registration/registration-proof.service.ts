import type { Caller } from '../../account/caller.js';
import { readCode } from '../../account/code.js';
import { CodeExpired, CodeRejected } from '../../account/code.results.js';
import type { CodeTries } from '../../account/code-tries.js';
import type { OneTimeSecrets } from '../../account/one-time-secrets.js';
import { byStranger } from '../../account/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import { after, DAY_MS, type Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { transition } from '../../platform/database/transition.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import { RegistrationDraft } from './registration-draft.entity.js';
import type { RegistrationDrafts } from './registration-drafts.js';
import type { VerifyRegistrationCodeInput } from './registration-start.input.js';
import {
  RegistrationExpired,
  RegistrationVerified,
  type VerifyRegistrationCodeResult,
} from './registration-start.result.js';

interface Needs {
  readonly db: Database;
  readonly drafts: RegistrationDrafts;
  readonly secrets: OneTimeSecrets;
  readonly tries: CodeTries;
  readonly audit: Audit;
  readonly now: Now;
}

/** The code from the inbox proves the contact; from here on only the new token leads further (R04, R45). */
export class RegistrationProofService {
  constructor(
    private readonly needs: Needs,
    private readonly draftVerifiedD: number,
  ) {}

  async verify(input: VerifyRegistrationCodeInput, caller: Caller): Promise<VerifyRegistrationCodeResult> {
    const { db, drafts, secrets, tries, audit } = this.needs;
    const token = drafts.tokenAfter(input, input.registrationToken);
    const draft = await drafts.find(input.registrationToken, 'CONTACT_UNVERIFIED');
    if (!draft) return this.#provenBefore(token);
    const tried = await tries.tryCode({
      purpose: 'REGISTRATION',
      subjectId: draft.id,
      holder: `draft:${draft.id}`,
      code: readCode(input.code),
    });
    if (tried.outcome === 'TOO_OFTEN') return new TooManyRequests(tried.retryAt);
    if (tried.outcome === 'EXPIRED') return new CodeExpired();
    if (tried.outcome === 'WRONG') return new CodeRejected(tried.attemptsLeft);

    const { secret, counted } = tried;
    const command = secrets.command({}, counted);
    const proven = {
      step: 'CONTACT_VERIFIED' as const,
      keyHash: drafts.keyHash(token),
      expiresAt: after(this.needs.now(), this.draftVerifiedD * DAY_MS),
    };
    return db.transact(async (tx) => {
      const { id, contactKey } = draft;
      const spent = secret.destinationKey === contactKey && (await secrets.spend(tx, secret, command));
      if (!spent && (await secrets.hasSpent(tx, secret, command))) return new RegistrationVerified(token);
      const won =
        spent &&
        (await transition(tx, RegistrationDraft, { id, contactKey, step: 'CONTACT_UNVERIFIED' }, proven));
      // Of many who typed the right code at once the others find the draft moved on.
      if (!won) return new CodeRejected(0);
      await drafts.endOthers(tx, draft);
      await audit.record(tx, {
        ...byStranger(caller),
        event: 'CONTACT_VERIFIED',
        subjectKind: 'DRAFT',
        subjectId: id,
      });
      return new RegistrationVerified(token);
    });
  }

  /** Whoever repeats the command that proved the contact, because its answer was lost, has its key and so its token. */
  async #provenBefore(token: string): Promise<RegistrationVerified | RegistrationExpired> {
    const proven = await this.needs.drafts.find(token, 'CONTACT_VERIFIED');
    return proven ? new RegistrationVerified(token) : new RegistrationExpired();
  }
}
