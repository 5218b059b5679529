import { setTimeout as pause } from 'node:timers/promises';

import { Secret, TOTP } from 'otpauth';

import type { Calls, Reply } from './calls.js';
import { DOCUMENTS, type Operation } from './documents.js';
import type { Town } from './town.js';

const PASSWORD = 'Kopi-Tubruk-88-meja';
/** Of the demo agents those who work cases at one desk, by their place in the program's list (`demo-agents.ts`). */
const AGENTS = [
  ['petugas', 'A'],
  ['petugas2', 'B'],
  ['pemeriksa', 'C'],
] as const;

const LOG_IN = `mutation($input: LogInAgentInput!) { logInAgent(input: $input) { __typename ... on TotpRequired { challenge } } }`;
const CONFIRM = `mutation($input: ConfirmTotpInput!) { confirmTotp(input: $input) { __typename } }`;

/** The people at one office, taking turns. */
export class Desk {
  #turn = 0;

  private constructor(
    private readonly calls: Calls,
    private readonly cookies: readonly string[],
  ) {}

  static async open(calls: Calls): Promise<Desk> {
    const cookies: string[] = [];
    for (const [username, letter] of AGENTS) cookies.push(await signedIn(calls, username, letter));
    return new Desk(calls, cookies);
  }

  /** Looks at the queue, takes the next case, opens it, and gives it back. */
  async takeCase(): Promise<void> {
    const ask = this.#somebody();
    await ask('queueCounts');
    await ask('replacementQueue');
    const { data } = await ask('claimNext');
    if (data.__typename !== 'RequestClaimed') return;
    const { ticket } = data.request as { ticket: string };
    await ask('replacementRequest', { ticket });
    await ask('releaseClaim', { ticket });
  }

  /** Somebody rings: finds the account by its email, opens it, looks for a message that did not come. */
  async lookUp(town: Town): Promise<void> {
    const ask = this.#somebody();
    const identifier = town.usernameOf(town.resident());
    const { data } = await ask('lookUpAccount', { input: { identifier, purpose: 'PHONE_CALL' } });
    const id = data.accounts?.[0]?.id as string | undefined;
    if (id) await ask('account', { id });
    await ask('deliveries');
  }

  #somebody(): (operation: Operation, variables?: object) => Promise<Reply> {
    this.#turn += 1;
    const cookie = this.cookies[this.#turn % this.cookies.length] ?? '';
    return (operation, variables) =>
      this.calls.ask({
        ...{ operation, query: DOCUMENTS[operation], variables, path: '/helpdesk/graphql' },
        headers: { cookie },
      });
  }
}

async function signedIn(calls: Calls, username: string, letter: string): Promise<string> {
  const ask = (query: string, input: object) =>
    calls.ask({ operation: 'agent signs in', query, variables: { input }, path: '/helpdesk/graphql' });
  const secret = Secret.fromBase32(`DEMOAGENT${letter}`.padEnd(32, 'A'));
  for (let tries = 0; tries < 3; tries += 1) {
    const { data } = await ask(LOG_IN, { username, password: PASSWORD });
    const code = new TOTP({ secret }).generate();
    const confirmed = await ask(CONFIRM, { challenge: data.challenge, code });
    if (confirmed.data.__typename === 'AgentLoggedIn' && confirmed.cookie) return confirmed.cookie;
    await pause(31_000); // this step's code is spent: somebody used it a moment ago
  }
  throw new Error('The demo agent could not sign in.');
}
