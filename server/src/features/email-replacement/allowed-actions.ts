import { AgentRole } from '../../office/agent-role.js';
import { AllowedAction } from '../../office/allowed-action.type.js';
import type { Language } from '../../platform/words/language.js';
import type { CaseState } from './case-state.js';
import { CLAIMABLE, mayNotDecide } from './claim-rules.js';
import { standsAgainst } from './decision-guards.js';
import { REFUSALS, type Refusal } from './desk-refusals.js';
import { Verdict } from './verdict.js';

/** Every button of the page, and why it is off; the mutations ask the same rules again. */
export function allowedActions(
  state: CaseState,
  ticked: readonly string[],
  language: Language,
): AllowedAction[] {
  const action = (name: string, refusal: Refusal | null) =>
    new AllowedAction(name, refusal && REFUSALS[refusal], language);
  const verdicts = Object.values(Verdict).map((verdict) => {
    const [refusal = null] = standsAgainst({ verdict, checklist: ticked }, state);
    return action(verdict, refusal);
  });
  return [
    action('claimRequest', againstClaim(state)),
    action('takeOverClaim', againstTakeOver(state)),
    action('transferRequest', againstTransfer(state)),
    ...verdicts,
  ];
}

function againstClaim(state: CaseState): Refusal | null {
  const { caller, request, conflict, holder } = state;
  if (conflict) return 'CONFLICT';
  if (holder && holder !== caller.agent.id) return 'CLAIMED_BY_OTHER';
  return mayNotDecide(caller, request);
}

function againstTakeOver({ caller, conflict, holder }: CaseState): Refusal | null {
  if (caller.role !== AgentRole.SUPERVISOR) return 'ROLE_SUPERVISOR';
  if (conflict) return 'CONFLICT';
  return holder && holder !== caller.agent.id ? null : 'NOT_HELD';
}

function againstTransfer({ caller, request }: CaseState): Refusal | null {
  if (caller.role !== AgentRole.SUPERVISOR) return 'ROLE_SUPERVISOR';
  return CLAIMABLE.includes(request.status) ? null : 'NOT_OPEN';
}
