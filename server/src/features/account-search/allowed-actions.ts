import type { AccountStatus } from '../../account/account-status.js';
import type { SignedInAgent } from '../../office/agent-sessions.js';
import { AllowedAction } from '../../office/allowed-action.type.js';
import { WHO_MAY } from '../../office/permissions.js';
import type { Language, Words } from '../../platform/words/language.js';

type Refusals = Partial<Record<AccountStatus, Words>>;

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

/** What an account's state says against each act on it. Who may do it at all stands in the matrix, and only there. */
const REFUSALS: Readonly<Record<string, Refusals>> = {
  resendActivation: { ACTIVE: ACTIVE_ALREADY, BLOCKED, CLOSED },
  reveal: {},
  endAccountSessions: { AWAITING_ACTIVATION: NOT_YET, CLOSED },
  blockAccount: {
    AWAITING_ACTIVATION: NOT_YET,
    BLOCKED: { id: 'Akun sudah diblokir.', en: 'The account is blocked already.' },
    CLOSED,
  },
  unblockAccount: {
    AWAITING_ACTIVATION: NOT_YET,
    ACTIVE: { id: 'Akun tidak diblokir.', en: 'The account is not blocked.' },
    CLOSED,
  },
};

/** Acts outside an agent's role are left out; the others say why not, if not. */
export function allowedActions(
  status: AccountStatus,
  { role }: SignedInAgent,
  language: Language,
): AllowedAction[] {
  return Object.entries(REFUSALS)
    .filter(([action]) => WHO_MAY[`Mutation.${action}`]?.includes(role))
    .map(([action, refusals]) => new AllowedAction(action, refusals[status] ?? null, language));
}
