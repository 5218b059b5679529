import { LessThanOrEqual } from 'typeorm';

import type { RegistryBudget } from '../../account/registry-budget.js';
import type { Audit } from '../../platform/audit/audit.js';
import { after, MINUTE_MS, type Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import type { Registry, Verdict } from '../../platform/registry/registry.js';
import { CLAIMABLE } from './claim-rules.js';
import type { RegistryAnswer } from './replacement-checks.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import { amend } from './replacement-status.js';
import type { RequestFiling } from './request-filing.js';
import type { RiskAssessments } from './risk-assessment.js';
import type { SealedFacts } from './sealed-facts.js';

interface Needs {
  readonly db: Database;
  readonly registry: Registry;
  readonly registryBudget: RegistryBudget;
  readonly facts: SealedFacts;
  readonly risks: RiskAssessments;
  readonly filing: RequestFiling;
  readonly audit: Audit;
  readonly now: Now;
}

const AT_ONCE = 5;
const AGAIN_MS = 10 * MINUTE_MS;

/** Asks the population registry about a case handed in, once; again while it cannot be reached. Silence is never a yes (R93). */
export class RegistryQuestionJob {
  constructor(private readonly needs: Needs) {}

  /** True: there may be more to do at once. */
  async run(): Promise<boolean> {
    const { db, now } = this.needs;
    const due = await db.rows.find(ReplacementRequest, {
      where: { registryDueAt: LessThanOrEqual(now()) },
      order: { registryDueAt: 'ASC' },
      take: AT_ONCE,
    });
    for (const request of due) await this.#ask(request);
    return due.length === AT_ONCE;
  }

  async #ask(request: ReplacementRequest): Promise<void> {
    const { registry, registryBudget, facts, now } = this.needs;
    const nik = facts.open(request.id, 'nik', request.nikSealed);
    const retryAt = await registryBudget.take(nik, request.newEmailKey);
    const verdict: Verdict = retryAt
      ? { answer: 'UNAVAILABLE' }
      : await registry.checkPerson({ nik, fullName: request.fullName });
    const again = verdict.answer === 'UNAVAILABLE' ? (retryAt ?? after(now(), AGAIN_MS)) : null;
    await this.#keep(request, verdict, again);
  }

  /** The answer, and what it makes of the case, if the case is still undecided. */
  async #keep(request: ReplacementRequest, verdict: Verdict, registryDueAt: Date | null): Promise<void> {
    const { db, risks, filing, audit, now } = this.needs;
    const registryFields = verdict.answer === 'MISMATCH' ? verdict.fields.join(',') : '';
    const registryAnswer: RegistryAnswer = verdict.answer;
    const answered = { registryAnswer, registryFields, registryAt: now(), registryDueAt };
    await db.transact(async (tx) => {
      const asked = { id: request.id, registryDueAt: request.registryDueAt ?? now() };
      const fresh = await tx.findOneBy(ReplacementRequest, { id: request.id });
      const undecided = fresh && CLAIMABLE.includes(fresh.status);
      if (!undecided) {
        await tx.update(ReplacementRequest, asked, { registryDueAt: null });
        return;
      }
      // Unchanged silence is no news: whoever is about to decide need not look again.
      const news = fresh.registryAnswer !== registryAnswer;
      if (!news) {
        await tx.update(ReplacementRequest, asked, answered);
        return;
      }
      const weighed = await risks.of(tx, { ...fresh, ...answered } as ReplacementRequest);
      const set = { ...answered, ...filing.assessed(weighed, fresh.dueAt) };
      if (!(await amend(tx, fresh, { now: now(), set, only: { version: fresh.version } }))) return;
      const subject = {
        subjectKind: 'CASE',
        subjectId: fresh.id,
        caseId: fresh.id,
        reasonCode: registryAnswer,
      };
      await audit.record(tx, { actorKind: 'SYSTEM', ...subject, event: 'REGISTRY_CHECKED' });
    });
  }
}
