import { IsOptional, ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';

import { AddressInput } from '../../account/address.input.js';
import { readNib } from '../../account/nib.js';
import { readPersonName } from '../../account/person-name.js';
import { opaque, Shaped } from '../../platform/graphql/shaped.js';

@InputType({ description: 'What is left out stays as it is.' })
export class UpdateProfileInput {
  @Field(() => String, { nullable: true, description: 'Checked against the population registry.' })
  @IsOptional()
  @Shaped(readPersonName)
  fullName?: string | null;

  @Field(() => AddressInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  address?: AddressInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'Checked against the tax registry; an entity’s own for an entity.',
  })
  @IsOptional()
  @Shaped(opaque(1, 40))
  npwp?: string | null;

  @Field(() => String, { nullable: true, description: '13 digits.' })
  @IsOptional()
  @Shaped(readNib)
  nib?: string | null;
}
