import type { Seal } from '../../platform/crypto/seal.js';

type SealedFact = 'nik' | 'nib' | 'identifier' | 'formerEmail';

/** What of a case is sealed to it and to its field: a value moved to another row no longer opens. */
export class SealedFacts {
  constructor(private readonly seal: Seal) {}

  close(requestId: string, fact: SealedFact, value: string): string {
    return this.seal.close(value, `replacement:${fact}:${requestId}`);
  }

  open(requestId: string, fact: SealedFact, sealed: string): string {
    return this.seal.open(sealed, `replacement:${fact}:${requestId}`);
  }
}
