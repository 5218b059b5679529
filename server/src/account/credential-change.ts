import type { EntityManager } from 'typeorm';

import { transition } from '../platform/database/transition.js';
import { Account } from './account.entity.js';
import type { SecretPurpose } from './one-time-secret.entity.js';
import type { OneTimeSecrets } from './one-time-secrets.js';
import type { Sessions, SignedIn } from './sessions.js';

export interface Change {
  readonly reason: string;
  /** Session that made the change and may go on under this new token. */
  readonly keepSession?: { readonly signedIn: SignedIn; readonly token: string };
  /** What else changes with it. */
  readonly set?: Partial<Pick<Account, 'passwordHash' | 'status'>>;
}

export interface Changed {
  readonly endedSessions: number;
}

/** The owner's word on an earlier change must outlive the thief's next one. */
const WAYS_BACK: readonly SecretPurpose[] = ['CONTACT_CHANGE_UNDO', 'NOT_ME'];

/** What every change of password or identifier does (R46): version up, all other sessions end, all open secrets die. */
export class CredentialChange {
  constructor(
    private readonly sessions: Sessions,
    private readonly secrets: OneTimeSecrets,
  ) {}

  /** Null: the account changed since it was read; nothing has been done. */
  async apply(
    tx: EntityManager,
    account: Account,
    { reason, keepSession, set }: Change,
  ): Promise<Changed | null> {
    const { id, version, credentialVersion } = account;
    const next = { ...set, version: version + 1, credentialVersion: credentialVersion + 1 };
    if (!(await transition(tx, Account, { id, version, credentialVersion }, next))) return null;
    const endedSessions = await this.sessions.endAll(tx, id, reason, keepSession?.signedIn.session.id);
    await this.secrets.end(tx, 'VOID', { subjectId: id, except: WAYS_BACK });
    if (keepSession) {
      const { signedIn, token } = keepSession;
      await this.sessions.renew(tx, signedIn, token, credentialVersion + 1);
    }
    return { endedSessions };
  }
}
