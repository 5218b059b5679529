import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';

import { homeOf, menu } from '../../admin-ui/src/app/menu';
import { Queue } from '../../admin-ui/src/features/replacement-queue/queue.page';
import {
  type QueueSearch,
  readQueueSearch,
} from '../../admin-ui/src/features/replacement-queue/queue-search';
import { type Answers, show } from '../kit/console';
import { aCase, heldByAndi, TICKET } from './case-at-desk';

afterEach(cleanup);

const COUNTS = { ready: 37, mine: 1, awaitingSecond: 5, returned: 3, waitingPeriod: 6, overdue: 4 };
const page = (items: object[], more: object = {}) => ({
  replacementQueue: {
    ...{ __typename: 'QueuePage', items, endCursor: null, hasNextPage: false, totalCount: items.length },
    ...more,
  },
});
const ready = aCase({ status: 'SUBMITTED', claim: null });

async function open(answers: Answers = {}, search: QueueSearch = {}) {
  const chosen: QueueSearch[] = [];
  const shown = await show(<Queue search={search} onSearch={(next) => chosen.push(next)} />, {
    answers: {
      QueueCounts: () => ({ queueCounts: { __typename: 'QueueCounts', ...COUNTS } }),
      ReplacementQueue: () => page([ready]),
      ...answers,
    },
    addresses: ['/permohonan/$nomor', '/antrean', '/keputusan-saya'],
  });
  await screen.findByRole('heading', { level: 1 });
  return { ...shown, chosen, keyboard: userEvent.setup() };
}

describe('the queue', () => {
  it('shows masks, a real link first and the state last', async () => {
    await open();
    const row = (await screen.findByRole('link', { name: TICKET })).closest('tr') as HTMLElement;
    expect(within(row).getByRole('link').getAttribute('href')).toBe(`/permohonan/${TICKET}`);
    expect(within(row).getByText('Budi S••••')).toBeTruthy();
    expect(row.lastElementChild?.textContent).toBe('Siap');
  });

  it('says how many wait in each view', async () => {
    await open();
    const views = await screen.findByRole('navigation', { name: 'Tampilan antrean' });
    await waitFor(() => expect(views.textContent).toContain('Siap37'));
    expect(views.textContent).toContain('Menunggu ke-25');
  });

  it('puts what is late under a heading of its own', async () => {
    const late = aCase({ ticket: 'EML-2611-00007', overdue: true, claim: heldByAndi() });
    await open({ ReplacementQueue: () => page([late, ready]) });
    const late7 = (await screen.findByRole('link', { name: 'EML-2611-00007' })).closest(
      'tbody',
    ) as HTMLElement;
    expect(within(late7).getByRole('rowheader', { name: 'Lewat' })).toBeTruthy();
    expect(within(late7).getByText('Andi Contoh')).toBeTruthy();
    expect(within(late7).queryByRole('link', { name: TICKET })).toBeNull();
  });

  it('asks the server for what the address says, and for nothing that is not there', async () => {
    const { asked } = await open({}, { tampilan: 'kedua', tingkat: 'HIGH', lewat: true });
    await screen.findByRole('link', { name: TICKET });
    expect(asked.find(({ operation }) => operation === 'ReplacementQueue')?.variables).toMatchObject({
      filter: { view: 'AWAITING_SECOND', tier: ['HIGH'], overdue: true },
    });
    expect(readQueueSearch({ tampilan: 'semua', tingkat: 'x', pelaku: 3, lewat: 'ya' })).toEqual({});
  });

  it('puts a chosen filter into the address, and takes it out by its chip', async () => {
    const { keyboard, chosen } = await open({}, { tingkat: 'HIGH' });
    await keyboard.selectOptions(screen.getByLabelText('Jenis'), 'BUSINESS_ENTITY');
    await keyboard.click(screen.getByRole('button', { name: 'Hapus filter Risiko: Tinggi' }));
    expect(chosen).toEqual([{ tingkat: 'HIGH', pelaku: 'BUSINESS_ENTITY' }, { tingkat: undefined }]);
  });

  it('tells an empty queue from a filter that matches nothing', async () => {
    const nothing = { ReplacementQueue: () => page([]) };
    await open(nothing);
    expect(await screen.findByText('Antrean kosong.')).toBeTruthy();
    cleanup();
    await open(nothing, { lewat: true });
    expect(await screen.findByText('Tidak ada permohonan yang cocok.')).toBeTruthy();
  });

  it('goes a page on and back, and says which of how many', async () => {
    const { keyboard, asked } = await open({
      ReplacementQueue: ({ after }: { after?: string }) =>
        page([after ? aCase({ ticket: 'EML-2611-00500' }) : ready], {
          ...{ totalCount: 26, hasNextPage: !after, endCursor: 'place' },
        }),
    });
    expect(await screen.findByText(/1–1 dari 26/)).toBeTruthy();
    await keyboard.click(screen.getByRole('button', { name: 'Berikutnya ›' }));
    expect(await screen.findByText(/26–26 dari 26/)).toBeTruthy();
    expect(asked.at(-1)?.variables).toMatchObject({ after: 'place' });
    await keyboard.click(screen.getByRole('button', { name: '‹ Sebelumnya' }));
    expect(await screen.findByRole('link', { name: TICKET })).toBeTruthy();
  });

  it('says what went wrong and tries again', async () => {
    let down = true;
    const { keyboard } = await open({
      ReplacementQueue: () => (down ? new Error('down') : page([ready])),
    });
    expect((await screen.findByRole('alert')).textContent).toContain('Server tidak terjangkau');
    down = false;
    await keyboard.click(screen.getByRole('button', { name: 'Coba lagi' }));
    expect(await screen.findByRole('link', { name: TICKET })).toBeTruthy();
  });
});

