import type { Caller } from './caller.js';

type From = Pick<Caller, 'source'> & Partial<Pick<Caller, 'device'>>;

/** For the audit trail: the owner of an account does something to it. */
export const byOwner = (accountId: string, { source, device }: From, sessionId?: string) =>
  ({
    actorKind: 'ACCOUNT',
    actorId: accountId,
    subjectKind: 'ACCOUNT',
    subjectId: accountId,
    sessionId,
    source,
    device,
  }) as const;

/** …and somebody of whom only the network knows. */
export const byStranger = ({ source, device }: From) => ({ actorKind: 'ANONYMOUS', source, device }) as const;
