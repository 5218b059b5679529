import { type EntityManager, IsNull } from 'typeorm';

import type { SignedInAgent } from '../../office/agent-sessions.js';
import { withoutIdentifiers } from '../../office/desk-note.js';
import { NotFound } from '../../office/not-found.result.js';
import { Office } from '../../office/office.entity.js';
import { byAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import type { Context } from '../../platform/graphql/context.js';
import { UNCLAIMED } from './case-claims.js';
import { CLAIMABLE } from './claim-rules.js';
import { type DeskCase, deskCases, findCase } from './desk-case.js';
import { REFUSALS } from './desk-refusals.js';
import { type ClaimResult, NothingToClaim, RequestClaimed } from './replacement-claims.result.js';
import type { TransferRequestInput } from './replacement-decision.input.js';
import { voidDecisions } from './replacement-decisions.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import { ReplacementRequestView } from './replacement-request.type.js';
import { move, ReplacementStatus } from './replacement-status.js';
import type { RequestFiling } from './request-filing.js';

interface Needs {
  readonly db: Database;
  readonly filing: RequestFiling;
  readonly audit: Audit;
  readonly now: Now;
}

/** To another office: claim and decisions end, the service time goes on there, both offices have it on record. */
export class ReplacementTransferService {
  constructor(private readonly needs: Needs) {}

  async transfer(input: TransferRequestInput, caller: SignedInAgent, from: Context): Promise<ClaimResult> {
    const { db, now } = this.needs;
    const row = await findCase(db.rows, input.ticket, caller);
    const office = await db.rows.findOneBy(Office, { id: input.officeId, validTo: IsNull() });
    if (!row || !office) return new NotFound();
    if (!CLAIMABLE.includes(row.status)) return new NothingToClaim(REFUSALS.NOT_OPEN);
    const moved = await db.transact((tx) => this.#move(tx, row, office, { input, caller, from }));
    if (!moved) return new NothingToClaim(REFUSALS.CLAIM_LOST);
    const there = await deskCases(db.rows).where('request.id = :id', { id: row.id }).getOne();
    return new RequestClaimed(new ReplacementRequestView(there as DeskCase, now()));
  }

  async #move(
    tx: EntityManager,
    row: DeskCase,
    office: Office,
    { input, caller, from }: { input: TransferRequestInput; caller: SignedInAgent; from: Context },
  ): Promise<boolean> {
    const { filing, audit, now } = this.needs;
    const at = now();
    const times = filing.timed(row.tier, office, filing.minutesLeft(row, row.office));
    const nobodys = {
      ...UNCLAIMED,
      firstDeciderId: null,
      secondOfficeId: null,
      escalatedAt: null,
      escalatesAt: null,
    };
    const set = { ...times, ...nobodys, officeId: office.id };
    if (!(await move(tx, row, ReplacementStatus.SUBMITTED, { now: at, set }))) {
      // An earlier run of this unit got through, and only its answer was lost: the case lies there, one version on.
      const there = { id: row.id, officeId: office.id, version: row.version + 1, claimedBy: IsNull() };
      return office.id !== row.officeId && tx.existsBy(ReplacementRequest, there);
    }
    await voidDecisions(tx, row.id, 'TRANSFERRED', at);
    const subject = {
      subjectKind: 'CASE',
      subjectId: row.id,
      caseId: row.id,
      reason: withoutIdentifiers(input.reason),
    };
    const facts = { before: { office: row.office.name }, after: { office: office.name } };
    const event = { ...byAgent(caller, from), ...subject, ...facts, event: 'CASE_TRANSFERRED' } as const;
    await audit.record(tx, { ...event, officeId: row.office.id });
    await audit.record(tx, { ...event, officeId: office.id });
    return true;
  }
}
