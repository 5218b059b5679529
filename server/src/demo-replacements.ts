import { createHash } from 'node:crypto';

import { In } from 'typeorm';

import { Account } from './account/account.entity.js';
import { AccountStatus } from './account/account-status.js';
import type { House } from './compose.js';
import { drawDocument } from './demo-documents.js';
import { EvidenceFile } from './features/email-replacement/evidence-file.entity.js';
import { requiredEvidence } from './features/email-replacement/evidence-kind.js';
import { EvidenceVault } from './features/email-replacement/evidence-vault.js';
import { ReplacementRequest } from './features/email-replacement/replacement-request.entity.js';
import { ReplacementStatus } from './features/email-replacement/replacement-status.js';
import { RequesterKind } from './features/email-replacement/requester-kind.js';
import { RISK_RANK, RiskTier } from './features/email-replacement/risk-tier.js';
import { after, HOUR_MS } from './platform/clock.js';
import { newId } from './platform/ids.js';
import { casework } from './rooms/casework.js';

const { OWNER, PROXY_EMPLOYEE, PROXY_NOTARY } = RequesterKind;
const REASONS = [
  'Email lama dibuat oleh konsultan yang sudah tidak bekerja sama.',
  'Kata sandi email lama lupa dan tidak dapat dipulihkan.',
  'Email salah ketik saat mendaftar.',
  'Email pribadi akan diganti dengan email perusahaan.',
];

/** What differs from one case to the next, in turn: clean ones, near misses, proxies, lies. */
const VARIETY = [
  { clean: true },
  { clean: true, requester: PROXY_EMPLOYEE },
  { clean: false },
  { clean: true, rename: (name: string) => name.replace('Contoh', 'Conto') },
  { clean: true },
  { clean: false, rename: () => 'Bambang Contoh Lain' },
  { clean: false, requester: PROXY_NOTARY },
] as const;

interface Variety {
  readonly clean: boolean;
  readonly requester?: RequesterKind;
  readonly rename?: (name: string) => string;
}

/** A queue for the demo desk, once: a case for every active demo account, with documents drawn by the program. */
export async function loadDemoReplacements(house: House): Promise<void> {
  const { db } = house;
  if (await db.rows.existsBy(ReplacementRequest, {})) return;
  const status = In([AccountStatus.ACTIVE]);
  const accounts = await db.rows.find(Account, { where: { status }, order: { id: 'ASC' } });
  for (const [number, account] of accounts.entries()) {
    const variety: Variety = VARIETY[number % VARIETY.length] ?? { clean: true };
    await addCase(house, account, number, variety);
  }
}

async function addCase(house: House, account: Account, number: number, variety: Variety): Promise<void> {
  const { db, now } = house;
  const row = caseOf(house, account, number, variety);
  await db.transact((tx) => tx.insert(ReplacementRequest, row));
  for (const kind of requiredEvidence(row)) await addDocument(house, row, kind);
  const stored = await db.rows.findOneByOrFail(ReplacementRequest, { id: row.id });
  const { registryDueAt: _, ...filed } = await casework(house).filing.filed(db.rows, stored);
  const age = { dueAt: after(filed.dueAt, -ageOf(number)), urgentAt: after(filed.urgentAt, -ageOf(number)) };
  const set = {
    ...filed,
    ...age,
    status: ReplacementStatus.SUBMITTED,
    submittedAt: after(now(), -ageOf(number)),
  };
  await db.transact((tx) => tx.update(ReplacementRequest, { id: row.id }, { ...set, version: 2 }));
}

/** Some are from today, some wait for days. */
const ageOf = (number: number): number => (number % 6) * 14 * HOUR_MS;

function caseOf(house: House, account: Account, number: number, variety: Variety): ReplacementRequest {
  const { facts } = casework(house);
  const { now, personal } = house;
  const at = after(now(), -ageOf(number));
  const id = newId(at);
  const nik = personal.open(account.id, 'nik', account.nikSealed) ?? '';
  const newEmail = `baru${number + 1}@example.com`;
  const { clean, requester = OWNER, rename = (name: string) => name } = variety;
  return {
    ...{ id, ticket: `EML-${ticketMonth(at)}-${String(90_001 + number)}`, tokenHash: `demo:${id}` },
    ...{ status: ReplacementStatus.AWAITING_CONFIRMATION, accountMatch: 'ONE', accountId: account.id },
    ...{
      accountVersion: account.version,
      openKey: account.id,
      actor: account.actor,
      position: account.position,
    },
    ...{ nikSealed: facts.close(id, 'nik', nik), nikIndex: personal.nikIndex(nik), requester },
    ...{ fullName: rename(account.fullName), reason: REASONS[number % REASONS.length], newEmail },
    ...{ newEmailKey: newEmail, newEmailConfirmedAt: at, otherChannel: 'WHATSAPP' },
    ...(clean ? { otherChannelConfirmedAt: at, registryAnswer: 'MATCH', registryAt: at } : {}),
    ...{ locale: 'id', source: `192.0.2.${number + 1}`, device: `Demo ${number + 1}` },
    ...{ tier: RiskTier.HIGH, riskRank: RISK_RANK.HIGH, createdAt: at, updatedAt: at },
  } as ReplacementRequest;
}

const ticketMonth = (at: Date): string => at.toISOString().slice(2, 7).replace('-', '');

async function addDocument(house: House, row: ReplacementRequest, kind: EvidenceFile['kind']): Promise<void> {
  const { db, now, files, sealedFiles } = house;
  const content = await drawDocument(kind, row.fullName);
  const id = newId(now());
  await new EvidenceVault(files, sealedFiles).put(id, content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const times = { statusAt: now(), uploadExpiresAt: now(), storedAt: now(), createdAt: now() };
  await db.transact((tx) =>
    tx.insert(EvidenceFile, {
      ...{
        id,
        requestId: row.id,
        kind,
        status: 'STORED',
        uploadHash: `demo:${id}`,
        contentType: 'image/png',
      },
      ...{ size: content.length, sha256, ...times },
    }),
  );
}
