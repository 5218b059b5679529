import { ObjectType } from 'type-graphql';

import { Problem } from '../platform/graphql/problem.js';

// What lies with another office and what does not exist answer alike (R57).
@ObjectType({
  implements: Problem,
  description: 'No such thing, or not one this agent may see; both answer alike.',
})
export class NotFound extends Problem {
  readonly words = {
    id: 'Tidak ditemukan, atau tidak termasuk wilayah kantor Anda. Periksa nomornya; bila pemohon dari daerah lain, arahkan ke kantor di daerahnya.',
    en: 'Not found, or not within the region of your office. Check the number; somebody from elsewhere is served by the office there.',
  };
}
