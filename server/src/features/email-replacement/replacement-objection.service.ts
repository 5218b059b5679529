import type { Caller } from '../../account/caller.js';
import { LinkExpired, LinkRejected } from '../../account/link.results.js';
import type { OneTimeSecrets } from '../../account/one-time-secrets.js';
import type { SignedIn } from '../../account/sessions.js';
import { type Database, Undo } from '../../platform/database/transact.js';
import { TicketRejected } from './replacement-application.result.js';
import type {
  CancelEmailReplacementInput,
  WithdrawEmailReplacementInput,
} from './replacement-objection.input.js';
import {
  type CancelEmailReplacementResult,
  EmailReplacementCancelled,
  EmailReplacementObjected,
  EmailReplacementsStopped,
  type WithdrawEmailReplacementResult,
} from './replacement-objection.result.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import type { ReplacementRequests } from './replacement-requests.js';
import type { ReplacementStop, Stopped } from './replacement-stop.js';

interface Needs {
  readonly db: Database;
  readonly secrets: OneTimeSecrets;
  readonly cases: ReplacementRequests;
  readonly stopping: ReplacementStop;
}

/** Ways to end a case before it takes effect: a link at an old channel, the owner's session, the applicant's ticket. */
export class ReplacementObjectionService {
  constructor(private readonly needs: Needs) {}

  async cancel(input: CancelEmailReplacementInput, caller: Caller): Promise<CancelEmailReplacementResult> {
    const { db, secrets, stopping } = this.needs;
    const command = secrets.command(input);
    const secret = await secrets.openLink('REPLACEMENT_STOP', input.token, command);
    if (secret === 'REJECTED') return new LinkRejected();
    if (secret === 'EXPIRED') return new LinkExpired();
    const id = secret.subjectId;
    return db.transact(async (tx): Promise<CancelEmailReplacementResult> => {
      const { ticket, objections } = await tx.findOneByOrFail(ReplacementRequest, { id });
      const spent = await secrets.spend(tx, secret, command);
      if (!spent && (await secrets.hasSpent(tx, secret, command)))
        return objections > 0 ? new EmailReplacementObjected(ticket) : new EmailReplacementCancelled(ticket);
      const stopped: Stopped = spent ? await stopping.stop(tx, id, 'STOPPED', caller) : 'TOO_LATE';
      if (stopped === 'TOO_LATE') throw new Undo(new LinkRejected());
      return stopped === 'OBJECTED'
        ? new EmailReplacementObjected(ticket)
        : new EmailReplacementCancelled(ticket);
    });
  }

  /** All that are open about the owner's account, however many. */
  async stopOwn({ account }: SignedIn, caller: Caller): Promise<EmailReplacementsStopped> {
    const { db, stopping } = this.needs;
    const tickets = await db.transact((tx) => stopping.stopAll(tx, account.id, 'STOPPED', caller));
    return new EmailReplacementsStopped(tickets);
  }

  /** The new email has to be proven: a ticket token alone might have been typed on a stranger's telephone. */
  async withdraw(
    { ticketToken }: WithdrawEmailReplacementInput,
    caller: Caller,
  ): Promise<WithdrawEmailReplacementResult> {
    const { db, cases, stopping } = this.needs;
    const request = await cases.open(ticketToken);
    if (!request?.newEmailConfirmedAt) return new TicketRejected();
    const stopped = await db.transact((tx) => stopping.stop(tx, request.id, 'WITHDRAWN', caller));
    return stopped === 'ENDED' ? new EmailReplacementCancelled(request.ticket) : new TicketRejected();
  }
}
