import { InvalidInput } from '../platform/graphql/invalid-input.js';
import { fault, valueIn } from '../platform/words/fault.js';
import { readNib } from './nib.js';

const NIB_NEEDED = fault('NIB_NEEDED', {
  id: 'Anda menyatakan punya NIB. Isi NIB, atau pilih tidak punya NIB.',
  en: 'You said that there is an NIB. Enter it, or choose to have none.',
});
const NIB_DENIED = fault('NIB_DENIED', {
  id: 'Anda menyatakan tidak punya NIB, tetapi NIB terisi. Sesuaikan salah satunya.',
  en: 'You said that there is no NIB, but entered one. Change one of the two.',
});

interface Stated {
  readonly hasNib: boolean;
  readonly nib?: string | null;
}

/** "Do you have an NIB?" and the number belong together; throws `InvalidInput` naming both where they do not (R03). */
export function nibStated({ hasNib, nib }: Stated): string | null {
  if (hasNib === Boolean(nib)) return nib ? valueIn(readNib(nib)) : null;
  const contradiction = hasNib ? NIB_NEEDED : NIB_DENIED;
  throw new InvalidInput(['hasNib', 'nib'].map((field) => ({ field, fault: contradiction })));
}
