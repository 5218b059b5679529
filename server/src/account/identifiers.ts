import { type EntityManager, In, IsNull, LessThanOrEqual, MoreThan, MoreThanOrEqual, Not } from 'typeorm';

import type { Now } from '../platform/clock.js';
import { HotFind } from '../platform/database/hot-find.js';
import type { Database } from '../platform/database/transact.js';
import { transition } from '../platform/database/transition.js';
import { isUniqueViolation } from '../platform/database/unique-violation.js';
import { newId } from '../platform/ids.js';
import { Account } from './account.entity.js';
import { AccountStatus } from './account-status.js';
import type { Channel, Contact } from './contact.js';
import { Identifier, type IdentifierKind } from './identifier.entity.js';

interface Reserved {
  readonly reservedUntil: Date;
}

const current = new HotFind(Identifier, 'account_id = ? AND replaced_at IS NULL');
const OWNED = 'identifier_key = ? AND replaced_at IS NULL';
const owning = new HotFind(Identifier, `${OWNED} LIMIT 1`);
const accountOwning = new HotFind(Account, `id = (SELECT account_id FROM identifiers WHERE ${OWNED})`);

/** Where a list finds the usernames of many accounts. */
export const USERNAMES = {
  table: 'identifiers',
  id: 'account_id',
  name: 'value',
  where: "kind = 'USERNAME'",
} as const;

const KIND_OF: Readonly<Record<Channel, IdentifierKind>> = { EMAIL: 'EMAIL', WHATSAPP: 'PHONE' };

/** Usernames, emails and phones: who owns which, and which of them are proven. */
export class Identifiers {
  constructor(
    private readonly db: Database,
    private readonly now: Now,
  ) {}

  /** The account that owns this key now; a replaced contact owns nothing. */
  async ownerOf(key: string): Promise<string | null> {
    const found = await owning.first(this.db.rows, [key]);
    return found?.accountId ?? null;
  }

  /** The same, with the account itself; one statement whether anybody owns the key or not. */
  accountOf(key: string): Promise<Account | null> {
    return accountOwning.first(this.db.rows, [key]);
  }

  /**
   * A contact that somebody besides `accountId` has proven or keeps reserved, as that owner wrote it: word about it goes
   * to their spelling, not to the one typed now (R02). Null when it is free.
   */
  async ownedElsewhere({ channel, key }: Contact, accountId = ''): Promise<Contact | null> {
    const owned = { identifierKey: key, accountId: Not(accountId) };
    const found = await this.db.rows.findOneBy(Identifier, owned);
    return found && { channel, key, value: found.value };
  }

  /**
   * The account somebody means who has not activated yet: the owner of the key, else the newest account still waiting
   * that named this contact without having proven it.
   */
  async meantBy(key: string): Promise<string | null> {
    const owner = await this.ownerOf(key);
    if (owner) return owner;
    const named = await this.db.rows.find(Identifier, {
      where: { contactKey: key, replacedAt: IsNull() },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: 5, // more claims on one unproven contact are nobody's business to sort out
    });
    const waiting = await this.db.rows.find(Account, {
      select: { id: true },
      where: { id: In(named.map(({ accountId }) => accountId)), status: AccountStatus.AWAITING_ACTIVATION },
    });
    const ids = new Set(waiting.map(({ id }) => id));
    return named.find(({ accountId }) => ids.has(accountId))?.accountId ?? null;
  }

  /** Current contacts and username of an account; replaced ones left out. */
  of(accountId: string): Promise<Identifier[]> {
    return current.rows(this.db.rows, [accountId]);
  }

  async usernameOf(accountId: string): Promise<string> {
    return (await this.db.rows.findOneByOrFail(Identifier, { accountId, kind: 'USERNAME' })).value;
  }

  /** Takes a contact off an account that was never activated. */
  async dropContact(tx: EntityManager, accountId: string, channel: Channel): Promise<void> {
    await tx.delete(Identifier, { accountId, kind: KIND_OF[channel] });
  }

