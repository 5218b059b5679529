import { registerEnumType } from 'type-graphql';

import { maskEmail, maskMobile, maskNib, maskNik, maskUsername } from '../../account/contact.js';
import type { Identifier, IdentifierKind } from '../../account/identifier.entity.js';
import { maskName, similarity } from '../../account/person-name.js';
import type { CaseRecord } from './case-record.js';
import type { RegistryAnswer } from './replacement-checks.js';
import type { ReplacementRequest } from './replacement-request.entity.js';

export enum MatchVerdict {
  SAME = 'SAME',
  SIMILAR = 'SIMILAR',
  DIFFERENT = 'DIFFERENT',
  MISSING = 'MISSING',
  NOT_COMPARABLE = 'NOT_COMPARABLE',
}
registerEnumType(MatchVerdict, { name: 'MatchVerdict' });

export interface Compared {
  readonly field: string;
  /** Masked, like `claimed`. */
  readonly recorded: string | null;
  readonly claimed: string | null;
  readonly verdict: MatchVerdict;
  /** This is the change that was asked for. */
  readonly requested: boolean;
}

interface Kind {
  readonly mask: (value: string) => string;
  readonly judge?: (a: string, b: string) => 'SAME' | 'SIMILAR' | 'DIFFERENT';
}

const NAME: Kind = { mask: maskName, judge: similarity };
const PLAIN: Kind = { mask: (value) => value, judge: similarity };
const NIK: Kind = { mask: maskNik };
const NIB: Kind = { mask: maskNib };
const EMAIL: Kind = { mask: maskEmail };

/** Statement against record, field by field. The values are compared in full here and leave as masks. */
export function compare(request: ReplacementRequest, record: CaseRecord): Compared[] {
  const { account, stated } = record;
  const email = contactOf(record, 'EMAIL');
  const rows = [
    row('fullName', account?.fullName, request.fullName, NAME),
    row('nik', record.nik, stated.nik, NIK),
    birthDate(record, stated.nik),
    row('nib', account?.nib, stated.nib, NIB),
    row('position', account?.position, request.position, PLAIN),
    identifier(record),
    { ...row('email', email?.value, request.newEmail, EMAIL), requested: true },
    whatsapp(request, record),
    registry(request),
  ];
  // What neither side has is nothing to look at.
  return rows.filter(({ field, recorded, claimed }) => field === 'registry' || recorded || claimed);
}

/** Differences nobody asked for. */
export const unwanted = (rows: readonly Compared[]): Compared[] =>
  rows.filter(({ verdict, requested }) => verdict === MatchVerdict.DIFFERENT && !requested);

function row(
  field: string,
  recorded: string | null | undefined,
  claimed: string | null,
  { mask, judge = exact }: Kind,
): Compared {
  const verdict = recorded && claimed ? MatchVerdict[judge(recorded, claimed)] : MatchVerdict.MISSING;
  const masked = { recorded: recorded ? mask(recorded) : null, claimed: claimed ? mask(claimed) : null };
  return { field, ...masked, verdict, requested: false };
}

const exact = (a: string, b: string) => (a === b ? 'SAME' : 'DIFFERENT');

/** A NIK stays when a birth date is corrected: another date in it is a note, never a difference (domain.md 4.1). */
function birthDate({ birthDate: recorded }: CaseRecord, nik: string): Compared {
  const inNik = `${nik.slice(10, 12)}-${nik.slice(8, 10)}-${dayIn(nik)}`;
  const same = recorded?.slice(2) === inNik;
  const mask = recorded ? `••-••-${recorded.slice(0, 4)}` : null;
  const verdict = same ? MatchVerdict.SAME : MatchVerdict.NOT_COMPARABLE;
  return { field: 'birthDate', recorded: mask, claimed: same ? mask : null, verdict, requested: false };
}

/** Forty more in the NIK of a woman. */
const dayIn = (nik: string): string => String(Number(nik.slice(6, 8)) % 40).padStart(2, '0');

/** The username or contact that the applicant remembers, against all that the account has. */
function identifier({ contacts, stated }: CaseRecord): Compared {
  const claimed = stated.identifier;
  const known = contacts.find(({ contactKey }) => contactKey === claimed);
  const username = contacts.find(({ kind }) => kind === 'USERNAME');
  if (!claimed) return row('identifier', null, null, PLAIN);
  const verdict = known ? MatchVerdict.SAME : MatchVerdict.DIFFERENT;
  const recorded = maskOf(known ?? username, claimed);
  return { field: 'identifier', recorded, claimed: maskAny(claimed), verdict, requested: false };
}

/** Nobody is asked to type the number: it is the same once a code to it came back. */
function whatsapp(
  { otherChannel, otherChannelConfirmedAt }: ReplacementRequest,
  record: CaseRecord,
): Compared {
  const recorded = contactOf(record, 'PHONE');
  const mask = recorded ? maskMobile(recorded.value) : null;
  const proven = Boolean(mask && otherChannel === 'WHATSAPP' && otherChannelConfirmedAt);
  const verdict = proven ? MatchVerdict.SAME : MatchVerdict.NOT_COMPARABLE;
  return { field: 'whatsapp', recorded: mask, claimed: proven ? mask : null, verdict, requested: false };
}

const OF_REGISTRY: Readonly<Record<RegistryAnswer, MatchVerdict>> = {
  MATCH: MatchVerdict.SAME,
  MISMATCH: MatchVerdict.DIFFERENT,
  NOT_FOUND: MatchVerdict.MISSING,
  UNAVAILABLE: MatchVerdict.NOT_COMPARABLE,
};

function registry({ registryAnswer }: ReplacementRequest): Compared {
  const verdict = OF_REGISTRY[registryAnswer ?? 'UNAVAILABLE'];
  return { field: 'registry', recorded: null, claimed: null, verdict, requested: false };
}

const contactOf = ({ contacts }: CaseRecord, kind: IdentifierKind): Identifier | undefined =>
  contacts.find((one) => one.kind === kind);

const maskOf = (known: Identifier | undefined, claimed: string): string | null =>
  known ? maskAny(known.contactKey === claimed ? claimed : known.value) : null;

function maskAny(value: string): string {
  if (value.includes('@')) return maskEmail(value);
  return value.startsWith('+') ? maskMobile(value) : maskUsername(value);
}
