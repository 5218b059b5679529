import { registerEnumType } from 'type-graphql';

/** AWAITING_ACTIVATION → ACTIVE ⇄ BLOCKED; any of them → CLOSED (docs/flows/registration.md). */
export enum AccountStatus {
  AWAITING_ACTIVATION = 'AWAITING_ACTIVATION',
  ACTIVE = 'ACTIVE',
  BLOCKED = 'BLOCKED',
  CLOSED = 'CLOSED',
}
registerEnumType(AccountStatus, { name: 'AccountStatus' });
