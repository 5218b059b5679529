import type { Caller } from '../../account/caller.js';
import { readNik } from '../../account/nik.js';
import type { AttemptBudgets } from '../../platform/budget/attempt-budgets.js';
import type { Budget } from '../../platform/budget/budget.js';
import { type Captcha, CaptchaPurpose } from '../../platform/captcha/captcha.js';
import { CaptchaRejected } from '../../platform/captcha/captcha-rejected.result.js';
import type { Database } from '../../platform/database/transact.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import { valueIn } from '../../platform/words/fault.js';
import type {
  EmailReplacementProgressInput,
  EmailReplacementStatusInput,
} from './replacement-application.input.js';
import {
  type EmailReplacementProgressResult,
  type EmailReplacementStatusResult,
  TicketRejected,
} from './replacement-application.result.js';
import type { ReplacementRequests } from './replacement-requests.js';
import { readTicketNumber } from './ticket-number.js';

export interface FollowingLimits {
  /** Wrong tries per ticket and per source: as many as look-ups of an account (FORGOT_BUDGET_…). */
  readonly perTicket: readonly Budget[];
  readonly perSource: readonly Budget[];
}

interface Needs {
  readonly db: Database;
  readonly captcha: Captcha;
  readonly budgets: AttemptBudgets;
  readonly cases: ReplacementRequests;
}

/** A case by its token, or by its number and the NIK. Another person's and an unknown number answer alike. */
export class ReplacementFollowingService {
  constructor(
    private readonly needs: Needs,
    private readonly limits: FollowingLimits,
  ) {}

  /** Whatever state it is in, as long as it has not ended. */
  async progress({ ticketToken }: EmailReplacementProgressInput): Promise<EmailReplacementProgressResult> {
    const request = await this.needs.cases.open(ticketToken);
    return request ? this.needs.cases.progressOf(request) : new TicketRejected();
  }

  async status(input: EmailReplacementStatusInput, caller: Caller): Promise<EmailReplacementStatusResult> {
    const { db, captcha, budgets, cases } = this.needs;
    const { EMAIL_REPLACEMENT } = CaptchaPurpose;
    if (!(await captcha.verify(EMAIL_REPLACEMENT, input.captcha ?? undefined, caller.source)))
      return new CaptchaRejected();
    const ticket = readTicketNumber(input.ticket) ?? '';
    const counted = [
      { name: 'CASE_STATUS', subject: ticket, budgets: this.limits.perTicket },
      { name: 'CASE_STATUS_FROM', subject: caller.source, budgets: this.limits.perSource },
    ];
    const retryAt = await budgets.take(...counted);
    if (retryAt) return new TooManyRequests(retryAt);
    const request = await cases.ofPerson(ticket, valueIn(readNik(input.nik)));
    if (!request) return new TicketRejected();
    // A right look was no guess.
    await db.transact((tx) => budgets.giveBack(tx, ...counted));
    return cases.progressOf(request);
  }
}
