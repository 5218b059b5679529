import { z } from 'zod';

import { budgets, text, whole } from './kinds.js';

/** "Email no longer active": cases, waiting periods, evidence. */
export const replacementSettings = {
  CASE_BUDGET_ACCOUNT: budgets('3/30d').describe('cases asked for about one NIK and NIB'),
  CASE_BUDGET_IP: budgets('10/24h').describe('cases asked for from one source'),
  FORGOT_BUDGET_NIK: budgets('5/24h').describe('look-ups of accounts per NIK'),
  FORGOT_BUDGET_IP: budgets('20/24h').describe('look-ups of accounts from one source'),
  CASE_DRAFT_D: whole(7, 1).describe('days to hand a case in'),
  CASE_RETURN_D: whole(14, 1).describe('days to answer a return'),
  RECOVERY_HOLD_H: whole(24, 1).describe('hours without recovery after a replacement was undone'),
  CHANNEL_TRUST_AGE_D: whole(7, 1).describe('days until a changed channel counts as trusted'),

  EVIDENCE_MAX_MB: whole(5, 1, 20).describe('largest document'),
  EVIDENCE_MAX_FILES: whole(6, 1, 20).describe('documents of one case'),
  EVIDENCE_MAX_MP: whole(40, 1, 100).describe('megapixels of a picture'),
  EVIDENCE_MAX_PAGES: whole(20, 1, 200).describe('pages of a PDF'),
  EVIDENCE_BUDGET: budgets('20/24h').describe('uploads per case'),
  EVIDENCE_UPLOAD_TIMEOUT_S: whole(120, 15, 600).describe('seconds one upload may take to arrive'),
  EVIDENCE_HANDS: whole(2, 1, 16).describe('pictures and PDFs looked through at once; each may take 150 MB'),
  UPLOAD_URL_TTL_MIN: whole(15, 1, 60).describe('minutes an upload address stays good'),
  EVIDENCE_SCANNER: z
    .string()
    .regex(/^(off|clamd:\/\/[\w.-]+:\d+)$/, 'is off or clamd://host:port')
    .optional()
    .describe('clamd://host:port, or off; stated in production'),
  EVIDENCE_BUCKET_URL: z
    .url()
    .optional()
    .describe('address of a bucket that speaks S3, in path style; unset: DATA_DIR/evidence'),
  EVIDENCE_BUCKET_REGION: z.string().default('us-east-1').describe('region that requests are signed for'),
  EVIDENCE_BUCKET_KEY_ID: text.describe('access key of the bucket'),
  EVIDENCE_BUCKET_SECRET: text.describe('secret key of the bucket'),
  RETAIN_EVIDENCE_D: whole(90, 1).describe('days a document is kept after its case ended'),
  RETAIN_CASE_Y: whole(5, 1).describe('years a case is kept after its end'),
};
