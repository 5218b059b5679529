import type { App } from './app.js';
import { newPerson, type Person, profileInput } from './people.js';

export interface Company {
  readonly kind: string;
  readonly name: string;
  readonly npwp: string;
  readonly registrationNumber: string;
}

let companies = 0;

/** An invented company, different every time; the last digits keep clear of those that mean something to the local registry. */
export function newCompany(): Company {
  companies += 1;
  const number = String(companies).padStart(2, '0');
  return {
    kind: 'PT',
    name: `PT Contoh ${number}`,
    npwp: `10000000999999${number}`,
    registrationNumber: `AHU-99999${number}.AH.01.01.TAHUN 2025`,
  };
}

/** What the first step asks of anybody but individuals, by email; `more` is laid over it. */
export async function entityStart(app: App, person: Person, more: object = {}) {
  return {
    scale: 'NON_UMK',
    actor: 'BUSINESS_ENTITY',
    identity: { nik: person.nik },
    entity: newCompany(),
    channel: 'EMAIL',
    contact: person.email,
    captcha: await app.captcha('REGISTER'),
    ...more,
  };
}

/** What the last step asks of anybody but individuals. */
export function entityProfile(registrationToken: string, person: Person = newPerson()) {
  const { sex: _, ...asked } = profileInput(person, registrationToken);
  return { ...asked, position: 'Direktur' };
}
