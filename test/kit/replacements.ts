import { ReplacementRequest } from '../../server/src/features/email-replacement/replacement-request.entity.js';
import { move, ReplacementStatus } from '../../server/src/features/email-replacement/replacement-status.js';
import { HOUR_MS } from '../../server/src/platform/clock.js';
import type { Answer, App } from './app.js';
import { picture } from './documents.js';
import { newPerson, outcome, type Person, type Registered } from './people.js';
import {
  CONFIRM_NEW_EMAIL,
  CREATE_UPLOAD,
  REPLACEMENT_STATUS,
  REQUEST_REPLACEMENT,
  SUBMIT,
} from './replacement-operations.js';

export interface Asked {
  readonly ticket: string;
  readonly ticketToken: string;
  readonly newEmail: string;
  readonly requiredEvidence: readonly string[];
}

let addresses = 0;

/** An address nobody has, different every time. */
export function freshEmail(): string {
  addresses += 1;
  return `baru${addresses}@example.com`;
}

/** What the first step asks of an individual without NIB who asks for themselves. */
export async function requestInput(app: App, person: Person = newPerson(), more: object = {}) {
  return {
    nik: person.nik,
    hasNib: false,
    newEmail: freshEmail(),
    fullName: person.fullName,
    requester: 'OWNER',
    reason: 'Kotak surat lama tidak dapat dibuka lagi.',
    captcha: await app.captcha('EMAIL_REPLACEMENT'),
    ...more,
  };
}

export const askReplacement = async (app: App, person?: Person, more: object = {}): Promise<Answer> =>
  app.ask(REQUEST_REPLACEMENT, { input: await requestInput(app, person, more) });

/** A case just opened; the worker has looked for its account. */
export async function asked(app: App, person?: Person | Registered, more: object = {}): Promise<Asked> {
  const input = await requestInput(app, person, more);
  const opened = outcome(await app.ask(REQUEST_REPLACEMENT, { input }), 'EmailReplacementRequested');
  await app.deliver();
  return { ...opened, newEmail: input.newEmail };
}

export const confirmNewEmail = (app: App, { ticketToken }: Asked, code: string | null): Promise<Answer> =>
  app.ask(CONFIRM_NEW_EMAIL, { input: { ticketToken, code } });

/** …and the new email proven with the code from its inbox. */
export async function emailProven(app: App, person?: Person | Registered, more: object = {}): Promise<Asked> {
  const opened = await asked(app, person, more);
  const { code } = await app.latest(opened.newEmail, 'REPLACEMENT_EMAIL_CODE');
  outcome(await confirmNewEmail(app, opened, code), 'EmailReplacementProgress');
  return opened;
}

export const replacementStatus = async (app: App, ticket: string, nik: string, headers = {}) =>
  app.ask(
    REPLACEMENT_STATUS,
    { input: { ticket, nik, captcha: await app.captcha('EMAIL_REPLACEMENT') } },
    undefined,
    headers,
  );

export interface Document {
  readonly kind: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** Asks for an address for this document. */
export const createUpload = (app: App, { ticketToken }: Asked, document: Document, more: object = {}) => {
  const { kind, contentType, content } = document;
  return app.ask(CREATE_UPLOAD, { input: { ticketToken, kind, contentType, size: content.length, ...more } });
};

interface PutAnswer {
  readonly evidenceId: string;
  readonly status: string;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** Puts the bytes to an address, as a browser would. */
export async function put(app: App, url: string, content: Buffer, headers: Record<string, string> = {}) {
  const { pathname } = new URL(url);
  const reply = await app.http.inject({ method: 'PUT', url: pathname, payload: content, headers });
  return { status: reply.statusCode, body: reply.json() as PutAnswer };
}

/** Both at once: what the upload was answered. */
export async function uploaded(app: App, to: Asked, document: Document) {
  const { url } = outcome(await createUpload(app, to, document), 'EvidenceUpload');
  return put(app, url, document.content, { 'content-type': document.contentType });
}

export const submit = (app: App, { ticketToken }: Asked) => app.ask(SUBMIT, { input: { ticketToken } });

/** …and the two pictures an individual owes. */
export async function complete(app: App, person?: Person | Registered, more: object = {}): Promise<Asked> {
  const to = await emailProven(app, person, more);
  const content = await picture('jpeg', 40, 40);
  for (const kind of ['ID_CARD', 'SELFIE_WITH_ID'])
    await uploaded(app, to, { kind, contentType: 'image/jpeg', content });
  return to;
}

/** …and handed in. */
export async function handedIn(app: App, person?: Person | Registered, more: object = {}): Promise<Asked> {
  const to = await complete(app, person, more);
  outcome(await submit(app, to), 'EmailReplacementProgress');
  return to;
}

/** The secret part of the newest link of this kind that arrived there. */
export async function linkToken(app: App, to: string, kind: string): Promise<string> {
  const { link } = await app.latest(to, kind);
  return new URL(link ?? '').hash.slice(1);
}

export const caseOf = (app: App, { ticket }: Asked) =>
  app.db.rows.findOneByOrFail(ReplacementRequest, { ticket });

/** As the desk's approval leaves a case that waits a day from now. */
export async function approved(app: App, person?: Person | Registered, more: object = {}): Promise<Asked> {
  const to = await handedIn(app, person, more);
  await app.deliver(); // the notices leave
  await approve(app, to);
  return to;
}

export async function approve(app: App, to: Asked, hours = 24): Promise<void> {
  const now = app.now();
  await app.db.transact(async (tx) => {
    const seen = await tx.findOneByOrFail(ReplacementRequest, { ticket: to.ticket });
    await move(tx, seen, ReplacementStatus.IN_REVIEW, { now });
    const held = { ...seen, status: ReplacementStatus.IN_REVIEW, version: seen.version + 1 };
    const set = { approvedAt: now, effectiveAt: new Date(now.getTime() + hours * HOUR_MS) };
    await move(tx, held, ReplacementStatus.WAITING_PERIOD, { now, set });
  });
}

/** …and its waiting period over. */
export async function applied(app: App, person: Registered, more: object = {}): Promise<Asked> {
  const to = await approved(app, person, more);
  app.passTime(24 * HOUR_MS);
  await app.work();
  return to;
}
