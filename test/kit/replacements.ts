import type { Answer, App } from './app.js';
import { newPerson, outcome, type Person, type Registered } from './people.js';

const PROGRESS = /* GraphQL */ `
  ... on EmailReplacementProgress {
    ticket
    status
    newEmailConfirmed
    otherChannel { channel value }
    otherChannelConfirmed
    missingEvidence
    messageToApplicant
    effectiveAt
    expiresAt
    updatedAt
  }
  ... on TooManyRequests { retryAt }
  ... on Problem { message }
`;
export const REQUEST_REPLACEMENT = /* GraphQL */ `
  mutation Request($input: RequestEmailReplacementInput!) {
    requestEmailReplacement(input: $input) {
      __typename
      ... on EmailReplacementRequested {
        ticket
        ticketToken
        codeSentTo { channel value }
        codeExpiresAt
        resendAvailableAt
        requiredEvidence
      }
      ... on TooManyRequests { retryAt }
      ... on Problem { message }
    }
  }
`;
export const RESEND_NEW_EMAIL_CODE = /* GraphQL */ `
  mutation Resend($input: ResendNewEmailCodeInput!) {
    resendNewEmailCode(input: $input) {
      __typename
      ... on NewEmailCodeSent { codeSentTo { channel value } codeExpiresAt resendAvailableAt }
      ... on TooManyRequests { retryAt }
      ... on Problem { message }
    }
  }
`;
export const CONFIRM_NEW_EMAIL = /* GraphQL */ `
  mutation Confirm($input: ConfirmNewEmailInput!) { confirmNewEmail(input: $input) { __typename ... on CodeRejected { attemptsLeft } ${PROGRESS} } }
`;
export const SEND_OTHER_CHANNEL_CODE = /* GraphQL */ `
  mutation Send($input: SendOtherChannelCodeInput!) { sendOtherChannelCode(input: $input) { __typename ${PROGRESS} } }
`;
export const CONFIRM_OTHER_CHANNEL = /* GraphQL */ `
  mutation ConfirmOther($input: ConfirmOtherChannelInput!) { confirmOtherChannel(input: $input) { __typename ... on CodeRejected { attemptsLeft } ${PROGRESS} } }
`;
export const REPLACEMENT_STATUS = /* GraphQL */ `
  query Status($input: EmailReplacementStatusInput!) { emailReplacementStatus(input: $input) { __typename ${PROGRESS} } }
`;

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
  await app.work();
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

export const CREATE_UPLOAD = /* GraphQL */ `
  mutation Upload($input: CreateEvidenceUploadInput!) {
    createEvidenceUpload(input: $input) {
      __typename
      ... on EvidenceUpload { evidenceId url maxSize expiresAt }
      ... on TooManyRequests { retryAt }
      ... on Problem { message }
    }
  }
`;

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
