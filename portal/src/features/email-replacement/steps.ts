import { useAnswers } from '../../platform/kept-answers.ts';
import { usePath } from '../../platform/router.tsx';
import { type Flow, type Place, placeOf } from '../../platform/steps.ts';
import { useTabMemory } from '../../platform/tab-memory.ts';
import { type Answers, answers } from './answers.ts';
import { type Ticket, ticket } from './ticket.ts';

interface Known {
  readonly given: Answers;
  readonly open: Ticket | null;
}

const ROOT = '/email-tidak-aktif';
/** What the service has already is done, also when a reload has forgotten what was typed. */
const begun =
  (isDone: (given: Answers) => boolean) =>
  ({ given, open }: Known) =>
    open !== null || isDone(given);

export const FLOW: Flow<Known> = {
  end: `${ROOT}/tanda-terima`,
  firstOpen: ({ open }) => {
    if (!open) return `${ROOT}/akun`;
    return open.emailConfirmed ? `${ROOT}/bukti` : `${ROOT}/email-baru`;
  },
  steps: [
    {
      path: `${ROOT}/akun`,
      number: 1,
      isDone: begun(({ nik, hasNib }) => nik !== '' && hasNib !== undefined),
    },
    {
      path: `${ROOT}/pemohon`,
      number: 2,
      isDone: begun(({ fullName, requester }) => fullName !== '' && requester !== undefined),
    },
    { path: `${ROOT}/alasan`, number: 3, isDone: begun(({ reason }) => reason !== undefined) },
    { path: `${ROOT}/email-baru`, number: 4, isDone: ({ open }) => open !== null },
    { path: `${ROOT}/kode`, number: 5, isDone: ({ open }) => open?.emailConfirmed === true },
    {
      path: `${ROOT}/kanal-lama`,
      number: 6,
      isFor: ({ open }) => Boolean(open?.otherChannel),
      isDone: () => false,
    },
    { path: `${ROOT}/bukti`, number: 7, isDone: ({ open }) => open?.missing.length === 0 },
    { path: `${ROOT}/periksa`, number: 8, isDone: () => false },
  ],
};

/** Where this page stands in the flow. */
export function usePlace(): Place {
  const path = usePath();
  const [given] = useAnswers(answers);
  const open = useTabMemory(ticket);
  return placeOf(FLOW, path, { given, open });
}
