import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type App, startApp } from '../kit/app.js';
import { active, LOGIN, loggedIn, newPerson, outcome } from '../kit/people.js';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

describe('registering', () => {
  it('ends in an account its owner can log in to with username, email or phone', async () => {
    const person = newPerson();
    const known = await active(app, { whatsapp: person.phone }, person);
    expect(await loggedIn(app, known)).toBeTruthy();
    const byEmail = await app.ask(LOGIN, {
      input: { identifier: known.email.toUpperCase(), password: known.password },
    });
    expect(outcome(byEmail, 'LoggedIn').account.username).toBe(known.username);
  });
});
