import { budgets, whole } from './kinds.js';

/** "Email no longer active": cases, waiting periods, evidence. */
export const replacementSettings = {
  CASE_BUDGET_ACCOUNT: budgets('3/30d').describe('cases asked for about one NIK and NIB'),
  CASE_BUDGET_IP: budgets('10/24h').describe('cases asked for from one source'),
  FORGOT_BUDGET_NIK: budgets('5/24h').describe('look-ups of accounts per NIK'),
  FORGOT_BUDGET_IP: budgets('20/24h').describe('look-ups of accounts from one source'),
  CASE_DRAFT_D: whole(7, 1).describe('days to hand a case in'),
  CASE_RETURN_D: whole(14, 1).describe('days to answer a return'),
  CHANNEL_TRUST_AGE_D: whole(7, 1).describe('days until a changed channel counts as trusted'),
};
