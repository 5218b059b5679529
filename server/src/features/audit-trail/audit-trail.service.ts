import { AgentRole } from '../../office/agent-role.js';
import type { SignedInAgent } from '../../office/agent-sessions.js';
import type { AuditPage } from '../../office/audit-view.type.js';
import type { AuditViews } from '../../office/audit-views.js';
import { withoutIdentifiers } from '../../office/desk-note.js';
import { officesInScope } from '../../office/jurisdiction.js';
import type { SubjectNames } from '../../office/subject-names.js';
import { byAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { AuditSelection } from '../../platform/audit/audit-reading.js';
import type { SecretHash } from '../../platform/crypto/secret-hash.js';
import type { Database } from '../../platform/database/transact.js';
import type { Context } from '../../platform/graphql/context.js';
import { assertPageSize } from '../../platform/graphql/page-size.js';
import { isId } from '../../platform/ids.js';
import type { AuditFilter } from './audit-trail.input.js';
import { placeIn, signedPlace } from './signed-place.js';

interface Needs {
  readonly db: Database;
  readonly auditViews: AuditViews;
  readonly names: SubjectNames;
  readonly hash: SecretHash;
  readonly audit: Audit;
}

interface Asked {
  readonly filter: AuditFilter;
  readonly first: number;
  readonly after: string | null;
}

const TICKET = /^EML-\d{4}-\d{5,}$/i;
const NOTHING: AuditPage = { items: [], endCursor: null, hasNextPage: false };

/** The whole trail, as far as the role goes. Who opens it is in it (R85). */
export class AuditTrailService {
  constructor(private readonly needs: Needs) {}

  async page({ filter, first, after }: Asked, reader: SignedInAgent, context: Context): Promise<AuditPage> {
    assertPageSize(first);
    const { hash, auditViews } = this.needs;
    // A page further on belongs to an opening that is on record; a cursor of anything else is refused.
    const reading = JSON.stringify([reader.session.id, filter]);
    const place = after === null ? null : placeIn(hash, reading, after);
    if (place === null) await this.#recordOpening(filter, reader, context);
    const selection = await this.#selectionOf(filter, reader);
    if (!selection) return NOTHING;
    const wholeSource = reader.role === AgentRole.AUDITOR && Boolean(filter.reason);
    const asked = { first, after: place };
    const page = await auditViews.page(selection, asked, { language: context.language, wholeSource });
    return { ...page, endCursor: page.endCursor && signedPlace(hash, reading, page.endCursor) };
  }

  /** The scope is part of what is looked for (R57). Null: nothing this reader may see can fit. */
  async #selectionOf(filter: AuditFilter, reader: SignedInAgent): Promise<AuditSelection | null> {
    const { db, names } = this.needs;
    const caseId = filter.ticket ? await names.idOf('CASE', filter.ticket) : undefined;
    if (caseId === null) return null;
    const asked: AuditSelection = {
      caseId,
      subjectId: filter.accountId ?? undefined,
      actorId: filter.actorId ?? undefined,
      events: filter.event?.length ? filter.event : undefined,
      from: filter.from ?? undefined,
      to: filter.to ?? undefined,
    };
    if (reader.role !== AgentRole.ADMIN)
      return { ...asked, officeIds: await officesInScope(db.rows, reader) };
    const own = reader.agent.id;
    return asked.actorId === undefined || asked.actorId === own ? { ...asked, actorId: own } : null;
  }

  async #recordOpening(filter: AuditFilter, reader: SignedInAgent, context: Context): Promise<void> {
    const { event, actorId, accountId, ticket, from, to, reason } = filter;
    const facts = {
      ...(event?.length ? { event: event.join(', ') } : {}),
      // Only what has the form of one: somebody may have pasted an identity number here, and the trail keeps it for years.
      ...(actorId && isId(actorId) ? { actorId } : {}),
      ...(ticket && TICKET.test(ticket) ? { ticket } : {}),
      ...(from ? { from: from.toISOString() } : {}),
      ...(to ? { to: to.toISOString() } : {}),
    };
    const subject =
      accountId && isId(accountId)
        ? { subjectKind: 'ACCOUNT', subjectId: accountId }
        : { subjectKind: 'TRAIL' };
    const entry = { event: 'AUDIT_READ', ...subject, after: facts } as const;
    await this.needs.db.transact((tx) =>
      this.needs.audit.record(tx, {
        ...byAgent(reader, context),
        ...entry,
        reason: reason && withoutIdentifiers(reason),
      }),
    );
  }
}
