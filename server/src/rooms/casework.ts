import type { House } from '../compose.js';
import { CaseRecords } from '../features/email-replacement/case-record.js';
import { RequestFiling } from '../features/email-replacement/request-filing.js';
import { RiskAssessments } from '../features/email-replacement/risk-assessment.js';
import { SealedFacts } from '../features/email-replacement/sealed-facts.js';

/** What the applicant's side and the desk's side of a case share: how risky it is, and where it lies. */
export function casework(house: House) {
  const { config } = house;
  const facts = new SealedFacts(house.seal);
  const records = new CaseRecords({ ...house, facts });
  const limits = { weights: config.SIGNAL_WEIGHTS, channelTrustAgeD: config.CHANNEL_TRUST_AGE_D };
  const risks = new RiskAssessments({ ...house, records }, limits);
  const target = { low: config.CASE_TARGET_LOW_WORKDAYS, others: config.CASE_TARGET_WORKDAYS };
  return { facts, records, risks, filing: new RequestFiling({ ...house, risks }, target) };
}
