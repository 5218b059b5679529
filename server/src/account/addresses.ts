import type { FieldFault } from '../platform/graphql/invalid-input.js';
import { text } from '../platform/graphql/shaped.js';
import { REGION_NOT_LISTED, readRegionCode } from '../platform/regions/region-code.js';
import type { RegionList } from '../platform/regions/region-list.js';
import { valueIn } from '../platform/words/fault.js';
import type { AddressInput } from './address.input.js';
import { ActorKind } from './business-actor.js';
import { isCountry } from './country.js';
import { readPostalCode } from './postal-code.js';

/** As stored: code with the names and the list of that day (domain.md 4.10). */
export interface AddressRead {
  readonly street: string;
  readonly regionCode: string;
  readonly regionName: string;
  readonly regionListVersion: string;
  readonly postalCode: string | null;
}

const REGENCY_LEVEL = 2;
const readStreet = text(3, 200);

export class Addresses {
  constructor(private readonly regions: RegionList) {}

  /** The address, or the faults of its fields below `address.`. An office is found by the regency, so a province alone is too little. */
  async read(input: AddressInput, actor: ActorKind): Promise<AddressRead | FieldFault[]> {
    const street = valueIn(readStreet(input.street));
    const country = input.regionCode.trim().toUpperCase();
    if (actor === ActorKind.FOREIGN_ENTITY && isCountry(country)) {
      const postalCode = input.postalCode?.trim() || null;
      return {
        street,
        regionCode: country,
        regionName: country,
        regionListVersion: 'ISO 3166-1',
        postalCode,
      };
    }
    const code = readRegionCode(input.regionCode);
    const postal = input.postalCode ? readPostalCode(input.postalCode) : null;
    const region = 'fault' in code ? undefined : await this.regions.find(code.value);
    const listed = region && region.level >= REGENCY_LEVEL;
    const faults = [
      ...(listed
        ? []
        : [{ field: 'address.regionCode', fault: 'fault' in code ? code.fault : REGION_NOT_LISTED }]),
      ...(postal && 'fault' in postal ? [{ field: 'address.postalCode', fault: postal.fault }] : []),
    ];
    if (!listed || faults.length > 0) return faults;
    return {
      street,
      regionCode: region.code,
      regionName: region.path,
      regionListVersion: this.regions.version,
      postalCode: postal ? valueIn(postal) : null,
    };
  }
}
