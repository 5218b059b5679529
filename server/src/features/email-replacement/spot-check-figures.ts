import { AgentView } from '../../office/agent.type.js';
import type { Agents } from '../../office/agents.js';
import type { Database } from '../../platform/database/transact.js';
import { ask, type FigureSpan, within } from './desk-figures.js';
import type { SpotCheckFigures, SpotCheckLoad } from './spot-check.type.js';

interface Needs {
  readonly db: Database;
  readonly agents: Agents;
}

const sum = (condition: string, name: string) => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS ${name}`;

/** How often two people came to the same verdict. A row a first decider, never one a case. */
export class SpotCheckNumbers {
  constructor(private readonly needs: Needs) {}

  async of(span: FigureSpan): Promise<SpotCheckFigures> {
    const { db, agents } = this.needs;
    const text = `SELECT d.agent_id AS agentId, COUNT(*) AS decided, ${sum('s.draw < s.draw_below', 'drawn')},
      ${sum('s.waiting_since IS NOT NULL', 'waiting')}, ${sum("s.outcome IN ('AGREES', 'DISAGREES')", 'checked')},
      ${sum("s.outcome = 'DISAGREES'", 'disagreed')},
      ${sum("s.outcome = 'DISAGREES' AND s.settled_at IS NULL", 'unsettled')}
      FROM spot_checks s INNER JOIN replacement_decisions d ON d.id = s.decision_id
      WHERE ${within(span, 's')} AND s.drawn_at >= :from AND s.drawn_at < :to AND d.voided_at IS NULL
      GROUP BY d.agent_id`;
    const rows = await ask(db.rows, text, span);
    const total = (name: string) => rows.reduce((all, row) => all + Number(row[name] ?? 0), 0);
    const known = await agents.all(rows.map(({ agentId }) => String(agentId)));
    const byDecider = rows.flatMap((row): SpotCheckLoad[] => {
      const agent = known.get(String(row.agentId));
      const n = (name: string) => Number(row[name] ?? 0);
      const counts = { decided: n('decided'), drawn: n('drawn'), checked: n('checked') };
      return agent ? [{ agent: new AgentView(agent), ...counts, disagreed: n('disagreed') }] : [];
    });
    byDecider.sort((a, b) => a.agent.fullName.localeCompare(b.agent.fullName, 'id'));
    return {
      ...{ decided: total('decided'), drawn: total('drawn'), waiting: total('waiting') },
      ...{ checked: total('checked'), disagreed: total('disagreed'), unsettled: total('unsettled') },
      byDecider,
    };
  }
}
