import type { Channel, DeliveryFilter, DeliveryStatus } from '../../gql/graphql';
import { startOf } from '../../ui/date-field';

export const STATUSES: readonly DeliveryStatus[] = [
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
export const CHANNELS: readonly Channel[] = ['EMAIL', 'WHATSAPP'];

/** The filters as they stand in the address: nothing in them says whom a message went to. */
export interface DeliverySearch {
  readonly status?: DeliveryStatus;
  readonly kanal?: Channel;
  readonly jenis?: string;
  readonly kantor?: string;
  readonly dari?: string;
  readonly sampai?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[\da-f-]{36}$/;
const KIND = /^[A-Z_]{3,60}$/;

export function readSearch(typed: Record<string, unknown>): DeliverySearch {
  const text = (name: string, shape: RegExp) => {
    const value = typed[name];
    return typeof value === 'string' && shape.test(value) ? value : undefined;
  };
  return {
    status: STATUSES.find((one) => one === typed.status),
    kanal: CHANNELS.find((one) => one === typed.kanal),
    jenis: text('jenis', KIND),
    kantor: text('kantor', ID),
    dari: text('dari', DAY),
    sampai: text('sampai', DAY),
  };
}

/** Whole days of the office's zone; the last day is included. */
export function filterOf(
  { status, kanal, jenis, kantor, dari, sampai }: DeliverySearch,
  zone: string,
): DeliveryFilter {
  return {
    status: status && [status],
    channel: kanal,
    kind: jenis,
    officeId: kantor,
    from: dari && startOf(dari, zone),
    to: sampai && startOf(sampai, zone, 1),
  };
}
