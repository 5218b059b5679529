import { Account } from '../../server/src/account/account.entity.js';
import { AccountStatus } from '../../server/src/account/account-status.js';
import { MINUTE_MS } from '../../server/src/platform/clock.js';
import { ACTIVATE, COMPLETE, LOGIN } from './account-operations.js';
import type { Answer, App } from './app.js';
import {
  activationToken,
  loggedIn,
  newPerson,
  outcome,
  type Person,
  profileInput,
  proven,
  type Registered,
} from './people.js';

export const NEW_PASSWORD = 'Teh-Talua-91-sore';

export const REQUEST_RESET = /* GraphQL */ `
  mutation RequestReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      __typename
      ... on PasswordResetRequested { message resendAvailableAt }
      ... on TooManyRequests { retryAt }
      ... on Problem { message }
    }
  }
`;
export const RESET = /* GraphQL */ `
  mutation Reset($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      __typename
      ... on PasswordReset { endedSessions }
      ... on PasswordRejected { reasons }
      ... on TooManyRequests { retryAt }
      ... on Problem { message }
    }
  }
`;

const CHANGE = /* GraphQL */ `
  mutation($input: RequestContactChangeInput!) { requestContactChange(input: $input) { __typename } }
`;
const CONFIRM = /* GraphQL */ `
  mutation($input: ConfirmContactChangeInput!) { confirmContactChange(input: $input) { __typename } }
`;

type Channel = 'EMAIL' | 'WHATSAPP';

/** An active account whose email and number are both proven. */
export async function reachable(app: App, person: Person = newPerson()): Promise<Registered> {
  const token = await proven(app, person, 'WHATSAPP');
  const input = { ...profileInput(person, token), email: person.email };
  const { username } = outcome(await app.ask(COMPLETE, { input }), 'RegistrationCompleted');
  const known = { ...person, username };
  const opened = await app.ask(ACTIVATE, { input: { token: await activationToken(app, known) } });
  outcome(opened, 'AccountActivated');
  return known;
}

/** Asks for a new password. */
export async function askReset(
  app: App,
  identifier: string,
  channel: Channel = 'EMAIL',
  headers: Record<string, string> = {},
): Promise<Answer> {
  const input = { identifier, channel, captcha: await app.captcha('PASSWORD_RESET') };
  return app.ask(REQUEST_RESET, { input }, undefined, headers);
}

/** The part behind `#` of the newest link of this kind at this address. */
export async function tokenAt(app: App, to: string, kind: string): Promise<string> {
  return new URL((await app.latest(to, kind)).link ?? '').hash.slice(1);
}

/** …and the newest link that came of asking. */
export async function resetToken(app: App, known: Registered, channel: Channel = 'EMAIL'): Promise<string> {
  outcome(await askReset(app, known.username, channel), 'PasswordResetRequested');
  return tokenAt(app, channel === 'EMAIL' ? known.email : known.e164, 'PASSWORD_RESET_LINK');
}

export const reset = (app: App, token: string, newPassword = NEW_PASSWORD): Promise<Answer> =>
  app.ask(RESET, { input: { token, newPassword } });

export const logIn = (app: App, identifier: string, password: string): Promise<Answer> =>
  app.ask(LOGIN, { input: { identifier, password } });

/** Somebody with the password moves one contact of the account to where `person` is reached. */
export async function changeContact(app: App, known: Registered, channel: Channel, person: Person) {
  const [contact, at] = channel === 'EMAIL' ? [person.email, person.email] : [person.phone, person.e164];
  app.passTime(MINUTE_MS); // a while after the activation
  const session = await loggedIn(app, known);
  const input = { channel, contact, password: known.password };
  outcome(await app.ask(CHANGE, { input }, session), 'ContactChangeRequested');
  const { code } = await app.latest(at, 'CONTACT_CHANGE_CODE');
  outcome(await app.ask(CONFIRM, { input: { channel, code } }, session), 'Account');
}

/** As an agent will: the state goes first, then all that is open. */
export async function block(app: App, { username }: Registered): Promise<void> {
  const { identifiers, change } = app.house;
  const id = (await identifiers.ownerOf(username)) ?? '';
  await app.db.transact(async (tx) => {
    const account = await tx.findOneByOrFail(Account, { id });
    await change.apply(tx, account, { reason: 'BLOCKED', set: { status: AccountStatus.BLOCKED } });
  });
}

export const FIND = /* GraphQL */ `
  query Find($input: FindAccountsInput!) {
    findAccounts(input: $input) {
      __typename
      ... on AccountsFound { accounts { lookupId username contacts { channel value } status } }
      ... on TooManyRequests { retryAt }
      ... on Problem { message }
    }
  }
`;
export const REMIND = /* GraphQL */ `
  mutation Remind($input: SendAccountReminderInput!) {
    sendAccountReminder(input: $input) {
      __typename
      ... on AccountReminderRequested { message }
      ... on TooManyRequests { retryAt }
      ... on Problem { message }
    }
  }
`;

/** Looks accounts up by NIK; `more` is laid over the input. */
export async function find(app: App, nik: string, more: object = {}, headers: Record<string, string> = {}) {
  const input = { nik, hasNib: false, captcha: await app.captcha('FIND_ACCOUNT'), ...more };
  return app.ask(FIND, { input }, undefined, headers);
}

/** …and answers them; fails the test when the look-up was refused. */
export async function found(app: App, nik: string, more: object = {}): Promise<FoundAccount[]> {
  return outcome(await find(app, nik, more), 'AccountsFound').accounts;
}

export interface FoundAccount {
  readonly lookupId: string;
  readonly username: string;
  readonly contacts: { readonly channel: Channel; readonly value: string }[];
  readonly status: string;
}

export const remind = (app: App, lookupId: string, channel: Channel = 'EMAIL'): Promise<Answer> =>
  app.ask(REMIND, { input: { lookupId, channel } });

export const REPORT = /* GraphQL */ `
  mutation Report($input: ReportNotMeInput!) {
    reportNotMe(input: $input) {
      __typename
      ... on AccountSecured { endedSessions }
      ... on Problem { message }
    }
  }
`;

export const report = (app: App, token: string): Promise<Answer> => app.ask(REPORT, { input: { token } });

const CHANGE_PASSWORD = /* GraphQL */ `
  mutation($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }
`;

/** Somebody with the password sets another. */
export async function changePassword(app: App, known: Registered, newPassword: string): Promise<void> {
  const input = { currentPassword: known.password, newPassword };
  outcome(await app.ask(CHANGE_PASSWORD, { input }, await loggedIn(app, known)), 'PasswordChanged');
}