  /** Throws the database's unique violation when the name was given before, to whomever. */
  async addUsername(tx: EntityManager, accountId: string, username: string): Promise<void> {
    const now = this.now();
    const row = {
      id: newId(now),
      accountId,
      kind: 'USERNAME' as const,
      value: username,
      contactKey: username,
    };
    await tx.insert(Identifier, { ...row, identifierKey: username, verifiedAt: now, createdAt: now });
  }

  /** `proven` takes the key at once and throws the unique violation if another account has it. */
  async addContact(tx: EntityManager, accountId: string, contact: Contact, proven: boolean): Promise<string> {
    const now = this.now();
    const id = newId(now);
    await tx.insert(Identifier, {
      id,
      accountId,
      kind: KIND_OF[contact.channel],
      value: contact.value,
      contactKey: contact.key,
      identifierKey: proven ? contact.key : null,
      verifiedAt: proven ? now : null,
      createdAt: now,
    });
    return id;
  }

  /** Somebody showed control of this contact. False: it belongs to another account, proven there first. */
  async prove(tx: EntityManager, accountId: string, contactKey: string): Promise<boolean> {
    const proof = { identifierKey: contactKey, verifiedAt: this.now() };
    try {
      const unproven = { accountId, contactKey, identifierKey: IsNull() };
      if (await transition(tx, Identifier, unproven, proof)) return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
    return tx.existsBy(Identifier, { accountId, identifierKey: contactKey });
  }

  /**
   * `to`, proven just now, takes the place of `former`, which stays reserved for its way back until `reservedUntil`
   * (at once free, when it was never proven). False: another account has `to`.
   */
  async replace(
    tx: EntityManager,
    former: Identifier | null,
    accountId: string,
    to: Contact & Reserved,
  ): Promise<boolean> {
    const { reservedUntil, ...contact } = to;
    if (former?.verifiedAt) {
      const left = { replacedAt: this.now(), reservedUntil };
      if (!(await transition(tx, Identifier, { id: former.id, replacedAt: IsNull() }, left))) return false;
    } else if (former) await tx.delete(Identifier, { id: former.id });
    // Coming back to a contact given up a few days ago: it is still kept for this account.
    await tx.delete(Identifier, { accountId, identifierKey: contact.key, replacedAt: Not(IsNull()) });
    try {
      await this.addContact(tx, accountId, contact, true);
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  /** Puts a replaced contact back where `current` stands. False: either is not as it was, or an older claim stands there by now. */
  async restore(tx: EntityManager, formerId: string, currentKey: string): Promise<boolean> {
    const reserved = { id: formerId, reservedUntil: MoreThan(this.now()) };
    const former = await tx.findOneBy(Identifier, reserved);
    if (!former?.replacedAt) return false;
    const { accountId, kind } = former;
    const current = { accountId, kind, identifierKey: currentKey, replacedAt: IsNull() };
    const younger = { ...current, createdAt: MoreThanOrEqual(former.createdAt) };
    const { affected } = await tx.delete(Identifier, younger);
    return affected === 1 && transition(tx, Identifier, reserved, { replacedAt: null, reservedUntil: null });
  }

  /** Lets go of replaced contacts whose time is over. */
  async releaseReserved(tx: EntityManager): Promise<void> {
    await tx.delete(Identifier, { reservedUntil: LessThanOrEqual(this.now()) });
  }

  /** Other accounts that merely wrote this contact down lose it: it has an owner now (pre-hijack, security.md 1.6). */
  async dropUnproven(tx: EntityManager, contactKey: string): Promise<string[]> {
    const claims = await tx.findBy(Identifier, { contactKey, identifierKey: IsNull() });
    if (claims.length > 0) await tx.delete(Identifier, { id: In(claims.map(({ id }) => id)) });
    return claims.map(({ accountId }) => accountId);
  }
}

export const channelOf = ({ kind }: Identifier): Channel => (kind === 'EMAIL' ? 'EMAIL' : 'WHATSAPP');

export const contactOf = (identifier: Identifier): Contact => ({
  channel: channelOf(identifier),
  value: identifier.value,
  key: identifier.contactKey,
});

export const isContact = ({ kind }: Identifier): boolean => kind !== 'USERNAME';
