import type { AccountStatus } from '../../account/account-status.js';
import type { SignedInAgent } from '../../office/agent-sessions.js';
import { AllowedAction } from '../../office/allowed-action.type.js';
import { WHO_MAY } from '../../office/permissions.js';
import type { Language, Words } from '../../platform/words/language.js';

interface Act {
  /** The operation of the matrix. */
  readonly mutation: string;
  /** What a state says against it. */
  readonly refusals: Partial<Record<AccountStatus, Words>>;
}

const CLOSED: Words = { id: 'Akun sudah ditutup.', en: 'The account is closed.' };
const BLOCKED: Words = {
  id: 'Akun diblokir. Pengawas dapat membuka blokirnya dengan nomor keputusan.',
  en: 'The account is blocked. A supervisor can lift that with a decision number.',
};
const NOT_YET: Words = { id: 'Akun belum diaktifkan.', en: 'The account is not active yet.' };
const ACTIVE_ALREADY: Words = {
  id: 'Akun sudah aktif. Bantu pemohon masuk, atau mengatur ulang kata sandi.',
  en: 'The account is active already. Help the caller to log in, or to reset the password.',
};

const BLOCKED_ALREADY: Words = { id: 'Akun sudah diblokir.', en: 'The account is blocked already.' };
const NOT_BLOCKED: Words = { id: 'Akun tidak diblokir.', en: 'The account is not blocked.' };

/** The acts on an account, as the console calls them. Who may do one at all stands in the matrix, and only there. */
const ACTS: Readonly<Record<string, Act>> = {
  RESEND_ACTIVATION: { mutation: 'resendActivation', refusals: { ACTIVE: ACTIVE_ALREADY, BLOCKED, CLOSED } },
  REVEAL: { mutation: 'reveal', refusals: {} },
  END_SESSIONS: { mutation: 'endAccountSessions', refusals: { AWAITING_ACTIVATION: NOT_YET, CLOSED } },
  BLOCK: {
    mutation: 'blockAccount',
    refusals: { AWAITING_ACTIVATION: NOT_YET, BLOCKED: BLOCKED_ALREADY, CLOSED },
  },
  UNBLOCK: {
    mutation: 'unblockAccount',
    refusals: { AWAITING_ACTIVATION: NOT_YET, ACTIVE: NOT_BLOCKED, CLOSED },
  },
};

/** Acts outside an agent's role are left out; the others say why not, if not. */
export function allowedActions(
  status: AccountStatus,
  { role }: SignedInAgent,
  language: Language,
): AllowedAction[] {
  return Object.entries(ACTS)
    .filter(([, { mutation }]) => WHO_MAY[`Mutation.${mutation}`]?.includes(role))
    .map(([action, { refusals }]) => new AllowedAction(action, refusals[status] ?? null, language));
}
