import { createUnionType, Field, ObjectType, registerEnumType } from 'type-graphql';

import { HelpdeskAccountView } from '../../account/helpdesk-account.type.js';
import { FreshProofRequired } from '../../office/fresh-proof.js';
import { NotFound } from '../../office/not-found.result.js';
import { Problem } from '../../platform/graphql/problem.js';
import type { Words } from '../../platform/words/language.js';

@ObjectType()
export class AccountChanged {
  @Field(() => HelpdeskAccountView)
  readonly account: HelpdeskAccountView;

  constructor(account: HelpdeskAccountView) {
    this.account = account;
  }
}

const REASONS = {
  WAITING: {
    id: 'Tercatat, menunggu orang kedua: berlaku setelah pengawas lain mengirim nomor keputusan yang sama.',
    en: 'Recorded, waiting for a second person: it takes effect when another supervisor sends the same decision number.',
  },
  NOT_ACTIVE: {
    id: 'Hanya akun yang aktif dapat diblokir. Muat ulang halaman untuk melihat status akun.',
    en: 'Only an active account can be blocked. Reload the page to see how the account stands.',
  },
  NOT_BLOCKED: {
    id: 'Akun ini tidak diblokir. Muat ulang halaman untuk melihat status akun.',
    en: 'This account is not blocked. Reload the page to see how the account stands.',
  },
  BLOCKED_IT: {
    id: 'Anda ikut memblokir akun ini. Pengawas lain yang harus menyetujui pembukaan blokirnya.',
    en: 'You took part in blocking this account. Another supervisor has to agree to unblocking it.',
  },
  CHANGED: {
    id: 'Akun ini baru saja berubah. Muat ulang halaman, lalu periksa kembali.',
    en: 'The account has just changed. Reload the page and look again.',
  },
} satisfies Record<string, Words>;

@ObjectType({
  implements: Problem,
  description: 'The account stays as it is; when `waiting`, until a second person agrees.',
})
export class ChangeRefused extends Problem {
  readonly words: Words;

  @Field(() => Boolean)
  readonly waiting: boolean;

  constructor(reason: keyof typeof REASONS) {
    super();
    this.words = REASONS[reason];
    this.waiting = reason === 'WAITING';
  }
}

export const ChangeAccountResult = createUnionType({
  name: 'ChangeAccountResult',
  types: () => [AccountChanged, ChangeRefused, FreshProofRequired, NotFound] as const,
});
export type ChangeAccountResult = typeof ChangeAccountResult;

export enum AccountBlockAct {
  BLOCK = 'BLOCK',
  UNBLOCK = 'UNBLOCK',
}
registerEnumType(AccountBlockAct, { name: 'AccountBlockAct' });

@ObjectType({ description: 'Waits for the second person.' })
export class PendingAccountBlock {
  @Field(() => AccountBlockAct)
  readonly act!: AccountBlockAct;

  @Field(() => String)
  readonly decisionNumber!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => String, { description: 'Office of whoever proposed it.' })
  readonly office!: string;

  @Field(() => Boolean, { description: 'Proposed by the caller, who cannot be the second.' })
  readonly mine!: boolean;

  @Field(() => Date)
  readonly proposedAt!: Date;

  @Field(() => Date)
  readonly expiresAt!: Date;
}

@ObjectType({ description: 'The block in force.' })
export class AccountBlockView {
  @Field(() => String)
  readonly decisionNumber!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => String)
  readonly office!: string;

  @Field(() => Date)
  readonly since!: Date;
}
