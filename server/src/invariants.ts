import { accountInvariants } from './account/account-invariants.js';
import { secretInvariants } from './account/secret-invariants.js';
import type { Config } from './config.js';
import { evidenceInvariants } from './features/email-replacement/evidence-invariants.js';
import { EvidenceVault } from './features/email-replacement/evidence-vault.js';
import { replacementInvariants } from './features/email-replacement/replacement-invariants.js';
import { registrationInvariants } from './features/registration/registration-invariants.js';
import { officeInvariants } from './office/office-invariants.js';
import { AuditAnchors } from './platform/audit/audit-anchors.js';
import { auditInvariants } from './platform/audit/audit-invariants.js';
import { budgetInvariants } from './platform/budget/budget-invariants.js';
import type { FileStore } from './platform/files/file-store.js';
import { SealedChunks } from './platform/files/sealed-chunks.js';
import type { Invariant } from './platform/invariants/invariant.js';
import { jobInvariants } from './platform/jobs/job-invariants.js';
import { outboxInvariants } from './platform/outbox/outbox-invariants.js';

/** Everything that holds between any two units of work, each stated beside what keeps it. */
export function invariants(config: Config, files: FileStore): Invariant[] {
  const vault = new EvidenceVault(files, new SealedChunks(config.keys.DATA_KEYS));
  return [
    ...accountInvariants(),
    ...secretInvariants(config.CODE_TRIES),
    ...registrationInvariants,
    ...replacementInvariants({ traceD: config.RETAIN_TRACE_D, perAgent: config.CLAIM_PER_AGENT }),
    ...evidenceInvariants(vault),
    ...officeInvariants,
    ...outboxInvariants(config.RETAIN_TRACE_D),
    ...budgetInvariants,
    ...jobInvariants,
    ...auditInvariants(config.keys.SECRET_KEYS, new AuditAnchors(config.DATA_DIR)),
  ];
}
