import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';

import { MyDecisionsPage } from '../../admin-ui/src/features/my-decisions/my-decisions.page';
import { Second } from '../../admin-ui/src/features/replacement-queue/second.page';
import { now } from '../../admin-ui/src/ui/clock';
import { RINA, show } from '../kit/console';
import { aCase, TICKET } from './case-at-desk';

afterEach(cleanup);

const addresses = ['/permohonan/$nomor', '/keputusan-saya'];
const page = (items: object[]) => ({
  ...{ __typename: 'QueuePage', items, endCursor: null, hasNextPage: false, totalCount: items.length },
});
const decision = (agentId: string, undoMs: number | null = null) => ({
  ...{ __typename: 'Decision', at: new Date(now()).toISOString(), verdict: 'APPROVE', reasonCode: null },
  agent: { __typename: 'Agent', id: agentId, fullName: 'Andi Contoh' },
  undoUntil: undoMs === null ? null : new Date(now() + undoMs).toISOString(),
  ...{ note: null, checklist: [], voidedAt: null },
});
const waits = (agentId: string, ticket = TICKET) =>
  aCase({ ticket, status: 'AWAITING_SECOND_DECISION', claim: null, decisions: [decision(agentId)] });
const rowOf = async (ticket: string) =>
  (await screen.findByRole('link', { name: ticket })).closest('tr') as HTMLElement;

describe('what waits for a second person', () => {
  it('says who decided first and what, and locks the own ones', async () => {
    await show(<Second search={{}} onSearch={() => undefined} />, {
      answers: {
        ReplacementQueue: () => ({
          replacementQueue: page([waits('0193-andi'), waits(RINA.id, 'EML-2611-00007')]),
        }),
      },
      addresses,
    });
    const row = await rowOf(TICKET);
    expect(within(row).getByText('Andi Contoh')).toBeTruthy();
    expect(within(row).getByText('Disetujui')).toBeTruthy();
    expect(row.lastElementChild?.textContent).toBe('Menunggu persetujuan ke-2');
    expect((await rowOf('EML-2611-00007')).lastElementChild?.textContent).toBe('Anda pemutus pertama');
  });

  it('asks for that view alone, and takes the next one of it', async () => {
    const request = { __typename: 'ReplacementRequest', ticket: TICKET };
    const { asked, history } = await show(<Second search={{}} onSearch={() => undefined} />, {
      answers: {
        ReplacementQueue: () => ({ replacementQueue: page([]) }),
        ClaimNext: () => ({ claimNext: { __typename: 'RequestClaimed', request } }),
      },
      addresses,
    });
    expect(await screen.findByText('Tidak ada yang menunggu Anda.')).toBeTruthy();
    await userEvent.setup().keyboard('n');
    await waitFor(() => expect(history.location.pathname).toBe(`/permohonan/${TICKET}`));
    expect(asked.map(({ variables }) => variables)).toEqual([
      { filter: { view: 'AWAITING_SECOND' }, orderBy: 'NEEDS_DOING' },
      { view: 'AWAITING_SECOND', idempotencyKey: expect.any(String) },
    ]);
  });

  it('is narrowed by risk from the address, and says so when nothing matches', async () => {
    const chosen: object[] = [];
    const { asked } = await show(
      <Second search={{ tingkat: 'HIGH' }} onSearch={(next) => chosen.push(next)} />,
      { answers: { ReplacementQueue: () => ({ replacementQueue: page([]) }) }, addresses },
    );
    expect(await screen.findByText('Tidak ada permohonan yang cocok.')).toBeTruthy();
    expect(asked[0]?.variables).toMatchObject({ filter: { view: 'AWAITING_SECOND', tier: ['HIGH'] } });
    const keyboard = userEvent.setup();
    await keyboard.selectOptions(screen.getByLabelText('Risiko'), 'MEDIUM');
    await keyboard.click(screen.getByRole('button', { name: 'Hapus filter' }));
    expect(chosen).toEqual([{ tingkat: 'MEDIUM' }, {}]);
  });
});

