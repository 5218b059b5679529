import { maskEmail } from './account/contact.js';
import type { Platform } from './compose.js';
import type { Config } from './config.js';
import { AgentChallenges } from './office/agent-challenges.js';
import { AgentNiks } from './office/agent-keys.js';
import { AgentSessions } from './office/agent-sessions.js';
import { Agents } from './office/agents.js';
import { AuditViews } from './office/audit-views.js';
import { Departures } from './office/departures.js';
import { DeskLetters } from './office/desk-letters.js';
import { DeskReads } from './office/desk-reads.js';
import { FreshProof } from './office/fresh-proof.js';
import { Invitations } from './office/invitations.js';
import { RefusedLooks } from './office/refused-looks.js';
import { SecondFactor } from './office/second-factor.js';
import { SubjectNames } from './office/subject-names.js';
import { WorkingDays } from './office/working-days.js';
import { AuditReading } from './platform/audit/audit-reading.js';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from './platform/clock.js';

/** The other half of the second ring: who works at the desk. */
export function office({ config, db, now, hash, seal, index, budgets, audit, outbox }: Platform) {
  const fresh = { DECIDE: config.FRESH_AUTH_DECIDE_MIN, ACT: config.FRESH_AUTH_MIN };
  const challenges = new AgentChallenges({ db, hash, seal, now });
  const invitation = { publicBaseUrl: config.publicBaseUrl, ttlH: config.AGENT_INVITATION_TTL_H };
  const names = new SubjectNames(db);
  const reading = new AuditReading(db);
  return {
    names,
    auditViews: new AuditViews({ reading, names }),
    departures: new Departures(),
    deskLetters: new DeskLetters(outbox, maskEmail, now, config.NOTICE_MAX_AGE_H * HOUR_MS),
    agents: new Agents(db, now),
    niks: new AgentNiks(seal, index),
    challenges,
    invitations: new Invitations(challenges, invitation),
    factor: new SecondFactor(
      { budgets, seal, now },
      { window: config.TOTP_WINDOW, tries: config.TOTP_TRIES_BUDGET },
    ),
    agentSessions: new AgentSessions(db, agentSessionLimits(config), now),
    proof: new FreshProof(fresh, now),
    reads: new DeskReads(db, { lookupH: config.LOOKUP_BASIS_H, conflictD: config.CONFLICT_D }, now),
    refusedLooks: new RefusedLooks(db, audit),
    workingDays: new WorkingDays({ ...config.OFFICE_HOURS, daysOff: new Set(config.OFFICE_DAYS_OFF) }),
  };
}

const agentSessionLimits = (config: Config) => ({
  idleMs: config.SESSION_AGENT_IDLE_MIN * MINUTE_MS,
  maxMs: config.SESSION_AGENT_MAX_H * HOUR_MS,
  count: config.SESSION_AGENT_COUNT,
  touchMs: config.SESSION_TOUCH_S * SECOND_MS,
});
