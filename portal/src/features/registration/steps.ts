import { useAnswers } from '../../platform/kept-answers.ts';
import { usePath } from '../../platform/router.tsx';
import { type Flow, type Place, placeOf } from '../../platform/steps.ts';
import { useTabMemory } from '../../platform/tab-memory.ts';
import { type Answers, answers, isEntity } from './answers.ts';
import { type Draft, draft } from './draft.ts';

interface Known {
  readonly given: Answers;
  readonly begun: Draft | null;
}

/** A reload forgets what was typed; who registers is kept with the draft. */
const forEntities = ({ given, begun }: Known) => isEntity(begun ?? given);
/** What the service has already is done. */
const orBegun =
  (isDone: (given: Answers) => boolean) =>
  ({ given, begun }: Known) =>
    begun !== null || isDone(given);

const identified = ({ identityBy, nik, passport }: Answers) => (identityBy === 'NIK' ? nik : passport) !== '';

export const FLOW: Flow<Known> = {
  end: '/daftar/selesai',
  // A proven contact is proven: what led to it can only be begun anew.
  firstOpen: ({ begun }) => (begun?.verified ? '/daftar/kata-sandi' : '/daftar/jenis'),
  steps: [
    { path: '/daftar/jenis', number: 1, isDone: orBegun(({ scale }) => scale !== undefined) },
    { path: '/daftar/pelaku', number: 2, isDone: orBegun(({ actor }) => actor !== undefined) },
    {
      path: '/daftar/badan-usaha',
      number: 3,
      isFor: forEntities,
      isDone: orBegun(({ entityName, entityKind }) => entityName !== '' && entityKind !== ''),
    },
    { path: '/daftar/identitas', number: 3, isDone: orBegun(identified) },
    { path: '/daftar/kontak', number: 4, isDone: ({ begun }) => begun !== null },
    { path: '/daftar/kode', number: 5, isDone: ({ begun }) => begun?.verified === true },
    { path: '/daftar/kata-sandi', number: 6, isDone: ({ given }) => given.password !== '' },
    { path: '/daftar/profil', number: 7, isDone: ({ given }) => given.fullName !== '' },
    {
      path: '/daftar/profil/jabatan',
      number: 7,
      isFor: forEntities,
      isDone: ({ given }) => given.position !== '',
    },
    {
      path: '/daftar/profil/alamat',
      number: 7,
      isDone: ({ given }) => given.street !== '' && given.regionCode !== '',
    },
    { path: '/daftar/profil/npwp', number: 7, isFor: (known) => !forEntities(known), isDone: () => true },
    { path: '/daftar/profil/kontak-kedua', number: 7, isDone: () => true },
    { path: '/daftar/periksa', number: 8, isDone: () => false },
  ],
};

/** Where this page stands in the flow. Whoever mends one answer goes back to the page that shows them all. */
export function usePlace(): Place {
  const path = usePath();
  const [given] = useAnswers(answers);
  const begun = useTabMemory(draft);
  const place = placeOf(FLOW, path, { given, begun });
  // The check sends on whoever has not come that far, so whoever only types the password again goes on where they were.
  const goesOn = given.mending || (path === '/daftar/kata-sandi' && given.fullName !== '');
  return goesOn ? { ...place, next: '/daftar/periksa' } : place;
}
