import { afterAll, beforeAll, expect, it } from 'vitest';

import { LoginThrottle } from '../../server/src/account/login-throttle.entity.js';
import { LOGIN } from '../kit/account-operations.js';
import { type App, anotherProcess, startApp } from '../kit/app.js';
import { active, type Registered } from '../kit/people.js';

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

it('leaves no failure behind when many people of one network log in rightly at once', async () => {
  const people: Registered[] = [];
  for (let number = 0; number < 8; number += 1) people.push(await active(app));
  const login = (person: Registered, by: App) => {
    const input = { identifier: person.username, password: person.password };
    return by.ask(LOGIN, { input });
  };
  for (let round = 0; round < 6; round += 1) {
    const answers = await Promise.all(people.map((person, at) => login(person, at % 2 ? app : other)));
    expect(new Set(answers.map(({ data }) => data.login.__typename))).toEqual(new Set(['LoggedIn']));
  }
  const counted = await app.db.rows.find(LoginThrottle);
  expect(counted.filter(({ inWindow, inARow }) => inWindow > 0 || inARow > 0)).toEqual([]);
});
