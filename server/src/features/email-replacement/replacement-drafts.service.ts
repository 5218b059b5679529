import type { SignedInAgent } from '../../office/agent-sessions.js';
import type { Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { isUniqueViolation } from '../../platform/database/unique-violation.js';
import { findCase } from './desk-case.js';
import type { SaveDraftInput } from './replacement-decision.input.js';
import { ReplacementDraft } from './replacement-draft.entity.js';
import type { Draft } from './replacement-parts.type.js';

/** What an agent typed and has not sent: it survives a reload, a crash, a new sign-in. Only its author sees it. */
export class ReplacementDraftsService {
  constructor(
    private readonly db: Database,
    private readonly now: Now,
  ) {}

  /** False: no such case within the agent's reach. */
  async keep(input: SaveDraftInput, caller: SignedInAgent): Promise<boolean> {
    const found = await findCase(this.db.rows, input.ticket, caller);
    if (!found) return false;
    const key = { requestId: found.id, agentId: caller.agent.id };
    const typed = {
      note: input.note || null,
      messageToApplicant: input.messageToApplicant || null,
      reasonCode: input.reasonCode || null,
      verdict: input.verdict ?? null,
      checklist: input.checklist.join(','),
      savedAt: this.now(),
    };
    const changed = () => this.db.transact((tx) => tx.update(ReplacementDraft, key, typed));
    if ((await changed()).affected) return true;
    try {
      await this.db.transact((tx) => tx.insert(ReplacementDraft, { ...key, ...typed }));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      await changed(); // two tabs of one agent at once: the later one stands
    }
    return true;
  }

  async of(requestId: string, agentId: string): Promise<Draft | null> {
    const found = await this.db.rows.findOneBy(ReplacementDraft, { requestId, agentId });
    return found && { ...found, checklist: found.checklist.split(',').filter(Boolean) };
  }
}
