import DataLoader from 'dataloader';

import type { HelpdeskAccountView } from '../../account/helpdesk-account.type.js';
import type { HelpdeskAccounts } from '../../account/helpdesk-accounts.js';
import type { AgentOnDuty, Agents } from '../../office/agents.js';
import type { Scope } from '../../platform/database/scope.js';
import type { Database } from '../../platform/database/transact.js';
import { tooComplex } from '../../platform/graphql/query-limits.js';
import { type DeskCase, openCases } from './desk-case.js';
import { caseScope } from './desk-scope.js';
import type { ReplacementDecision } from './replacement-decision.entity.js';
import { decisionsOf } from './replacement-decisions.js';
import type { Assessment, RiskAssessments } from './risk-assessment.js';

interface Needs {
  readonly db: Database;
  readonly agents: Agents;
  readonly deskAccounts: HelpdeskAccounts;
  readonly risks: RiskAssessments;
}

/**
 * Whoever may see a case may see the account it is about; one's own decisions outlive that (R57). The limit keeps MariaDB from
 * gathering every case of these accounts first, as it does for EXISTS: it stops at the first that may be seen.
 */
const withCaseInScope = (caller: AgentOnDuty): Scope => {
  const { condition, parameters } = caseScope(caller);
  return {
    condition: `1 = (SELECT 1 FROM replacement_requests seen INNER JOIN offices office ON office.id = seen.office_id
      LEFT JOIN offices second ON second.id = seen.second_office_id
      WHERE seen.account_id = account.id AND ${condition} LIMIT 1)`,
    parameters,
  };
};

/**
 * Cases of which one request may ask comparison, checklist, actions or trail: each asks the database several things at once, and
 * all of them together have to find room in the queue for a connection.
 */
const MOST_LOOKED_INTO = 5;

/** One statement a relation and request, however many rows a page has. */
export class QueueLoaders {
  readonly agents: DataLoader<string, AgentOnDuty | null>;
  readonly accounts: DataLoader<string, HelpdeskAccountView | null>;
  /** The open case about an account, if the caller may see it. */
  readonly pending: DataLoader<string, DeskCase | null>;
  /** Oldest first. */
  readonly decisions: DataLoader<string, ReplacementDecision[]>;
  /** For the page of one case: a list shows the stored tier and signals instead. */
  readonly assessments: DataLoader<DeskCase, Assessment>;

  readonly #lookedInto = new Set<string>();

  constructor({ db, agents, deskAccounts, risks }: Needs, caller: AgentOnDuty) {
    this.agents = new DataLoader(async (ids) => {
      const found = await agents.all(ids);
      return ids.map((id) => found.get(id) ?? null);
    });
    this.accounts = new DataLoader(async (ids) => {
      const found = new Map(
        (await deskAccounts.find(ids, withCaseInScope(caller))).map((account) => [account.id, account]),
      );
      return ids.map((id) => found.get(id) ?? null);
    });
    this.pending = new DataLoader(async (accountIds) => {
      const open = new Map((await openCases(db.rows, accountIds, caller)).map((one) => [one.openKey, one]));
      return accountIds.map((id) => open.get(id) ?? null);
    });
    this.decisions = new DataLoader(async (ids) => {
      const made = await decisionsOf(db.rows, ids);
      return ids.map((id) => made.filter(({ requestId }) => requestId === id));
    });
    this.assessments = new DataLoader((rows) => Promise.all(rows.map((row) => risks.of(db.rows, row))));
  }

  /** Before what is weighed anew for one case: ten statements and more, which a list of a hundred has no use for. */
  lookInto({ id }: DeskCase): void {
    this.#lookedInto.add(id);
    if (this.#lookedInto.size > MOST_LOOKED_INTO) throw tooComplex('cost', MOST_LOOKED_INTO);
  }

  static #ofRequest = new WeakMap<object, QueueLoaders>();

  /** Kept with the request's context: what one request loaded is nobody else's to see. */
  static of(context: object, needs: Needs, caller: AgentOnDuty): QueueLoaders {
    const known = QueueLoaders.#ofRequest.get(context);
    if (known) return known;
    const fresh = new QueueLoaders(needs, caller);
    QueueLoaders.#ofRequest.set(context, fresh);
    return fresh;
  }
}
