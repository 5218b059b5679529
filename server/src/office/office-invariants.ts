import { type Invariant, rowsOf } from '../platform/invariants/invariant.js';

export const officeInvariants: readonly Invariant[] = [
  {
    name: 'assignment-holds-until-it-ends',
    holds: 'An assignment is current for its agent as long as it has no end.',
    breaches: rowsOf({
      table: 'office_assignments',
      against: `(it.current_for IS NULL) <> (it.valid_to IS NOT NULL)
        OR (it.current_for IS NOT NULL AND it.current_for <> it.agent_id)`,
    }),
  },
  {
    name: 'agent-on-duty-has-one-office',
    holds: 'Every active agent has one role at one office.',
    breaches: rowsOf({
      table: 'agents',
      against: `it.active AND 1 <>
        (SELECT COUNT(*) FROM office_assignments o WHERE o.agent_id = it.id AND o.current_for IS NOT NULL)`,
    }),
  },
  {
    name: 'agent-session-dies-with-its-agent',
    holds:
      'No session of an agent is live after a change of role, office, password, second factor, or dismissal (R59).',
    breaches: rowsOf({
      table: 'agent_sessions',
      against: `it.ended_at IS NULL AND it.expires_at > :now AND EXISTS
        (SELECT 1 FROM agents a WHERE a.id = it.agent_id AND (a.version <> it.agent_version OR NOT a.active))`,
    }),
  },
];
