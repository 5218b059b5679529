import { Account } from '../../server/src/account/account.entity.js';
import { Identifier } from '../../server/src/account/identifier.entity.js';
import { EvidenceFile } from '../../server/src/features/email-replacement/evidence-file.entity.js';
import {
  type EvidenceKind,
  requiredEvidence,
} from '../../server/src/features/email-replacement/evidence-kind.js';
import { EvidenceOpening } from '../../server/src/features/email-replacement/evidence-opening.entity.js';
import { EvidenceVault } from '../../server/src/features/email-replacement/evidence-vault.js';
import { ReplacementRequest } from '../../server/src/features/email-replacement/replacement-request.entity.js';
import { ReplacementStatus } from '../../server/src/features/email-replacement/replacement-status.js';
import type { RequesterKind } from '../../server/src/features/email-replacement/requester-kind.js';
import { SealedFacts } from '../../server/src/features/email-replacement/sealed-facts.js';
import { Office } from '../../server/src/office/office.entity.js';
import { newId } from '../../server/src/platform/ids.js';
import { casework } from '../../server/src/rooms/casework.js';
import type { AtDesk } from './agents.js';
import type { Answer, App } from './app.js';
import { CLAIM_REQUEST, DECIDE, MARK_SEEN } from './case-operations.js';
import { picture } from './documents.js';
import { active, newPerson, outcome, type Registered } from './people.js';
import { freshEmail } from './replacements.js';

export interface FiledCase {
  readonly id: string;
  readonly ticket: string;
  readonly newEmail: string;
  readonly person: Registered | null;
}

interface Wanted {
  /** Of this account; without one the case matches nobody. */
  readonly person?: Registered | null;
  readonly seat?: string;
  readonly more?: Partial<ReplacementRequest>;
  /** An old channel confirmed and the registry agreed: nothing is left to be careful about. */
  readonly clean?: boolean;
  /** Its documents can be opened; else they are rows only. */
  readonly readable?: boolean;
}

let numbers = 0;

/** A case handed in, as the applicant's side leaves it: documents stored, office, tier and target time set. */
export async function filedCase(
  app: App,
  { person, seat = '32.73', more = {}, clean = true, readable = false }: Wanted = {},
): Promise<FiledCase> {
  const { db, house, now } = app;
  numbers += 1;
  const known = person === undefined ? await active(app) : person;
  const accountId = known && (await accountOf(app, known));
  const account = accountId ? await db.rows.findOneByOrFail(Account, { id: accountId }) : null;
  const { id: officeId } = await db.rows.findOneByOrFail(Office, { seat });
  const id = newId(now());
  const facts = new SealedFacts(house.seal);
  const nik = known?.nik ?? newPerson().nik;
  const newEmail = freshEmail();
  const row = {
    ...{
      id,
      ticket: `EML-2611-${String(numbers + 10_000)}`,
      tokenHash: id,
      status: ReplacementStatus.SUBMITTED,
    },
    ...{ accountId, accountVersion: account?.version ?? null, openKey: accountId },
    accountMatch: account ? ('ONE' as const) : ('NONE' as const),
    actor: account?.actor ?? 'INDIVIDUAL',
    nikSealed: facts.close(id, 'nik', nik),
    nikIndex: house.personal.nikIndex(nik),
    ...{ fullName: known?.fullName ?? 'Sutinah Contoh', position: null, requester: 'OWNER' as RequesterKind },
    ...{
      reason: 'Kotak surat lama tidak dapat dibuka.',
      newEmail,
      newEmailKey: newEmail,
      newEmailConfirmedAt: now(),
    },
    ...(clean ? { otherChannelConfirmedAt: now(), registryAnswer: 'MATCH' as const, registryAt: now() } : {}),
    ...{
      locale: 'id' as const,
      source: `198.18.${Math.floor(numbers / 250)}.${numbers % 250}`,
      device: `peramban ${numbers}`,
      officeId,
    },
    ...{ tier: 'HIGH', riskRank: 3, submittedAt: now(), createdAt: now(), updatedAt: now() },
    ...more,
  } as ReplacementRequest;
  const files = requiredEvidence(row).map((kind) => storedFile(app, id, kind));
  if (readable) for (const file of files) await keepPicture(app, file);
  await db.transact(async (tx) => {
    await tx.insert(ReplacementRequest, row);
    for (const file of files) await tx.insert(EvidenceFile, file);
  });
  const stored = await db.rows.findOneByOrFail(ReplacementRequest, { id });
  const filed = await casework(house).filing.filed(db.rows, stored);
  const due = { ...filed, officeId, registryDueAt: null, ...more };
  await db.transact((tx) => tx.update(ReplacementRequest, { id }, due));
  return { id, ticket: row.ticket, newEmail, person: known };
}

