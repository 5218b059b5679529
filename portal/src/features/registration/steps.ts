import { type Answers, isEntity } from './answers.ts';
import type { Draft } from './draft.ts';

interface Known {
  readonly answers: Answers;
  readonly draft: Draft | null;
}

interface Step {
  readonly path: string;
  /** The number people see; the pages of a profile are one step. */
  readonly number: number;
  readonly isFor?: (known: Known) => boolean;
  /** Whether one may go on to the next. */
  readonly isDone: (known: Known) => boolean;
}

export const STEP_COUNT = 9;

const forEntities = ({ answers }: Known) => isEntity(answers);
const withOwnNpwp = ({ answers }: Known) => !isEntity(answers);
/** What the service has already is done, also when a reload has forgotten what was typed. */
const begun =
  (isDone: (answers: Answers) => boolean) =>
  ({ answers, draft }: Known) =>
    draft !== null || isDone(answers);

const identified = ({ identityBy, nik, passport }: Answers) => (identityBy === 'NIK' ? nik : passport) !== '';

export const STEPS: readonly Step[] = [
  { path: '/daftar/jenis', number: 1, isDone: begun(({ scale }) => scale !== undefined) },
  { path: '/daftar/pelaku', number: 2, isDone: begun(({ actor }) => actor !== undefined) },
  {
    path: '/daftar/badan-usaha',
    number: 3,
    isFor: forEntities,
    isDone: begun(({ entityName, entityKind }) => entityName !== '' && entityKind !== ''),
  },
  { path: '/daftar/identitas', number: 3, isDone: begun(identified) },
  { path: '/daftar/kontak', number: 4, isDone: ({ draft }) => draft !== null },
  { path: '/daftar/kode', number: 5, isDone: ({ draft }) => draft?.verified === true },
  { path: '/daftar/kata-sandi', number: 6, isDone: ({ answers }) => answers.password !== '' },
  { path: '/daftar/profil', number: 7, isDone: ({ answers }) => answers.fullName !== '' },
  {
    path: '/daftar/profil/jabatan',
    number: 7,
    isFor: forEntities,
    isDone: ({ answers }) => answers.position !== '',
  },
  {
    path: '/daftar/profil/alamat',
    number: 7,
    isDone: ({ answers }) => answers.street !== '' && answers.regionCode !== '',
  },
  { path: '/daftar/profil/npwp', number: 7, isFor: withOwnNpwp, isDone: () => true },
  { path: '/daftar/profil/kontak-kedua', number: 7, isDone: () => true },
  { path: '/daftar/periksa', number: 8, isDone: () => false },
];

export const stepsFor = (known: Known): Step[] => STEPS.filter(({ isFor }) => !isFor || isFor(known));

/** The page somebody may be on: the one asked for, or the first before it that is not done. */
export function allowedPath(asked: string, known: Known): string {
  const steps = stepsFor(known);
  const at = steps.findIndex(({ path }) => path === asked);
  const last = steps.findIndex((step) => !step.isDone(known));
  // A proven contact is proven: what led to it cannot be changed any more, only begun anew.
  const first = known.draft?.verified ? steps.findIndex(({ path }) => path === '/daftar/kata-sandi') : 0;
  return at >= first && at <= last ? asked : (steps[last]?.path ?? asked);
}

export function neighbours(path: string, known: Known): { back: string | undefined; next: string } {
  const paths = stepsFor(known).map((step) => step.path);
  const at = paths.indexOf(path);
  const first = known.draft?.verified ? paths.indexOf('/daftar/kata-sandi') : 0;
  return { back: at > first ? paths[at - 1] : undefined, next: paths[at + 1] ?? '/daftar/selesai' };
}
