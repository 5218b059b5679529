import type { Account } from '../../../server/src/account/account.entity.js';
import type { AgentRole } from '../../../server/src/office/agent-role.js';
import { after, DAY_MS, HOUR_MS } from '../../../server/src/platform/clock.js';
import { drawn, type Person } from './people.js';

type Status =
  | 'AWAITING_CONFIRMATION'
  | 'SUBMITTED'
  | 'AWAITING_SECOND_DECISION'
  | 'RETURNED'
  | 'WAITING_PERIOD'
  | 'APPLIED'
  | 'REJECTED'
  | 'CANCELLED'
  | 'EXPIRED'
  | 'UNDONE';
type Tier = 'LOW' | 'MEDIUM' | 'HIGH';

/** How far a made case has come, and when each step was. */
export interface CasePlan {
  readonly status: Status;
  readonly tier: Tier;
  readonly createdAt: Date;
  /** Null: never handed in. */
  readonly submittedAt: Date | null;
  /** Of the last decision; null without one. */
  readonly decidedAt: Date | null;
  /** When the email was replaced, also of one that was put back since. */
  readonly appliedAt: Date | null;
  readonly endedAt: Date | null;
}

export interface Asking {
  readonly account: Pick<Account, 'actor' | 'scale'>;
  readonly person: Pick<Person, 'number' | 'phone'>;
}

export interface Decider {
  readonly id: string;
  readonly role: AgentRole;
}

/** Of a hundred: what a national desk has behind it, and a fifth of it still before it. */
const SHARES: readonly (readonly [Status, number])[] = [
  ['APPLIED', 0.56],
  ['REJECTED', 0.14],
  ['CANCELLED', 0.04],
  ['EXPIRED', 0.04],
  ['UNDONE', 0.01],
  ['SUBMITTED', 0.12],
  ['AWAITING_SECOND_DECISION', 0.03],
  ['RETURNED', 0.02],
  ['WAITING_PERIOD', 0.02],
  ['AWAITING_CONFIRMATION', 0.02],
];
const ENDS: ReadonlySet<Status> = new Set(['APPLIED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'UNDONE']);
const DECIDED: ReadonlySet<Status> = new Set([
  ...(['APPLIED', 'REJECTED', 'UNDONE', 'AWAITING_SECOND_DECISION', 'RETURNED', 'WAITING_PERIOD'] as const),
]);
const NEVER_HANDED_IN: ReadonlySet<Status> = new Set(['AWAITING_CONFIRMATION', 'EXPIRED']);

/** Ended ones go back two years, open ones nine days; the last steps of a waiting period are a few hours old. */
export function planOf({ account, person }: Asking, now: Date): CasePlan {
  const { number } = person;
  const status = statusAt(drawn(number, 40));
  const ended = ENDS.has(status);
  const ageMs = ended ? (12 + drawn(number, 41) * 718) * DAY_MS : (1.2 + drawn(number, 41) * 4) * DAY_MS;
  const createdAt = after(now, -Math.floor(ageMs));
  const submittedAt = NEVER_HANDED_IN.has(status) ? null : after(createdAt, HOUR_MS);
  const decidedAt = DECIDED.has(status) ? after(createdAt, DAY_MS) : null;
  const appliedAt = status === 'APPLIED' || status === 'UNDONE' ? after(createdAt, 2 * DAY_MS) : null;
  return {
    ...{ status, tier: tierOf({ account, person }), createdAt, submittedAt, decidedAt, appliedAt },
    endedAt: ended ? after(createdAt, (status === 'UNDONE' ? 5 : 2) * DAY_MS) : null,
  };
}

/** An applied one changed the email to what the account has now; the others ask, or asked, for one that is free. */
export function emailsOf({ status }: Pick<CasePlan, 'status'>, { email }: Pick<Person, 'email'>) {
  return status === 'APPLIED'
    ? { former: `lama.${email}`, wished: email }
    : { former: email, wished: `baru.${email}` };
}

function statusAt(draw: number): Status {
  let left = draw;
  for (const [status, share] of SHARES) {
    if (left < share) return status;
    left -= share;
  }
  return 'APPLIED';
}

/** As the service weighs it: companies take two people, large ones and unconfirmed channels a supervisor. */
function tierOf({ account, person }: Asking): Tier {
  const firm = account.actor !== 'INDIVIDUAL';
  if (person.phone === null || (firm && account.scale === 'NON_UMK')) return 'HIGH';
  const draw = drawn(person.number, 42);
  if (draw > 0.85) return 'HIGH';
  return firm || draw > 0.55 ? 'MEDIUM' : 'LOW';
}
