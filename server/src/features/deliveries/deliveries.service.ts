import type { SelectQueryBuilder } from 'typeorm';

import { DeliveryView, type Trace } from '../../account/delivery.type.js';
import type { SignedInAgent } from '../../office/agent-sessions.js';
import { accountScope, officeInReach, regionScope } from '../../office/jurisdiction.js';
import type { Office } from '../../office/office.entity.js';
import type { Scope } from '../../platform/database/scope.js';
import type { Database } from '../../platform/database/transact.js';
import { firstIdAt } from '../../platform/ids.js';
import { OutboxMessage } from '../../platform/outbox/outbox-message.entity.js';
import type { DeliveryFilter } from './deliveries.input.js';
import type { DeliveryPage } from './deliveries.types.js';

export interface PageAsked {
  readonly first: number;
  /** The id of the last row before. */
  readonly after: string | null;
}

/** Never the text, the digest of the address or the secret inside. */
const COLUMNS = [
  ...['id', 'kind', 'channel', 'recipientMask', 'accountId', 'status', 'reason', 'attempts', 'dueAt'],
  ...['expiresAt', 'providerId', 'createdAt', 'updatedAt', 'acceptedAt', 'regencyCode', 'provinceCode'],
].map((column) => `message.${column}`);

/**
 * Messages and what became of them, newest first. A page follows an index of the office's region and is as long at the
 * end of years of messages; ids rise with time, so they are the order, the place to go on from, and a bound in time.
 */
export class DeliveriesService {
  constructor(private readonly db: Database) {}

  async page(filter: DeliveryFilter, page: PageAsked, agent: SignedInAgent): Promise<DeliveryPage> {
    const query = this.#messages();
    const { officeId, status, channel, kind, from, to } = filter;
    const office = officeId ? await officeInReach(this.db.rows, agent, officeId) : agent.office;
    if (!office) return { items: [], endCursor: null, hasNextPage: false };
    this.#withinRegion(
      query,
      office,
      officeId ? regionScope(office, 'account') : accountScope(agent, 'account'),
    );
    if (status?.length) query.andWhere('message.status IN (:...status)', { status });
    if (channel) query.andWhere('message.channel = :channel', { channel });
    if (kind) query.andWhere('message.kind = :kind', { kind });
    if (from) query.andWhere('message.id >= :from', { from: firstIdAt(from) });
    if (to) query.andWhere('message.id < :to', { to: firstIdAt(to) });
    return this.#read(query, page);
  }

  /** Of an account that was found within the scope. */
  ofAccount(accountId: string, page: PageAsked): Promise<DeliveryPage> {
    return this.#read(this.#messages().andWhere('message.accountId = :accountId', { accountId }), page);
  }

  #messages(): SelectQueryBuilder<OutboxMessage> {
    return this.db.rows.createQueryBuilder(OutboxMessage, 'message').select(COLUMNS).where('1 = 1');
  }

  /**
   * The message's own region leads along the index; the account as it is now decides, for it may have moved away since
   * (R57). Messages to nobody's account, such as a code at registration, are the centre's to see.
   */
  #withinRegion(
    query: SelectQueryBuilder<OutboxMessage>,
    { regionCode: code, level }: Office,
    { condition, parameters }: Scope,
  ): void {
    if (condition === '1 = 1') return;
    const column = level === 'PROVINCE' ? 'provinceCode' : 'regencyCode';
    query
      .innerJoin('accounts', 'account', 'account.id = message.accountId')
      .andWhere(`message.${column} = :code`, { code })
      .andWhere(condition, parameters);
  }

  async #read(query: SelectQueryBuilder<OutboxMessage>, { first, after }: PageAsked): Promise<DeliveryPage> {
    if (after) query.andWhere('message.id < :after', { after });
    const rows: Trace[] = await query
      .orderBy('message.id', 'DESC')
      .limit(first + 1)
      .getMany();
    const items = rows.slice(0, first).map((row) => new DeliveryView(row));
    return { items, endCursor: items.at(-1)?.id ?? null, hasNextPage: rows.length > first };
  }
}
