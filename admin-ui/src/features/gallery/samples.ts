import type { Viewer } from '../../desk/viewer';
import type { DeliveryFieldsFragment, DeliveryStatus } from '../../gql/graphql';

export const RINA: Viewer = {
  __typename: 'Agent',
  id: '0193-rina',
  username: 'petugas',
  fullName: 'Rina Contoh',
  role: 'SUPERVISOR',
  office: {
    __typename: 'Office',
    id: '0193-bandung',
    name: 'DPMPTSP Kota Bandung',
    level: 'REGENCY',
    regionCode: '32.73',
    zone: 'Asia/Jakarta',
  },
};

const STATUSES: readonly DeliveryStatus[] = [
  'QUEUED',
  'SENDING',
  'ACCEPTED',
  'DELIVERED',
  'READ',
  'RETRYING',
  'FAILED',
  'EXPIRED',
  'SUPPRESSED',
];

export const DELIVERIES: readonly DeliveryFieldsFragment[] = STATUSES.map((status, index) => ({
  __typename: 'Delivery',
  id: `0193-${index}`,
  kind: 'ACTIVATION_LINK',
  channel: index % 2 ? 'EMAIL' : 'WHATSAPP',
  destination: index % 2 ? 'b••o@e•••.com' : '0860••••778',
  status,
  statusReason: status === 'FAILED' ? 'alamat tidak ada' : null,
  nextStep: null,
  queuedAt: '2026-11-23T07:03:11.000Z',
  updatedAt: '2026-11-23T07:03:20.000Z',
  attempts: [
    { __typename: 'DeliveryAttempt', at: '2026-11-23T07:03:12.000Z', outcome: 'ACCEPTED', detail: null },
  ],
}));
