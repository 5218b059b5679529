import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOGIN } from '../kit/account-operations.js';
import { type Answer, type App, anotherProcess, startApp } from '../kit/app.js';
import { broken } from '../kit/broken.js';
import { active, loggedIn, type Registered, said } from '../kit/people.js';
import { NEW_PASSWORD, reset, resetToken } from '../kit/recovery.js';
import { rounds } from '../kit/rounds.js';

const ME = '{ me { username } }';
const CHANGE_PASSWORD = /* GraphQL */ `
  mutation($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }
`;
/** Of so many the last are asked a captcha, once the first have failed. */
const LOGINS = 6;

let app: App;
let other: App;
beforeAll(async () => {
  app = await startApp();
  other = await anotherProcess(app);
});
afterAll(async () => {
  await other.stop();
  await app.stop();
});

/** Logins by the password of until now, every other one at the second process. */
const logins = ({ username: identifier, password }: Registered): Promise<Answer>[] =>
  Array.from({ length: LOGINS }, (_, at) =>
    (at % 2 ? app : other).ask(LOGIN, { input: { identifier, password } }),
  );

/** A login reads the account, takes its time over the hash, and opens a session: a change may come in between. */
describe('a login with the old password', () => {
  it('while its owner changes it is refused or ended, and leaves no session of dead credentials', async () => {
    for (let round = 0; round < rounds(4, 300); round += 1) {
      const person = await active(app);
      const session = await loggedIn(app, person);
      const input = { currentPassword: person.password, newPassword: NEW_PASSWORD };
      const change = app.ask(CHANGE_PASSWORD, { input }, session);
      const answers = await Promise.all(logins(person));
      expect(said(await change)).toBe('PasswordChanged');
      for (const answer of answers) {
        const { token } = answer.data.login;
        if (token) expect((await app.ask(ME, {}, token)).data?.me ?? null).toBeNull();
      }
    }
    expect(await broken(app)).toEqual({});
  });

  it('while a link sets another is refused or ended likewise', async () => {
    for (let round = 0; round < rounds(4, 300); round += 1) {
      const person = await active(app);
      const token = await resetToken(app, person);
      const answers = logins(person);
      expect(said(await reset(app, token))).toBe('PasswordReset');
      await Promise.all(answers);
    }
    expect(await broken(app)).toEqual({});
  });
});