describe('my decisions', () => {
  const open = async (one: object, undoDecision: object = {}) => {
    const shown = await show(<MyDecisionsPage />, {
      answers: { MyDecisions: () => ({ myDecisions: page([one]) }), UndoDecision: () => ({ undoDecision }) },
      addresses,
    });
    return { ...shown, row: await rowOf(TICKET), keyboard: userEvent.setup() };
  };

  it('says what became of one, and offers no way back after its time', async () => {
    const effectiveAt = '2026-11-24T07:05:00.000Z';
    const { row } = await open(
      aCase({ status: 'WAITING_PERIOD', effectiveAt, decisions: [decision(RINA.id, -1000)] }),
    );
    expect(row.textContent).toContain('Masa tunggu s.d. 24 Nov 2026, 14.05 WIB');
    expect(within(row).queryByRole('button')).toBeNull();
  });

  it('takes one back within its time, and opens the case again', async () => {
    const request = {
      __typename: 'ReplacementRequest',
      ticket: TICKET,
      status: 'IN_REVIEW',
      effectiveAt: null,
    };
    const { row, keyboard, history } = await open(aCase({ decisions: [decision(RINA.id, 9000)] }), {
      ...{ __typename: 'DecisionRecorded', undoUntil: null, request },
    });
    expect(row.textContent).toMatch(/Bisa dibatalkan [89] dtk/);
    await keyboard.click(within(row).getByRole('button', { name: 'Batalkan' }));
    await waitFor(() => expect(history.location.pathname).toBe(`/permohonan/${TICKET}`));
  });

  it('says so when it is too late', async () => {
    const reasons = ['Waktu untuk membatalkan sudah lewat.'];
    const { row, keyboard, history } = await open(aCase({ decisions: [decision(RINA.id, 9000)] }), {
      ...{ __typename: 'DecisionRefused', message: 'Terlambat.', reasons },
    });
    await keyboard.click(within(row).getByRole('button', { name: 'Batalkan' }));
    expect(await screen.findByText(/Waktu untuk membatalkan sudah lewat/)).toBeTruthy();
    expect(history.location.pathname).toBe('/');
  });

  it('go on to older ones, which stay below what is new, and begin anew after a gap', async () => {
    const [newest, second, third, oldest] = ['4', '3', '2', '1'].map((number) =>
      aCase({ ticket: `EML-2611-0010${number}`, decisions: [decision(RINA.id, -1000)] }),
    ) as [object, object, object, object];
    let first = [second, third];
    const { client } = await show(<MyDecisionsPage />, {
      answers: {
        MyDecisions: ({ after }: { after?: string }) => ({
          myDecisions: {
            ...page(after ? [oldest] : first),
            hasNextPage: !after,
            endCursor: after ?? 'place',
          },
        }),
      },
      addresses,
    });
    const shown = () => screen.getAllByRole('link').map(({ textContent }) => textContent?.at(-1));
    await userEvent.click(await screen.findByRole('button', { name: 'Tampilkan yang lebih lama' }));
    await waitFor(() => expect(shown()).toEqual(['3', '2', '1']));
    expect(screen.queryByRole('button', { name: 'Tampilkan yang lebih lama' })).toBeNull();
    first = [newest, second];
    await act(() => client.refetchQueries({ include: 'active' }));
    expect(shown()).toEqual(['4', '3', '2', '1']);
    first = [aCase({ ticket: 'EML-2611-00109', decisions: [decision(RINA.id, -1000)] })];
    await act(() => client.refetchQueries({ include: 'active' }));
    expect(shown()).toEqual(['9']);
    expect(screen.getByRole('button', { name: 'Tampilkan yang lebih lama' })).toBeTruthy();
  });

  it('says when there is none yet', async () => {
    await show(<MyDecisionsPage />, { answers: { MyDecisions: () => ({ myDecisions: page([]) }) } });
    expect(await screen.findByText('Belum ada keputusan')).toBeTruthy();
  });
});
