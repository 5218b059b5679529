import { Account } from '../../account/account.entity.js';
import { AccountStatus } from '../../account/account-status.js';
import type { ActivationSecrets } from '../../account/activation-secrets.js';
import type { Contact } from '../../account/contact.js';
import { DeliveryView } from '../../account/delivery.type.js';
import type { HelpdeskAccountView } from '../../account/helpdesk-account.type.js';
import type { HelpdeskAccounts } from '../../account/helpdesk-accounts.js';
import { contactOf, type Identifiers, isContact } from '../../account/identifiers.js';
import type { SignedInAgent } from '../../office/agent-sessions.js';
import type { Agents } from '../../office/agents.js';
import { accountScope } from '../../office/jurisdiction.js';
import { NotFound } from '../../office/not-found.result.js';
import type { RefusedLooks } from '../../office/refused-looks.js';
import { byAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import { after, MINUTE_MS, type Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import type { Context } from '../../platform/graphql/context.js';
import { newId } from '../../platform/ids.js';
import { OutboxMessage } from '../../platform/outbox/outbox-message.entity.js';
import {
  AGAINST_STATE,
  budgetUsedUp,
  noSuchChannel,
  sentJustNow,
  UNUSABLE,
} from './activation-resend.refusals.js';
import type { ResendActivationByAgentInput } from './activation-resend-by-agent.input.js';
import {
  ActivationResent,
  type ResendActivationByAgentResult,
  ResendRefused,
} from './activation-resend-by-agent.result.js';
import { justSent } from './just-sent.js';

interface Needs {
  readonly db: Database;
  readonly deskAccounts: HelpdeskAccounts;
  readonly identifiers: Identifiers;
  readonly activation: ActivationSecrets;
  readonly agents: Agents;
  readonly refusedLooks: RefusedLooks;
  readonly audit: Audit;
  readonly now: Now;
}

/** Who asks, for which account, from where. */
interface Asking {
  readonly account: HelpdeskAccountView;
  readonly agent: SignedInAgent;
  readonly from: Context;
}

type Sent = { readonly retryAt: Date } | { readonly messageId: string } | 'NOT_WAITING';

/**
 * An agent has the activation sent again: under the rules and budgets of the person's own requests (R21), to a contact
 * the account has already. Nobody at the desk sees or chooses what is inside (R56).
 */
export class ActivationResendByAgentService {
  constructor(private readonly needs: Needs) {}

  async resend(
    { accountId, channel }: ResendActivationByAgentInput,
    agent: SignedInAgent,
    from: Context,
  ): Promise<ResendActivationByAgentResult> {
    const { deskAccounts, identifiers } = this.needs;
    const [account] = await deskAccounts.find([accountId], accountScope(agent, 'account'));
    if (!account) return this.#notFound(accountId, agent, from);
    const asking = { account, agent, from };
    const against = AGAINST_STATE[account.status];
    if (against) return this.#refuse(asking, account.status, new ResendRefused(against));
    const found = account.row.identifiers.find((one) => isContact(one) && contactOf(one).channel === channel);
    if (!found) return this.#refuse(asking, 'NO_CHANNEL', new ResendRefused(noSuchChannel(channel)));
    const to = contactOf(found);
    if (await identifiers.ownedElsewhere(to, account.id))
      return this.#refuse(asking, 'UNUSABLE', new ResendRefused(UNUSABLE));
    const sent = await this.#send(asking, to);
    // Activated in this very moment.
    if (sent === 'NOT_WAITING')
      return this.#refuse(asking, 'ACTIVE', new ResendRefused(AGAINST_STATE.ACTIVE));
    if ('retryAt' in sent) return this.#tooSoon(asking, to, sent.retryAt);
    const row = await this.needs.db.rows.findOneByOrFail(OutboxMessage, { id: sent.messageId });
    return new ActivationResent(new DeliveryView(row));
  }

  /** The budget, the new secret, the message and the event of it, or none of them. */
  #send(asking: Asking, to: Contact): Promise<Sent> {
    const { db, activation, audit, now } = this.needs;
    const { row, username } = asking.account;
    const { id, credentialVersion, locale } = row;
    const messageId = newId(now());
    return db.transact(async (tx): Promise<Sent> => {
      // An earlier run of this unit got its COMMIT through although the answer was lost.
      if (await tx.existsBy(OutboxMessage, { id: messageId })) return { messageId };
      const waiting = { id, credentialVersion, status: AccountStatus.AWAITING_ACTIVATION };
      if (!(await tx.existsBy(Account, waiting))) return 'NOT_WAITING';
      const retryAt = await activation.sendNow(
        tx,
        { id, credentialVersion, locale, username },
        to,
        messageId,
      );
      if (retryAt) return { retryAt };
      const done = { ...eventOf(asking), after: { channel: to.channel, message: messageId } };
      await audit.record(tx, { ...done, reasonCode: 'ACTIVATION' });
      return { messageId };
    });
  }

  /** The pause after a message, whoever had it sent, shows that message; an hour's or a day's budget says its end. */
  async #tooSoon(asking: Asking, { channel }: Contact, retryAt: Date): Promise<ResendRefused> {
    const now = this.needs.now();
    const since = after(now, -MINUTE_MS);
    const recent = await justSent(this.needs, { accountId: asking.account.id, channel, since });
    if (!recent) {
      const words = budgetUsedUp(retryAt, now, asking.agent.office.zone);
      return this.#refuse(asking, 'BUDGET', new ResendRefused(words, retryAt));
    }
    const { message, by } = recent;
    const words = sentJustNow({ by, at: message.createdAt, channel }, now);
    return this.#refuse(asking, 'PAUSE', new ResendRefused(words, retryAt, new DeliveryView(message)));
  }

  async #refuse(asking: Asking, reasonCode: string, refusal: ResendRefused): Promise<ResendRefused> {
    const { db, audit } = this.needs;
    const refused = { ...eventOf(asking), result: 'refused' as const, reasonCode };
    await audit.recordAlone(db, refused);
    return refusal;
  }

  async #notFound(id: string, agent: SignedInAgent, from: Context): Promise<NotFound> {
    const asked = { operation: 'Mutation.resendActivation', subjectKind: 'ACCOUNT', id };
    await this.needs.refusedLooks.record(agent, from, asked);
    return new NotFound();
  }
}

const eventOf = ({ account, agent, from }: Asking) =>
  ({
    ...byAgent(agent, from),
    event: 'MESSAGE_QUEUED',
    subjectKind: 'ACCOUNT',
    subjectId: account.id,
  }) as const;
