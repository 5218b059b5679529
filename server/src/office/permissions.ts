import { AgentRole } from './agent-role.js';

const { AGENT, APPROVER, SUPERVISOR, ADMIN, AUDITOR } = AgentRole;

/** ANYBODY needs no session; a list names the roles; an empty one would admit nobody. */
export type Admitted = 'ANYBODY' | readonly AgentRole[];

const EVERY_ROLE = [AGENT, APPROVER, SUPERVISOR, ADMIN, AUDITOR] as const;
/** Who speaks with people. */
const AT_THE_COUNTER = [AGENT, APPROVER, SUPERVISOR] as const;
/** Who decides cases, first or second; which of the two is the case's business (`claim-rules.ts`). */
const DECIDERS = [AGENT, APPROVER, SUPERVISOR] as const;
/** …and who reads them, masked. */
const WITH_CASES = [...DECIDERS, AUDITOR] as const;

/**
 * Who may call what: every root field of the helpdesk schema, and such other fields as are narrower than the operation
 * they come with (console.md 3, R58). `guard.ts` enforces it, `test/rules/roles-by-operation` fails when a root field is
 * missing here. Which rows a caller sees is the scope's business (`jurisdiction.ts`).
 */
export const WHO_MAY: Readonly<Record<string, Admitted>> = {
  'Query.viewer': 'ANYBODY',
  'Query.rehearsal': 'ANYBODY',
  'Query.agentSession': 'ANYBODY',
  'Query.passwordPolicy': 'ANYBODY',
  'Mutation.logInAgent': 'ANYBODY',
  'Mutation.confirmTotp': 'ANYBODY',
  'Mutation.acceptInvitation': 'ANYBODY',
  'Mutation.logOutAgent': 'ANYBODY',
  'Mutation.refreshProof': EVERY_ROLE,
  'Query.agentSessions': EVERY_ROLE,
  'Mutation.endOtherAgentSessions': EVERY_ROLE,

  'Query.offices': EVERY_ROLE,

  'Mutation.lookUpAccount': AT_THE_COUNTER,
  'Query.account': AT_THE_COUNTER,
  'Mutation.reveal': AT_THE_COUNTER,
  'Mutation.blockAccount': [SUPERVISOR],
  'Mutation.unblockAccount': [SUPERVISOR],
  'Mutation.endAccountSessions': [SUPERVISOR],
  'HelpdeskAccount.pendingBlock': [SUPERVISOR],

  'Query.agents': [SUPERVISOR, ADMIN, AUDITOR],
  'Agent.pendingChange': [ADMIN, AUDITOR],
  'Mutation.createAgent': [ADMIN],
  'Mutation.updateAgent': [ADMIN],
  'Mutation.inviteAgentAgain': [ADMIN],
  'Mutation.resendActivation': AT_THE_COUNTER,
  'Query.deliveries': [...AT_THE_COUNTER, AUDITOR],

  'Query.auditTrail': [SUPERVISOR, ADMIN, AUDITOR],
  'Query.replacementQueue': WITH_CASES,
  'Query.queueCounts': WITH_CASES,
  'Query.replacementRequest': WITH_CASES,
  'Query.decisionReasons': WITH_CASES,
  'Query.dashboard': WITH_CASES,
  'Query.myDecisions': DECIDERS,
  'Mutation.claimNext': DECIDERS,
  'Mutation.claimRequest': DECIDERS,
  'Mutation.extendClaim': DECIDERS,
  'Mutation.releaseClaim': DECIDERS,
  'Mutation.takeOverClaim': [SUPERVISOR],
  'Mutation.transferRequest': [SUPERVISOR],
  'Mutation.saveDraft': DECIDERS,
  'Mutation.markEvidenceSeen': DECIDERS,
  'Mutation.decideReplacement': DECIDERS,
  'Mutation.undoDecision': DECIDERS,

  'Query.spotCheckInHand': DECIDERS,
  'Mutation.takeSpotCheck': DECIDERS,
  'Mutation.extendSpotCheck': DECIDERS,
  'Mutation.saveSpotCheckDraft': DECIDERS,
  'Mutation.releaseSpotCheck': DECIDERS,
  'Mutation.recordSpotCheck': DECIDERS,
  'Mutation.settleSpotCheck': [SUPERVISOR],
  'Query.spotChecks': [SUPERVISOR, AUDITOR],
  'Query.spotCheckFigures': [SUPERVISOR, AUDITOR],
};
