import DataLoader from 'dataloader';

import type { HelpdeskAccountView } from '../../account/helpdesk-account.type.js';
import type { HelpdeskAccounts } from '../../account/helpdesk-accounts.js';
import type { SignedInAgent } from '../../office/agent-sessions.js';
import type { DeskReads } from '../../office/desk-reads.js';
import { type HelpdeskContext, whoIsOnDuty } from '../../office/helpdesk-context.js';
import { accountScope } from '../../office/jurisdiction.js';
import type { RefusedLooks } from '../../office/refused-looks.js';
import { byAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { Database } from '../../platform/database/transact.js';

interface Needs {
  readonly db: Database;
  readonly deskAccounts: HelpdeskAccounts;
  readonly reads: DeskReads;
  readonly refusedLooks: RefusedLooks;
  readonly audit: Audit;
}

/** What an opened page shows, masked. */
const SHOWN = ['fullName', 'nik', 'nib', 'email', 'whatsapp', 'birthDate', 'regionName'];

/** An account opened by its id. Each opening is on record once, also when one request asks for it under several names. */
export class AccountPageService {
  readonly #ofRequest = new WeakMap<object, DataLoader<string, HelpdeskAccountView | null>>();

  constructor(private readonly needs: Needs) {}

  /** Null: there is none, or another office's; that somebody asked is on record too. */
  open(id: string, context: HelpdeskContext): Promise<HelpdeskAccountView | null> {
    const known = this.#ofRequest.get(context);
    if (known) return known.load(id);
    const fresh = new DataLoader((ids: readonly string[]) => this.#openAll(ids, context));
    this.#ofRequest.set(context, fresh);
    return fresh.load(id);
  }

  async #openAll(ids: readonly string[], context: HelpdeskContext): Promise<(HelpdeskAccountView | null)[]> {
    const agent = await whoIsOnDuty(context);
    const found = await this.needs.deskAccounts.find(ids, accountScope(agent, 'account'));
    const byId = new Map(found.map((account) => [account.id, account]));
    for (const id of ids) {
      if (byId.has(id)) await this.#viewed(id, agent, context);
      else await this.#refused(id, agent, context);
    }
    return ids.map((id) => byId.get(id) ?? null);
  }

  async #viewed(accountId: string, agent: SignedInAgent, context: HelpdeskContext): Promise<void> {
    const { db, reads, audit } = this.needs;
    // A page that polls opens nothing new; but whoever has not opened it cannot pass for one that polls.
    if (context.background && (await reads.hasViewed(agent, accountId))) return;
    const subject = { subjectKind: 'ACCOUNT', subjectId: accountId };
    const viewed = { ...byAgent(agent, context), ...subject, event: 'RECORD_VIEWED' as const, fields: SHOWN };
    await audit.recordAlone(db, viewed);
  }

  #refused(id: string, agent: SignedInAgent, context: HelpdeskContext): Promise<void> {
    const asked = { operation: 'Query.account', subjectKind: 'ACCOUNT', id };
    return this.needs.refusedLooks.record(agent, context, asked);
  }
}