describe('taking the next one', () => {
  const take = async (outcome: object) => {
    const shown = await open({ ClaimNext: () => ({ claimNext: outcome }) });
    await screen.findByRole('link', { name: TICKET });
    await shown.keyboard.keyboard('n');
    return shown;
  };

  it('opens what the server hands out', async () => {
    const request = { __typename: 'ReplacementRequest', ticket: 'EML-2611-00999' };
    const { history, asked } = await take({ __typename: 'RequestClaimed', request });
    await waitFor(() => expect(history.location.pathname).toBe('/permohonan/EML-2611-00999'));
    expect(asked.find(({ operation }) => operation === 'ClaimNext')?.variables).toEqual({ view: 'READY' });
  });

  it.each([
    [{ __typename: 'NothingToClaim', message: 'Tidak ada yang menunggu.' }, 'Tidak ada yang menunggu.'],
    [{ __typename: 'NotFound', message: 'Tidak ada.' }, 'Tidak ada.'],
    [{ __typename: 'SomethingNew', message: 'Kata-kata baru.' }, 'Kata-kata baru.'],
    [
      { ...heldByAndi(), __typename: 'ClaimHeldByOther', message: '', until: '2026-11-25T10:00:00.000Z' },
      'Baru saja diambil Andi Contoh. Ambil berikutnya?',
    ],
  ])('says why it stays where it is: %#', async (outcome, words) => {
    const held = { heldBy: { __typename: 'Agent', id: '0193-andi', fullName: 'Andi Contoh' } };
    const { history } = await take({ ...outcome, ...held });
    expect(await screen.findByText(words)).toBeTruthy();
    expect(history.location.pathname).toBe('/');
  });
});

describe('the menu', () => {
  it('leads those who decide to the queue, and shows it to nobody whom it does not concern', () => {
    expect(homeOf('AGENT')).toBe('/antrean');
    expect(homeOf('APPROVER')).toBe('/antrean');
    const entry = menu().find(({ to }) => to === '/antrean');
    expect(entry?.roles).not.toContain('ADMIN');
  });
});
