import { Identifier } from '../../server/src/account/identifier.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import type { AuditEventName } from '../../server/src/platform/audit/audit-events.js';
import type { AtDesk } from './agents.js';
import type { App } from './app.js';
import { active, outcome, type Person, type Registered, registered } from './people.js';

export const LOOK_UP = /* GraphQL */ `
  mutation LookUp($input: LookUpAccountInput!) {
    lookUpAccount(input: $input) {
      __typename
      ... on AccountsLookedUp {
        recognisedAs
        nothingFound
        hint
        accounts { id username fullName status actor entityName nik nib regionName email { value } whatsapp { value } }
      }
      ... on TooManyRequests { retryAt }
      ... on Problem { message }
    }
  }
`;
export const OPEN = /* GraphQL */ `
  query Open($id: ID!) {
    account(id: $id) {
      id username fullName status actor entityName nik npwp passport nib birthDate regionName createdAt activatedAt
      email { channel value verifiedAt }
      whatsapp { channel value verifiedAt }
      allowedActions { action allowed reason }
    }
  }
`;
export const REVEAL = /* GraphQL */ `
  mutation Reveal($input: RevealInput!) {
    reveal(input: $input) {
      __typename
      ... on Revealed { values { field value } expiresAt }
      ... on TooManyRequests { retryAt }
      ... on Problem { message }
    }
  }
`;
const DELIVERY = `id kind channel destination status statusReason nextStep queuedAt updatedAt nextTryAt providerReference
  attempts { at outcome detail }`;
export const RESEND_BY_AGENT = /* GraphQL */ `
  mutation ResendByAgent($input: ResendActivationByAgentInput!) {
    resendActivation(input: $input) {
      __typename
      ... on ActivationResent { delivery { ${DELIVERY} } }
      ... on ResendRefused { retryAt alreadySent { ${DELIVERY} } }
      ... on Problem { message }
    }
  }
`;
export const DELIVERIES = /* GraphQL */ `
  query Deliveries($filter: DeliveryFilter!, $first: Int! = 50, $after: String) {
    deliveries(filter: $filter, first: $first, after: $after) {
      items { ${DELIVERY} }
      endCursor
      hasNextPage
    }
  }
`;

/** Kota Bandung, where agents of these tests sit. */
export const IN_BANDUNG = {
  address: { street: 'Jalan Contoh 5', regionCode: '32.73', postalCode: '40115' },
};

export interface OnFile extends Registered {
  readonly id: string;
}

export async function accountIdOf(app: App, username: string): Promise<string> {
  return (await app.db.rows.findOneByOrFail(Identifier, { contactKey: username })).accountId;
}

/** An active account that the office in Bandung serves; `more` is added to the last step of its registration. */
export async function onFile(app: App, more: object = {}, person?: Person): Promise<OnFile> {
  const known = await active(app, { ...IN_BANDUNG, ...more }, person);
  return { ...known, id: await accountIdOf(app, known.username) };
}

/** …one that waits for its activation. */
export async function waiting(app: App, more: object = {}, person?: Person): Promise<OnFile> {
  const known = await registered(app, { ...IN_BANDUNG, ...more }, person);
  return { ...known, id: await accountIdOf(app, known.username) };
}

/** What an agent finds by an identifier, as a caller on the phone gives it. */
export const lookUp = (agent: AtDesk, identifier: string, more: object = {}) =>
  agent.ask(LOOK_UP, { input: { identifier, purpose: 'PHONE_CALL', ...more } });

export async function foundBy(agent: AtDesk, identifier: string): Promise<string[]> {
  const { accounts } = outcome(await lookUp(agent, identifier), 'AccountsLookedUp');
  return accounts.map(({ username }: { username: string }) => username);
}

/** What the trail holds of an agent, oldest first. */
export async function trailOf(
  app: App,
  { id }: { id: string },
  event: AuditEventName,
): Promise<AuditEvent[]> {
  return app.db.rows.find(AuditEvent, { where: { actorId: id, event }, order: { at: 'ASC', id: 'ASC' } });
}
