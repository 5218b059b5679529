import { URI } from 'otpauth';

import type { AgentRole } from '../../server/src/office/agent-role.js';
import { Office } from '../../server/src/office/office.entity.js';
import { codeAt, STEP_S } from '../../server/src/office/totp.js';
import { SECOND_MS } from '../../server/src/platform/clock.js';
import { newId } from '../../server/src/platform/ids.js';
import type { Answer, App } from './app.js';
import { outcome } from './people.js';

export const AGENT_PASSWORD = 'Kopi-Tubruk-88-meja';

export const LOG_IN_AGENT = /* GraphQL */ `
  mutation LogInAgent($input: LogInAgentInput!) {
    logInAgent(input: $input) {
      __typename
      ... on TotpRequired { challenge }
      ... on TotpEnrolment { challenge otpauthUri }
      ... on TooManyRequests { retryAt }
      ... on Problem { message }
    }
  }
`;
export const CONFIRM_TOTP = /* GraphQL */ `
  mutation ConfirmTotp($input: ConfirmTotpInput!) {
    confirmTotp(input: $input) {
      __typename
      ... on AgentLoggedIn { expiresAt agent { id username role office { name } } }
      ... on AgentLoginRejected { startOver }
      ... on TooManyRequests { retryAt }
      ... on Problem { message }
    }
  }
`;
export const ACCEPT_INVITATION = /* GraphQL */ `
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      __typename
      ... on TotpEnrolment { challenge otpauthUri }
      ... on TotpRequired { challenge }
      ... on PasswordRejected { reasons }
      ... on Problem { message }
    }
  }
`;
export const REFRESH_PROOF = /* GraphQL */ `
  mutation RefreshProof($input: RefreshProofInput!) {
    refreshProof(input: $input) {
      __typename
      ... on ProofRefreshed { validUntil }
      ... on TooManyRequests { retryAt }
      ... on Problem { message }
    }
  }
`;

export interface DeskAnswer extends Answer {
  /** What the answer put into the cookie; empty: taken out. */
  readonly cookie?: string;
}

/** One browser at the helpdesk's address: keeps its cookie, names its page. */
export function browserAt(app: App, address = '127.0.0.1') {
  let cookie: string | undefined;
  return {
    async ask(
      query: string,
      variables: object = {},
      headers: Record<string, string> = {},
    ): Promise<DeskAnswer> {
      const reply = await app.http.inject({
        method: 'POST',
        url: '/helpdesk/graphql',
        remoteAddress: address,
        payload: { query, variables },
        headers: {
          'user-agent': 'tests',
          origin: app.config.publicBaseUrl,
          ...(cookie ? { cookie: `__Host-konsol=${cookie}` } : {}),
          ...headers,
        },
      });
      const given = reply.cookies.find(({ name }) => name === '__Host-konsol')?.value;
      if (given !== undefined) cookie = given;
      return { status: reply.statusCode, cookie: given, ...reply.json() };
    },
    get cookie() {
      return cookie;
    },
    set cookie(value: string | undefined) {
      cookie = value;
    },
  };
}

export type Browser = ReturnType<typeof browserAt>;

export interface Colleague {
  readonly id: string;
  readonly username: string;
  readonly email: string;
  /** In the authenticator app. */
  readonly seed: string;
}

export interface AtDesk extends Colleague {
  readonly browser: Browser;
  readonly ask: Browser['ask'];
}

let colleagues = 0;

/** Somebody invited to an office, `CENTRAL` or a region code, who has not opened the link: answers its token. */
export async function invited(app: App, role: keyof typeof AgentRole, seat = '32.73') {
  const { house, db, now } = app;
  colleagues += 1;
  const id = newId(now());
  const username = `petugas${colleagues}`;
  const email = `${username}@example.com`;
  const { id: officeId } = await db.rows.findOneByOrFail(Office, { seat });
  const invitation = house.invitations.prepare();
  await db.transact(async (tx) => {
    const agent = { id, username, fullName: `Rina Contoh ${colleagues}`, nikIndex: null };
    await house.agents.add(tx, {
      ...agent,
      email: { value: email, key: email },
      role: role as AgentRole,
      officeId,
    });
    await house.invitations.issue(tx, { id, version: 1 }, invitation);
  });
  return { id, username, email, token: new URL(invitation.link).hash.slice(1) };
}

/** …who has set a password and enrolled the second factor, and sits at the desk. */
export async function atDesk(app: App, role: keyof typeof AgentRole, seat = '32.73'): Promise<AtDesk> {
  const { token, ...known } = await invited(app, role, seat);
  const browser = browserAt(app);
  const input = { token, password: AGENT_PASSWORD };
  const enrolment = outcome(await browser.ask(ACCEPT_INVITATION, { input }), 'TotpEnrolment');
  const seed = seedIn(enrolment.otpauthUri);
  const confirm = { challenge: enrolment.challenge, code: codeAt(seed, app.now()) };
  outcome(await browser.ask(CONFIRM_TOTP, { input: confirm }), 'AgentLoggedIn');
  return { ...known, seed, browser, ask: (...asked) => browser.ask(...asked) };
}

/** Signs in again, in another browser or the same one; the clock moves on a step, since a code is good once. */
export async function signedInAgain(app: App, agent: Colleague, browser = browserAt(app)): Promise<Browser> {
  app.passTime(STEP_S * SECOND_MS);
  const input = { username: agent.username, password: AGENT_PASSWORD };
  const { challenge } = outcome(await browser.ask(LOG_IN_AGENT, { input }), 'TotpRequired');
  const confirm = { challenge, code: codeAt(agent.seed, app.now()) };
  outcome(await browser.ask(CONFIRM_TOTP, { input: confirm }), 'AgentLoggedIn');
  return browser;
}

/** A fresh code in the session at hand. */
export async function provenAfresh(app: App, agent: AtDesk): Promise<void> {
  app.passTime(STEP_S * SECOND_MS);
  const input = { code: codeAt(agent.seed, app.now()) };
  outcome(await agent.ask(REFRESH_PROOF, { input }), 'ProofRefreshed');
}

export const seedIn = (otpauthUri: string): string => URI.parse(otpauthUri).secret.base32;
