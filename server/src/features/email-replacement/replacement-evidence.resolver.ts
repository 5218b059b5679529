import { Arg, Mutation, Resolver } from 'type-graphql';

import { Sensitive } from '../../platform/graphql/once-per-request.js';
import { CreateEvidenceUploadInput } from './replacement-evidence.input.js';
import { CreateEvidenceUploadResult } from './replacement-evidence.result.js';
import type { ReplacementEvidenceService } from './replacement-evidence.service.js';

@Resolver()
export class ReplacementEvidenceResolver {
  constructor(private readonly evidence: ReplacementEvidenceService) {}

  @Sensitive()
  @Mutation(() => CreateEvidenceUploadResult)
  createEvidenceUpload(
    @Arg('input', () => CreateEvidenceUploadInput) input: CreateEvidenceUploadInput,
  ): Promise<CreateEvidenceUploadResult> {
    return this.evidence.createUpload(input);
  }
}
