import { type EntityManager, In, IsNull, MoreThan, Not, Or } from 'typeorm';

import type { Account } from '../../account/account.entity.js';
import type { Caller } from '../../account/caller.js';
import type { Correspondence } from '../../account/correspondence.js';
import { occasionOf } from '../../account/occasion.js';
import { Session } from '../../account/session.entity.js';
import type { LiveSession } from '../../account/sessions.js';
import { after, MINUTE_MS, type Now } from '../../platform/clock.js';
import { OutboxMessage } from '../../platform/outbox/outbox-message.entity.js';
import { loggedInFromNewDevice } from './login.messages.js';

/** Of the sessions that a recovery ended nobody knows which was the thief's: their devices are new again. */
const VOUCHING = Or(IsNull(), Not(In(['PASSWORD_RESET', 'REPORTED_NOT_ME'])));

/** Tells an owner of a login from a device their account has not seen, once in a while and not at their first login (R41). */
export class NewDeviceNotice {
  constructor(
    private readonly letters: Correspondence,
    private readonly now: Now,
    private readonly coalesceMin: number,
  ) {}

  /** Before the new session is written, or it would vouch for itself. */
  async tell(
    tx: EntityManager,
    account: Account,
    { device }: Caller,
    live: readonly LiveSession[],
  ): Promise<void> {
    const { id: accountId } = account;
    // In this order: the usual case is a known device, mostly one with a live session.
    if (live.some((session) => session.device === device)) return;
    if (await tx.existsBy(Session, { accountId, device: device ?? IsNull(), endReason: VOUCHING })) return;
    if (!(await tx.existsBy(Session, { accountId }))) return;
    const since = after(this.now(), -this.coalesceMin * MINUTE_MS);
    const told = { accountId, kind: 'LOGIN_FROM_NEW_DEVICE', createdAt: MoreThan(since) };
    if (await tx.existsBy(OutboxMessage, told)) return;
    const letter = loggedInFromNewDevice(occasionOf({ device }, this.now(), account.locale), account.locale);
    await this.letters.notify(tx, letter, account);
  }
}
