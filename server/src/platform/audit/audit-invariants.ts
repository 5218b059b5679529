import type { KeyRing } from '../crypto/key-ring.js';
import type { Invariant } from '../invariants/invariant.js';
import type { AuditAnchors } from './audit-anchors.js';
import { verifyChain } from './verify-chain.js';

/** Names each row that was changed, removed, moved or cut off; rows that are not sealed yet do no harm. */
export const auditInvariants = (ring: KeyRing, anchors: AuditAnchors): Invariant[] => [
  {
    name: 'audit-chain-holds',
    holds: 'The audit trail is as it was written, without a gap, up to its last anchor.',
    async *breaches({ db }) {
      const { findings } = await verifyChain(db, ring, await anchors.read());
      for (const { kind, eventId, seq } of findings)
        if (kind !== 'unsealed') yield `${kind}:${eventId ?? `place ${seq}`}`;
    },
  },
];
