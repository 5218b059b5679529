import type { AuditFilter } from '../../gql/graphql';
import { startOf } from '../../ui/date-field';

const TEN_MINUTES_MS = 600_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const TICKET = /^EML-[\dA-Z-]{1,30}$/;
const EVENT = /^[A-Z_]{3,60}$/;

/** Event names, random ids and ticket numbers only: these may stand in an address. */
export interface AuditSearch {
  readonly tindakan?: string;
  readonly pelaku?: string;
  readonly akun?: string;
  readonly permohonan?: string;
  readonly dari?: string;
  readonly sampai?: string;
  /** A moment; ten minutes before and after it. */
  readonly sekitar?: string;
}

export function readAuditSearch(typed: Record<string, unknown>): AuditSearch {
  const text = (name: keyof AuditSearch, shape: RegExp) => {
    const value = typed[name];
    return typeof value === 'string' && shape.test(value) ? value : undefined;
  };
  return {
    tindakan: text('tindakan', EVENT),
    pelaku: text('pelaku', ID),
    akun: text('akun', ID),
    permohonan: text('permohonan', TICKET),
    dari: text('dari', DAY),
    sampai: text('sampai', DAY),
    sekitar: text('sekitar', /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/),
  };
}

export function auditFilterOf(search: AuditSearch, zone: string): AuditFilter {
  const { tindakan, pelaku, akun, permohonan, dari, sampai, sekitar } = search;
  const at = sekitar ? Date.parse(sekitar) : Number.NaN;
  const around = (ms: number) => (Number.isNaN(at) ? undefined : new Date(at + ms).toISOString());
  return {
    event: tindakan ? [tindakan] : undefined,
    actorId: pelaku,
    accountId: akun,
    ticket: permohonan,
    from: around(-TEN_MINUTES_MS) ?? (dari && startOf(dari, zone)),
    to: around(TEN_MINUTES_MS) ?? (sampai && startOf(sampai, zone, 1)),
  };
}
