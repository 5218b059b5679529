import { registerEnumType } from 'type-graphql';

/** Who asks: the actor or responsible person, or somebody with a power of attorney and in which capacity. */
export enum RequesterKind {
  OWNER = 'OWNER',
  PROXY_EMPLOYEE = 'PROXY_EMPLOYEE',
  PROXY_NOTARY = 'PROXY_NOTARY',
  PROXY_CONSULTANT = 'PROXY_CONSULTANT',
}
registerEnumType(RequesterKind, { name: 'RequesterKind' });
