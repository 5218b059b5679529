import { Column } from 'typeorm';

import type { ActorKind } from '../../account/business-actor.js';
import type { Channel } from '../../account/contact.js';
import type { Language } from '../../platform/words/language.js';
import type { RequesterKind } from './requester-kind.js';

/**
 * PENDING until the worker has looked, so that the asker's answer takes no longer for a known NIK. NONE and SEVERAL
 * take the same path as ONE and end by an agent's ordinary rejection.
 */
export type AccountMatch = 'PENDING' | 'ONE' | 'NONE' | 'SEVERAL';

/** Columns of a request: what the applicant stated and proved, and what the account looked like then. */
export abstract class ReplacementFacts {
  /** Null while nothing matched. Not a foreign key: a case is kept longer than a closed account. */
  @Column({ name: 'account_id', type: 'varchar', length: 36, nullable: true })
  accountId!: string | null;

  /** `accounts.version` at the match; another one when the case is decided or applied means: compare again. */
  @Column({ name: 'account_version', type: 'int', nullable: true })
  accountVersion!: number | null;

  @Column({ name: 'account_match', type: 'varchar', length: 8 })
  accountMatch!: AccountMatch;

  /** As declared at first (a position makes an entity), as recorded once an account matched. */
  @Column({ type: 'varchar', length: 24 })
  actor!: ActorKind;

  /** `replacement:nik:<id>` is the context of the seal; likewise `nib` and `identifier`. */
  @Column({ name: 'nik_sealed', type: 'varchar', length: 255 })
  nikSealed!: string;

  @Column({ name: 'nik_index', type: 'varchar', length: 80 })
  nikIndex!: string;

  /** Null: the applicant said to have none, which finds only accounts without one. */
  @Column({ name: 'nib_sealed', type: 'varchar', length: 255, nullable: true })
  nibSealed!: string | null;

  /** Username or old email, as far as the applicant knew one. */
  @Column({ name: 'identifier_sealed', type: 'varchar', length: 500, nullable: true })
  identifierSealed!: string | null;

  @Column({ name: 'full_name', type: 'varchar', length: 100 })
  fullName!: string;

  @Column({ type: 'varchar', length: 100, nullable: true })
  position!: string | null;

  @Column({ type: 'varchar', length: 20 })
  requester!: RequesterKind;

  @Column({ type: 'varchar', length: 1000 })
  reason!: string;

  @Column({ name: 'new_email', type: 'varchar', length: 254 })
  newEmail!: string;

  @Column({ name: 'new_email_key', type: 'varchar', length: 254 })
  newEmailKey!: string;

  @Column({ name: 'new_email_confirmed_at', type: 'datetime', precision: 3, nullable: true })
  newEmailConfirmedAt!: Date | null;

  /** A verified channel of the account besides the email called dead; null also when the budget of look-ups is used up (R48). */
  @Column({ name: 'other_channel', type: 'varchar', length: 8, nullable: true })
  otherChannel!: Channel | null;

  @Column({ name: 'other_channel_mask', type: 'varchar', length: 80, nullable: true })
  otherChannelMask!: string | null;

  @Column({ name: 'other_channel_confirmed_at', type: 'datetime', precision: 3, nullable: true })
  otherChannelConfirmedAt!: Date | null;

  @Column({ type: 'varchar', length: 2 })
  locale!: Language;

  /** Network and program it was asked from: a signal when many cases share them. */
  @Column({ type: 'varchar', length: 45 })
  source!: string;

  @Column({ type: 'varchar', length: 100, nullable: true })
  device!: string | null;
}