export const accountOf = async (app: App, { username }: Registered): Promise<string> =>
  (await app.db.rows.findOneByOrFail(Identifier, { contactKey: username })).accountId;

export function storedFile(app: App, requestId: string, kind: EvidenceKind): EvidenceFile {
  const id = newId(app.now());
  return {
    ...{ id, requestId, kind, status: 'STORED', statusAt: app.now(), statusReason: null, uploadHash: id },
    ...{
      uploadExpiresAt: app.now(),
      contentType: 'image/png',
      size: 1000,
      sha256: 'a'.repeat(64),
      pages: null,
    },
    ...{ storedAt: app.now(), createdAt: app.now() },
  };
}

/** What lies behind the row of a document. */
export async function keepPicture({ house }: App, { id }: Pick<EvidenceFile, 'id'>): Promise<void> {
  await new EvidenceVault(house.files, house.sealedFiles).put(id, await picture('png', 600, 400));
}

export const caseRow = (app: App, { id }: FiledCase) =>
  app.db.rows.findOneByOrFail(ReplacementRequest, { id });

export const claim = (agent: AtDesk, { ticket }: { ticket: string }): Promise<Answer> =>
  agent.ask(CLAIM_REQUEST, { ticket });

/** Claimed, every document opened: all that stands before a decision but the checklist. */
export async function inHand(app: App, agent: AtDesk, filed: FiledCase) {
  const { request } = outcome(await claim(agent, filed), 'RequestClaimed');
  const files = await app.db.rows.findBy(EvidenceFile, { requestId: filed.id, status: 'STORED' });
  await looked(app, agent, files);
  return request as { version: number; ticket: string; tier: string };
}

/** Every one of them opened, without drawing it: what was sent to this agent, and shown. */
export async function looked(app: App, agent: AtDesk, documents: readonly { readonly id: string }[]) {
  for (const { id } of documents) {
    const sent = { evidenceId: id, agentId: agent.id };
    if (!(await app.db.rows.existsBy(EvidenceOpening, sent)))
      await app.db.transact((tx) => tx.insert(EvidenceOpening, { ...sent, at: app.now() }));
    await agent.ask(MARK_SEEN, { id });
  }
}

let keys = 0;

export const ALL_TICKED = [
  'ID_READABLE',
  'FACE_MATCHES',
  'DEED_NAMES_PERSON',
  'LETTER_GENUINE',
  'POWER_VALID',
];

/** What an agent sends; `more` is added or replaces. */
export function decision(filed: { ticket: string }, version: number, verdict: string, more: object = {}) {
  keys += 1;
  const given = { reasonCode: REASONS[verdict], note: 'Sudah diperiksa dengan teliti.' };
  return {
    ...{ ticket: filed.ticket, version, verdict, checklist: ALL_TICKED, idempotencyKey: `perintah-${keys}` },
    ...given,
    ...more,
  };
}

const REASONS: Readonly<Record<string, string>> = { REJECT: 'IDENTITY_NOT_PROVEN', RETURN: 'UNREADABLE' };

export const decide = (agent: AtDesk, input: object): Promise<Answer> => agent.ask(DECIDE, { input });

/** Claims, looks, decides. */
export async function decided(app: App, agent: AtDesk, filed: FiledCase, verdict: string) {
  const { version } = await inHand(app, agent, filed);
  return outcome(await decide(agent, decision(filed, version, verdict)), 'DecisionRecorded');
}
