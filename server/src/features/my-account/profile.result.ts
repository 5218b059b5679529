import { createUnionType } from 'type-graphql';

import { AccountView } from '../../account/account.type.js';
import { IdentityMismatch } from '../../account/identity-mismatch.result.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';

export const UpdateProfileResult = createUnionType({
  name: 'UpdateProfileResult',
  types: () => [AccountView, IdentityMismatch, TooManyRequests] as const,
});
export type UpdateProfileResult = typeof UpdateProfileResult;
