import { ObjectType } from 'type-graphql';

import { Problem } from '../platform/graphql/problem.js';

// Unknown and already-used links answer alike, so neither can be probed for.
@ObjectType({ implements: Problem, description: 'No such unused link.' })
export class LinkRejected extends Problem {
  readonly words = {
    id: 'Tautan ini tidak berlaku. Mungkin sudah dipakai atau diganti oleh pesan yang lebih baru.',
    en: 'This link is not valid. It may have been used, or replaced by a newer message.',
  };
}

@ObjectType({ implements: Problem, description: 'The link was once good.' })
export class LinkExpired extends Problem {
  readonly words = {
    id: 'Tautan ini sudah kedaluwarsa. Hubungi DPMPTSP setempat bila Anda memerlukan bantuan.',
    en: 'This link has expired. Ask the local licensing office (DPMPTSP) if you need help.',
  };
}
