import { Arg, ID, Query, Resolver } from 'type-graphql';

import { InvalidInput } from '../graphql/invalid-input.js';
import { Urgent } from '../graphql/urgency.js';
import { ListedRegion } from './region.type.js';
import { REGION_RETIRED, readRegionCode } from './region-code.js';
import type { RegionList } from './region-list.js';

@Resolver()
export class RegionsResolver {
  constructor(private readonly list: RegionList) {}

  @Urgent('REGISTRATION')
  @Query(() => [ListedRegion], {
    description: 'Provinces without `parent`; else the regions one level below it.',
  })
  async regions(
    @Arg('parent', () => ID, { nullable: true }) parent?: string | null,
  ): Promise<ListedRegion[]> {
    if (parent === undefined || parent === null) return this.list.children();
    const code = readRegionCode(parent);
    if (!('fault' in code)) return this.list.children(code.value);
    if (code.fault.code === REGION_RETIRED.code) return [];
    throw new InvalidInput([{ field: 'parent', fault: code.fault }]);
  }
}
