import { LessThanOrEqual } from 'typeorm';

import type { Correspondence } from '../../account/correspondence.js';
import { after, DAY_MS, HOUR_MS, type Now, SECOND_MS } from '../../platform/clock.js';
import type { Seal } from '../../platform/crypto/seal.js';
import type { Database } from '../../platform/database/transact.js';
import { transition } from '../../platform/database/transition.js';
import type { Registry } from '../../platform/registry/registry.js';
import type { RegistrationApproval } from './registration-approval.js';
import { identityTaken, registrationNeedsMending } from './registration-completion.messages.js';
import { RegistrationDraft } from './registration-draft.entity.js';
import { ENDED, type RegistrationDrafts } from './registration-drafts.js';
import type { Profile } from './registration-profile.js';
import { checkRegistries } from './registry-checks.js';

interface Needs {
  readonly db: Database;
  readonly drafts: RegistrationDrafts;
  readonly registry: Registry;
  readonly approval: RegistrationApproval;
  readonly letters: Correspondence;
  readonly seal: Seal;
  readonly now: Now;
  readonly publicBaseUrl: string;
}

const AT_ONCE = 20;

/** Finishes registrations that wait for a registry; never gives up by itself, never takes silence for a yes. */
export class RegistryRetryJob {
  constructor(private readonly needs: Needs) {}

  async run(): Promise<boolean> {
    const due = { step: 'AWAITING_REGISTRY' as const, registryRetryAt: LessThanOrEqual(this.needs.now()) };
    const drafts = await this.needs.db.rows.find(RegistrationDraft, {
      where: due,
      take: AT_ONCE,
      order: { registryRetryAt: 'ASC' },
    });
    const failures: unknown[] = [];
    // One that cannot be read must not hold up the others: it waits its turn like an unanswered one.
    for (const draft of drafts)
      await this.#retry(draft).catch(async (error) => {
        failures.push(error);
        await this.#putOff(draft);
      });
    if (failures.length > 0) throw failures[0];
    return drafts.length === AT_ONCE;
  }

  async #retry(draft: RegistrationDraft): Promise<void> {
    const { drafts, registry, approval, seal } = this.needs;
    if (!draft.completionSealed || !draft.passwordHash) return;
    const profile: Profile = JSON.parse(seal.open(draft.completionSealed, `draft:completion:${draft.id}`));
    const checked = await checkRegistries(registry, drafts.declarationOf(draft), profile);
    if (checked.outcome === 'UNAVAILABLE') return this.#putOff(draft);
    if (checked.outcome === 'MISMATCH') return this.#giveBack(draft);
    const approved = await approval.approve({ draft, endKey: draft.keyHash }, profile, draft.passwordHash);
    if (approved.outcome === 'IDENTITY_TAKEN')
      await this.#tell(draft, identityTaken(this.needs.publicBaseUrl, draft.locale));
    if (approved.outcome === 'GONE') await this.#close(draft);
  }

  /** Its contact belongs to another account by now; asking the registries again would only cost money. */
  async #close({ id, step }: RegistrationDraft): Promise<void> {
    await this.needs.db.transact((tx) => transition(tx, RegistrationDraft, { id, step }, ENDED));
  }

  /** Longer each time, at most an hour. */
  async #putOff({ id, step, registryTries }: RegistrationDraft): Promise<void> {
    const wait = Math.min(30 * SECOND_MS * 2 ** registryTries, HOUR_MS);
    const later = { registryTries: registryTries + 1, registryRetryAt: after(this.needs.now(), wait) };
    await this.needs.db.transact((tx) =>
      transition(tx, RegistrationDraft, { id, step, registryTries }, later),
    );
  }

  /** Something has to be mended: the person goes on where the contact was proven, with the token they kept. */
  async #giveBack(draft: RegistrationDraft): Promise<void> {
    const { db, now, letters, publicBaseUrl } = this.needs;
    const { id, step, locale } = draft;
    const back = {
      step: 'CONTACT_VERIFIED' as const,
      completionSealed: null,
      passwordHash: null,
      registryRetryAt: null,
      expiresAt: after(now(), 7 * DAY_MS),
    };
    await db.transact(async (tx) => {
      if (!(await transition(tx, RegistrationDraft, { id, step }, back))) return;
      const to = this.needs.drafts.contactOf(draft);
      await letters.send(tx, registrationNeedsMending(publicBaseUrl, locale), {
        to,
        language: locale,
        ttlMs: 3 * DAY_MS,
      });
    });
  }

  async #tell(draft: RegistrationDraft, letter: ReturnType<typeof identityTaken>): Promise<void> {
    const addressed = { to: this.needs.drafts.contactOf(draft), language: draft.locale, ttlMs: 3 * DAY_MS };
    await this.needs.db.transact((tx) => this.needs.letters.send(tx, letter, addressed));
  }
}
