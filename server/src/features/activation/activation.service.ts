import type { EntityManager } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import { AccountStatus } from '../../account/account-status.js';
import type { Caller } from '../../account/caller.js';
import { readCode } from '../../account/code.js';
import type { CodeTries } from '../../account/code-tries.js';
import { readIdentifier } from '../../account/contact.js';
import type { Correspondence } from '../../account/correspondence.js';
import type { Identifiers } from '../../account/identifiers.js';
import type { OneTimeSecret } from '../../account/one-time-secret.entity.js';
import type { Command, OneTimeSecrets } from '../../account/one-time-secrets.js';
import { byOwner } from '../../account/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { Now } from '../../platform/clock.js';
import { type Database, Undo } from '../../platform/database/transact.js';
import { transition } from '../../platform/database/transition.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import { valueIn } from '../../platform/words/fault.js';
import type { ActivateAccountInput, ActivateAccountWithCodeInput } from './activation.input.js';
import { accountActivated } from './activation.messages.js';
import {
  AccountActivated,
  type ActivateAccountResult,
  ActivationExpired,
  ActivationRejected,
} from './activation.result.js';

interface Needs {
  readonly db: Database;
  readonly identifiers: Identifiers;
  readonly secrets: OneTimeSecrets;
  readonly tries: CodeTries;
  readonly letters: Correspondence;
  readonly audit: Audit;
  readonly now: Now;
  readonly publicBaseUrl: string;
}

/** Whichever comes first, link or code, opens the account and proves the contact it was sent to; the others die. */
export class ActivationService {
  constructor(private readonly needs: Needs) {}

  async activate(input: ActivateAccountInput, caller: Caller): Promise<ActivateAccountResult> {
    const { secrets } = this.needs;
    const command = secrets.command(input);
    const secret = await secrets.openLink('ACTIVATION', input.token, command);
    if (secret === 'REJECTED') return new ActivationRejected();
    if (secret === 'EXPIRED') return new ActivationExpired();
    return this.#open(secret, command, caller);
  }

  async activateWithCode(
    input: ActivateAccountWithCodeInput,
    caller: Caller,
  ): Promise<ActivateAccountResult> {
    const { identifiers, secrets, tries } = this.needs;
    const { key } = valueIn(readIdentifier(input.identifier));
    const subjectId = (await identifiers.meantBy(key)) ?? key;
    if (await secrets.isRepeat('ACTIVATION', { subjectId }, input))
      return new AccountActivated(await identifiers.usernameOf(subjectId));
    const tried = await tries.tryCode({
      purpose: 'ACTIVATION',
      subjectId,
      holder: subjectId,
      code: readCode(input.code),
    });
    if (tried.outcome === 'TOO_OFTEN') return new TooManyRequests(tried.retryAt);
    if (tried.outcome === 'EXPIRED') return new ActivationExpired();
    if (tried.outcome === 'WRONG') return new ActivationRejected();
    return this.#open(tried.secret, secrets.command(input, tried.counted), caller);
  }

  #open(secret: OneTimeSecret, command: Command, caller: Caller): Promise<ActivateAccountResult> {
    const { db, secrets, identifiers } = this.needs;
    const { subjectId: id, credentialVersion, destinationKey } = secret;
    return db.transact(async (tx): Promise<ActivateAccountResult> => {
      const waiting = { id, credentialVersion, status: AccountStatus.AWAITING_ACTIVATION };
      const opened = {
        status: AccountStatus.ACTIVE,
        activatedAt: this.needs.now(),
        version: () => 'version + 1',
      };
      const spent = await secrets.spend(tx, secret, command);
      if (!spent && (await secrets.hasSpent(tx, secret, command))) {
        return new AccountActivated(await identifiers.usernameOf(id));
      }
      const won =
        spent &&
        (await transition(tx, Account, waiting, opened)) &&
        (await identifiers.prove(tx, id, destinationKey));
      // Half an activation would leave a spent link and a closed account, so all of it is undone.
      if (!won) throw new Undo(new ActivationRejected());
      await identifiers.dropUnproven(tx, destinationKey);
      await secrets.end(tx, 'VOID', { subjectId: id });
      return this.#welcome(tx, id, secret, caller);
    });
  }

  async #welcome(
    tx: EntityManager,
    id: string,
    { form }: OneTimeSecret,
    caller: Caller,
  ): Promise<AccountActivated> {
    const { letters, identifiers, audit, publicBaseUrl } = this.needs;
    const account = await tx.findOneByOrFail(Account, { id });
    const username = await identifiers.usernameOf(id);
    await letters.notify(tx, accountActivated(username, publicBaseUrl, account.locale), account);
    await audit.record(tx, { ...byOwner(id, caller), event: 'ACCOUNT_ACTIVATED', reasonCode: form });
    return new AccountActivated(username);
  }
}
