import { now } from '../../admin-ui/src/ui/clock';
import { RINA } from '../kit/console';

const MINUTE_MS = 60_000;
const later = (minutes: number) => new Date(now() + minutes * MINUTE_MS).toISOString();
const ANDI = { __typename: 'Agent', id: '0193-andi', fullName: 'Andi Contoh' } as const;

export const TICKET = 'EML-2611-00421';

/** A case as the queue and the page of a case get it, in the hands of whoever looks. */
export function aCase(changed: object = {}) {
  return {
    __typename: 'ReplacementRequest',
    ...{
      ticket: TICKET,
      version: 3,
      applicant: 'Budi S••••',
      actor: 'INDIVIDUAL',
      newEmail: 'b••i@e•••.com',
    },
    ...{ status: 'IN_REVIEW', tier: 'LOW', submittedAt: later(-90), dueAt: later(200), overdue: false },
    workMinutesLeft: 200,
    ...{ effectiveAt: null, escalatedAt: null, escalatesAt: null, requester: 'OWNER', reason: 'INACTIVE' },
    ...{ newEmailConfirmedAt: later(-100), otherChannelConfirmedAt: later(-95) },
    office: { __typename: 'Office', id: RINA.office.id, name: RINA.office.name },
    signals: [{ __typename: 'Signal', code: 'PROXY', text: 'Permohonan diajukan lewat kuasa.', weight: 0 }],
    claim: claimOf({ __typename: 'Agent', id: RINA.id, fullName: RINA.fullName }, true),
    decisions: [] as object[],
    account: {
      ...{ __typename: 'HelpdeskAccount', id: '0193-account', username: 'demo01akun', entityName: null },
      ...{ status: 'ACTIVE', regionName: 'Kota Bandung' },
    },
    allowedActions: ['claimRequest', 'APPROVE', 'REJECT', 'RETURN', 'ESCALATE'].map((action) =>
      allowed(action),
    ),
    comparison: [
      compared('fullName', 'SAME'),
      compared('email', 'DIFFERENT', true),
      compared('nib', 'DIFFERENT'),
    ],
    checklist: [
      item('NEW_EMAIL_PROVEN', 'Email baru terbukti', true),
      item('ID_READABLE', 'KTP terbaca dan cocok dengan data'),
      item('FACE_MATCHES', 'Wajah pada swafoto sama dengan KTP'),
    ],
    evidence: [document('card', 'ID_CARD'), document('selfie', 'SELFIE_WITH_ID')],
    draft: null as object | null,
    ...changed,
  };
}

export const claimOf = (agent: { __typename: string; id: string; fullName: string }, mine: boolean) => ({
  ...{ __typename: 'Claim', agent, since: later(-3), expiresAt: later(15), latestEnd: later(120), mine },
});
export const heldByAndi = () => claimOf(ANDI, false);

export const allowed = (action: string, reason: string | null = null) => ({
  ...{ __typename: 'AllowedAction', action, allowed: reason === null, reason },
});

const compared = (field: string, verdict: string, requested = false) => ({
  ...{ __typename: 'Comparison', field, recorded: 'A••••', claimed: 'B••••', verdict, requested },
  ...{ checkedAt: null, details: [] },
});

const item = (code: string, text: string, automatic = false) => ({
  ...{ __typename: 'ChecklistItem', code, text, automatic, done: automatic },
});

export const document = (id: string, kind: string, contentType = 'image/png') => ({
  ...{ __typename: 'Evidence', id: `0193-${id}`, kind, contentType, size: 1000, pages: 2, held: false },
  ...{ seenByMe: false, uploadedAt: later(-80), url: `/helpdesk/evidence/0193-${id}/1-x` },
});
