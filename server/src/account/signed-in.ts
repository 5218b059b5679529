import { GraphQLError } from 'graphql';

import type { PublicContext } from './public-context.js';
import type { SignedIn } from './sessions.js';

const WORDS = {
  id: 'Silakan masuk lebih dahulu; sesi Anda tidak ada atau sudah berakhir.',
  en: 'Please log in first; there is no session, or it has ended.',
};

/** The session of the request; throws `UNAUTHENTICATED` without a good one. */
export async function whoIsSignedIn(context: PublicContext): Promise<SignedIn> {
  const signedIn = await context.signedIn();
  if (signedIn) return signedIn;
  throw new GraphQLError(WORDS[context.language], { extensions: { code: 'UNAUTHENTICATED' } });
}
