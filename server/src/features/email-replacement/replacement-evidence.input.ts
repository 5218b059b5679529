import { Field, InputType, Int } from 'type-graphql';

import { opaque, Shaped } from '../../platform/graphql/shaped.js';
import { EvidenceKind } from './evidence-kind.js';

@InputType()
export class CreateEvidenceUploadInput {
  @Field(() => String)
  @Shaped(opaque(1, 100))
  ticketToken!: string;

  @Field(() => EvidenceKind)
  kind!: EvidenceKind;

  @Field(() => String, { description: 'image/jpeg, image/png or application/pdf; the bytes have to agree.' })
  @Shaped(opaque(1, 100))
  contentType!: string;

  @Field(() => Int, { description: 'Bytes; the upload has exactly as many.' })
  size!: number;
}
