import type { SignedInAgent } from '../../office/agent-sessions.js';
import type { Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { isUniqueViolation } from '../../platform/database/unique-violation.js';
import { findCase } from './desk-case.js';
import type { SaveDraftInput } from './replacement-decision.input.js';
import { ReplacementDraft } from './replacement-draft.entity.js';
import type { Draft } from './replacement-parts.type.js';

type DraftWords = Omit<SaveDraftInput, 'ticket'>;

/** What an agent typed and has not sent: it survives a reload, a crash, a new sign-in. Only its author sees it. */
export class ReplacementDraftsService {
  constructor(
    private readonly db: Database,
    private readonly now: Now,
  ) {}

  /** False: no such case within the agent's reach. */
  async keep({ ticket, ...words }: SaveDraftInput, caller: SignedInAgent): Promise<boolean> {
    const found = await findCase(this.db.rows, ticket, caller);
    if (!found) return false;
    await this.keepFor({ requestId: found.id, agentId: caller.agent.id }, words);
    return true;
  }

  /** Of whoever may write about this case, as the caller has found out. */
  async keepFor(key: { requestId: string; agentId: string }, words: DraftWords): Promise<void> {
    const typed = {
      note: words.note || null,
      messageToApplicant: words.messageToApplicant || null,
      reasonCode: words.reasonCode || null,
      verdict: words.verdict ?? null,
      checklist: words.checklist.join(','),
      savedAt: this.now(),
    };
    const changed = () => this.db.transact((tx) => tx.update(ReplacementDraft, key, typed));
    if ((await changed()).affected) return;
    try {
      await this.db.transact((tx) => tx.insert(ReplacementDraft, { ...key, ...typed }));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      await changed(); // two tabs of one agent at once: the later one stands
    }
  }

  async of(requestId: string, agentId: string): Promise<Draft | null> {
    const found = await this.db.rows.findOneBy(ReplacementDraft, { requestId, agentId });
    return found && { ...found, checklist: found.checklist.split(',').filter(Boolean) };
  }
}
