import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';

import { Problem } from '../../platform/graphql/problem.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import { type EvidenceFault, wordsOfFault } from './evidence-fault.js';
import { TicketRejected } from './replacement-application.result.js';

@ObjectType({ description: 'PUT the bytes to `url` once, before `expiresAt`.' })
export class EvidenceUpload {
  @Field(() => ID)
  readonly evidenceId!: string;

  @Field(() => String)
  readonly url!: string;

  @Field(() => Int)
  readonly maxSize!: number;

  @Field(() => Date)
  readonly expiresAt!: Date;

  constructor(upload: EvidenceUpload) {
    Object.assign(this, upload);
  }
}

@ObjectType({
  implements: Problem,
  description: 'Such a file is not taken; the sentence says what would be.',
})
export class EvidenceRejected extends Problem {
  constructor(
    fault: EvidenceFault,
    readonly words = wordsOfFault(fault),
  ) {
    super();
  }
}

export const CreateEvidenceUploadResult = createUnionType({
  name: 'CreateEvidenceUploadResult',
  types: () => [EvidenceUpload, EvidenceRejected, TicketRejected, TooManyRequests] as const,
});
export type CreateEvidenceUploadResult = typeof CreateEvidenceUploadResult;
