import type { FastifyInstance } from 'fastify';

import type { House } from '../compose.js';
import { EvidenceIntakeService } from '../features/email-replacement/evidence-intake.service.js';
import { EvidenceRetentionJob } from '../features/email-replacement/evidence-retention.job.js';
import { EvidenceSweepJob } from '../features/email-replacement/evidence-sweep.job.js';
import { EvidenceVault } from '../features/email-replacement/evidence-vault.js';
import { ReplacementEvidenceResolver } from '../features/email-replacement/replacement-evidence.resolver.js';
import { evidenceRoute } from '../features/email-replacement/replacement-evidence.route.js';
import { ReplacementEvidenceService } from '../features/email-replacement/replacement-evidence.service.js';
import { ReplacementRequests } from '../features/email-replacement/replacement-requests.js';
import { MINUTE_MS, SECOND_MS } from '../platform/clock.js';
import { Hands } from '../platform/files/hands.js';
import type { Room } from './room.js';

const MB = 1024 * 1024;
/** Each holds one document in memory. */
const UPLOADS_AT_ONCE = 12;
/** A case takes six documents; an office network with several applicants waits a moment. */
const UPLOADS_OF_ONE_SOURCE = 6;

/** Documents of email replacement: their way in, their keeping, their end. */
export function evidence(house: House): Room {
  const { config } = house;
  const vault = new EvidenceVault(house.files, house.sealedFiles);
  const service = new ReplacementEvidenceService(
    { ...house, cases: new ReplacementRequests(house) },
    {
      maxBytes: config.EVIDENCE_MAX_MB * MB,
      maxFiles: config.EVIDENCE_MAX_FILES,
      uploads: config.EVIDENCE_BUDGET,
      urlTtlMin: config.UPLOAD_URL_TTL_MIN,
      publicBaseUrl: config.publicBaseUrl,
    },
  );
  return {
    public: [new ReplacementEvidenceResolver(service)],
    routes: [(http) => route(http, house, vault)],
    jobs: jobs(house, vault),
  };
}

async function route(http: FastifyInstance, house: House, vault: EvidenceVault): Promise<void> {
  const { config } = house;
  const limits = { megapixels: config.EVIDENCE_MAX_MP, pages: config.EVIDENCE_MAX_PAGES };
  const hands = new Hands(config.EVIDENCE_HANDS);
  await http.register(evidenceRoute, {
    intake: new EvidenceIntakeService({ ...house, vault, hands, limits }),
    most: UPLOADS_AT_ONCE,
    mostOfSource: UPLOADS_OF_ONE_SOURCE,
    bodyTimeMs: config.EVIDENCE_UPLOAD_TIMEOUT_S * SECOND_MS,
  });
}

function jobs(house: House, vault: EvidenceVault) {
  const { config } = house;
  const sweep = new EvidenceSweepJob({
    ...house,
    vault,
    urlTtlMin: config.UPLOAD_URL_TTL_MIN,
    uploadMs: config.EVIDENCE_UPLOAD_TIMEOUT_S * SECOND_MS,
  });
  const retention = new EvidenceRetentionJob({
    ...house,
    vault,
    evidenceD: config.RETAIN_EVIDENCE_D,
    caseY: config.RETAIN_CASE_Y,
  });
  return [
    { name: 'evidence-sweep', everyMs: MINUTE_MS, alone: true, run: () => sweep.run() },
    { name: 'evidence-retention', everyMs: 10 * MINUTE_MS, alone: true, run: () => retention.run() },
  ];
}
