import { z } from 'zod';

import { list, whole } from './kinds.js';

const clockTime = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/;

/** `08:00-16:00` as minutes after midnight. */
const officeHours = z
  .string()
  .default('08:00-16:00')
  .transform((written, context) => {
    const [, fromH, fromM, toH, toM] = (clockTime.exec(written) ?? []).map(Number);
    const [opens, closes] = [(fromH ?? 0) * 60 + (fromM ?? 0), (toH ?? 0) * 60 + (toM ?? 0)];
    if (closes <= opens) context.addIssue({ code: 'custom', message: 'is written like 08:00-16:00' });
    return { opens, closes };
  });

const daysOff = list.refine((dates) => dates.every((date) => /^\d{4}-\d\d-\d\d$/.test(date)), {
  message: 'is a list of days like 2027-01-01',
});

/** `PROXY=1,WATCHED_ADDRESS=2`: what differs from the weights that `signals.ts` states. */
const weights = list.transform((pairs, context): ReadonlyMap<string, number> => {
  const read = pairs.map((pair) => /^([A-Z_]+)=([0-2])$/.exec(pair));
  if (read.includes(null)) context.addIssue({ code: 'custom', message: 'is a list like PROXY=1' });
  return new Map(read.map((one) => [one?.[1] ?? '', Number(one?.[2])]));
});

/** What agents do with cases: claims, decisions, service times. */
export const caseworkSettings = {
  CLAIM_LEASE_MIN: whole(15, 1, 60).describe('minutes a claim lasts without a heartbeat'),
  CLAIM_MAX_MIN: whole(120, 1, 480).describe('minutes after which a claim is not extended any more'),
  CLAIM_LINGER_S: whole(75, 65, 90).describe(
    'seconds a claim outlives its page, which may only be loaded again; longer than a heartbeat takes',
  ),
  CLAIM_PER_AGENT: whole(2, 1, 10).describe('cases one agent may hold: the current and the next one'),
  CONFLICT_D: whole(30, 1).describe(
    'days in which an agent who revealed an account outside a case stays out of its cases',
  ),
  CONTEST_FLAG_D: whole(90, 1).describe('days in which new cases about a contested account are HIGH'),
  CASE_DECISION_HOLD_S: whole(10, 1, 300).describe('seconds in which an agent may take a decision back'),
  CASE_WAIT_H: whole(24, 1).describe('hours between approval and change where no old channel confirmed'),
  CASE_SECOND_WORKDAYS: whole(3, 1).describe('working days after which a second decision is escalated'),
  CASE_SAMPLE_PCT: whole(5, 0, 100).describe('percent of LOW cases that somebody else looks at again, blind'),
  CASE_TARGET_LOW_WORKDAYS: whole(2, 1).describe('working days in which a LOW case is to be decided'),
  CASE_TARGET_WORKDAYS: whole(5, 1).describe('working days in which any other case is to be decided'),
  SIGNAL_WEIGHTS: weights.describe('weights of signals that differ from the built-in ones, like PROXY=1'),
  EVIDENCE_VIEW_TTL_S: whole(60, 10, 600).describe(
    'seconds an address of a document stays good for its agent',
  ),
  OFFICE_HOURS: officeHours.describe('when offices work, Monday to Friday, in their own zone'),
  OFFICE_DAYS_OFF: daysOff.describe('days on which no office works, like 2027-01-01'),
};
