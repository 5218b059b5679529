import { RINA } from '../kit/console';
import { aCase } from './case-at-desk';
import type { Replies } from './whole-console';

const at = '2026-11-23T07:05:00.000Z';
export const one = (__typename: string, item: object) => ({
  ...{ __typename, items: [item], endCursor: null, hasNextPage: false, totalCount: 1 },
});
export const ACCOUNT = {
  ...{ __typename: 'HelpdeskAccount', id: '0193-account', username: 'demo01akun', fullName: 'Sutinah C••••' },
  ...{ status: 'ACTIVE', actor: 'INDIVIDUAL', entityName: null, nik: null, nib: null, npwp: null },
  ...{ passport: null, birthDate: null, email: null, whatsapp: null, regionName: 'Kota Bandung' },
  ...{ createdAt: at, activatedAt: at, allowedActions: [], pendingReplacement: null },
};
export const DELIVERY = {
  ...{ __typename: 'Delivery', id: '0193-delivery', kind: 'ACTIVATION_LINK', channel: 'EMAIL' },
  ...{ destination: 'd••1@e•••.com', status: 'QUEUED', statusReason: null, nextStep: null },
  ...{ queuedAt: at, updatedAt: at, attempts: [] },
};
const EVENT = {
  ...{ __typename: 'AuditEvent', id: '0193-event', sequence: '7', at, event: 'LOGIN_SUCCEEDED' },
  ...{ description: 'Masuk', result: 'ok', reasonCode: null, actor: 'Tuti Contoh · auditor', subject: null },
  ...{ subjectKind: null, subjectId: null, ticket: null, fields: [], reason: null, ip: '127.0.0.•' },
  changes: [],
};
const AGENT = {
  ...{ ...RINA, id: '0193-citra', fullName: 'Citra Contoh', username: 'citra' },
  ...{ active: true, totpEnrolled: true, lastSeenAt: at, pendingChange: null },
};
const DASHBOARD = {
  ...{ __typename: 'Dashboard', asOf: at, received: 41, open: 1284, overdue: 4, awaitingSecond: 5 },
  ...{ medianDecisionMinutes: 72, failedDeliveries: 2, perDay: [], backlogByAge: [], byReason: [] },
  byAgent: [],
};
const CHECKED = {
  ...{
    __typename: 'SpotCheckOutcome',
    id: '0193-check',
    ticket: 'EML-2611-00421',
    agrees: false,
    note: null,
  },
  ...{ decidedBy: AGENT, firstVerdict: 'APPROVE', decidedAt: at, checkedBy: RINA, secondVerdict: 'REJECT' },
  ...{ checkedAt: at, settledBy: null, settledAt: null, settledNote: null },
};
const FIGURES = {
  ...{ __typename: 'SpotCheckFigures', decided: 40, drawn: 2, waiting: 1, checked: 1, disagreed: 1 },
  unsettled: 1,
  byDecider: [
    { __typename: 'SpotCheckLoad', agent: AGENT, ...{ decided: 40, drawn: 2, checked: 1, disagreed: 1 } },
  ],
};
/** What the pages of the desk ask, with one row each. */
export const replies: Replies = {
  Account: () => ({ account: ACCOUNT }),
  AccountPendingReplacement: () => ({ account: ACCOUNT }),
  AccountDeliveries: () => ({
    account: { ...ACCOUNT, activationValidUntil: null, deliveries: one('DeliveryPage', DELIVERY) },
  }),
  AccountTimeline: () => ({ account: { ...ACCOUNT, timeline: one('AuditPage', EVENT) } }),
  Deliveries: () => ({ deliveries: one('DeliveryPage', DELIVERY) }),
  AuditTrail: () => ({ auditTrail: one('AuditPage', EVENT) }),
  AuditActors: () => ({ agents: [AGENT] }),
  Agents: () => ({ agents: [AGENT], offices: [{ ...RINA.office, active: true }] }),
  Dashboard: () => ({ dashboard: DASHBOARD }),
  MyDecisions: () => ({ myDecisions: one('QueuePage', aCase()) }),
  SpotChecks: () => ({ spotChecks: one('SpotCheckPage', CHECKED) }),
  SpotCheckFigures: () => ({ spotCheckFigures: FIGURES }),
  ReplacementQueue: () => ({ replacementQueue: one('QueuePage', aCase()) }),
};

/** Address, a role that may open it, and something that it shows. */
export const PAGES = [
  ['/akun/0193-account', 'AGENT', 'demo01akun'],
  ['/akun/0193-account?bagian=pengiriman', 'AGENT', 'd••1@e•••.com'],
  ['/akun/0193-account?bagian=riwayat', 'AGENT', /Tuti Contoh/],
  ['/pengiriman', 'AGENT', 'd••1@e•••.com'],
  ['/antrean', 'AGENT', 'EML-2611-00421'],
  ['/keputusan-saya', 'APPROVER', 'EML-2611-00421'],
  ['/hasil-periksa-ulang', 'AUDITOR', 'EML-2611-00421'],
  ['/audit', 'AUDITOR', 'Jejak audit'], // its rows need a height, which only a browser gives them
  ['/admin/petugas', 'ADMIN', 'Citra Contoh'],
  ['/dasbor', 'SUPERVISOR', '1.284'],
] as const;
