import { setTimeout as pause } from 'node:timers/promises';

import { printed } from './processes.js';

const PASSWORD = 'Kopi-Tubruk-88-meja';
const LOG_IN =
  'mutation($i: LogInAgentInput!) { logInAgent(input: $i) { ... on TotpRequired { challenge } } }';
const CONFIRM = 'mutation($i: ConfirmTotpInput!) { confirmTotp(input: $i) { __typename } }';

/** The cookie of a demo agent who signed in with password and code, as a browser would keep it. */
export async function atDesk(base: string, username: string): Promise<string> {
  const login = await askDesk(base, '', LOG_IN, { i: { username, password: PASSWORD } });
  const { challenge } = login.data.logInAgent;
  const confirmed = await askDesk(base, '', CONFIRM, { i: { challenge, code: await codeOf(username) } });
  if (!confirmed.cookie) throw new Error(`${username} could not sign in: ${JSON.stringify(confirmed)}`);
  return confirmed.cookie;
}

const spent = new Map<string, string>();

/** What the authenticator of a demo agent shows now. A code is good once: whoever signs in again waits for the next. */
async function codeOf(username: string): Promise<string> {
  for (;;) {
    const codes = await printed('node', ['dist/server/commands/demo-totp.js']);
    await codes.stop();
    const code = new RegExp(`^${username}\\s+(\\d{6})`, 'm').exec(codes.line)?.[1] ?? '';
    if (code !== spent.get(username)) {
      spent.set(username, code);
      return code;
    }
    await pause(1000);
  }
}

/** One question to the desk's API, with the cookie that is good afterwards. */
export async function askDesk(
  base: string,
  cookie: string,
  query: string,
  variables: object = {},
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the fields its document asked for.
): Promise<any> {
  const headers = { 'content-type': 'application/json', origin: base, ...(cookie ? { cookie } : {}) };
  const body = JSON.stringify({ query, variables });
  const reply = await fetch(`${base}/helpdesk/graphql`, { method: 'POST', headers, body });
  const given = reply.headers.getSetCookie()[0]?.split(';')[0];
  return { ...((await reply.json()) as object), cookie: given ?? cookie };
}
