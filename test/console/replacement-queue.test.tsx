import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { afterEach, describe, expect, it } from 'vitest';

import { homeOf, menu } from '../../admin-ui/src/app/menu';
import { caseList } from '../../admin-ui/src/desk/case-list';
import { usePolledQueueCounts } from '../../admin-ui/src/desk/use-queue-counts';
import type { Viewer } from '../../admin-ui/src/desk/viewer';
import { Queue } from '../../admin-ui/src/features/replacement-queue/queue.page';
import {
  type QueueSearch,
  readQueueSearch,
} from '../../admin-ui/src/features/replacement-queue/queue-search';
import { type Answers, RINA, show } from '../kit/console';
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

/** The menu asks for the numbers of both. */
function BesideMenu(props: ComponentProps<typeof Queue>) {
  usePolledQueueCounts();
  return <Queue {...props} />;
}

async function open(answers: Answers = {}, search: QueueSearch = {}, viewer?: Viewer) {
  const chosen: QueueSearch[] = [];
  const shown = await show(<BesideMenu search={search} onSearch={(next) => chosen.push(next)} />, {
    answers: {
      QueueCounts: () => ({ queueCounts: { __typename: 'QueueCounts', ...COUNTS } }),
      ReplacementQueue: () => page([ready]),
      ...answers,
    },
    addresses: ['/permohonan/$nomor', '/antrean', '/keputusan-saya'],
    viewer,
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

  it('takes each filter out again by the field that it was put in with', async () => {
    const all: QueueSearch = { tingkat: 'HIGH', pelaku: 'FOREIGN_ENTITY', lewat: true, sampai: '2026-11-24' };
    const { keyboard, chosen } = await open({}, { ...all, dari: '2026-11-23' });
    await keyboard.selectOptions(screen.getByLabelText('Risiko'), '');
    await keyboard.selectOptions(screen.getByLabelText('Jenis'), '');
    await keyboard.click(screen.getByLabelText('Lewat SLA'));
    await keyboard.clear(screen.getByLabelText('Masuk dari'));
    await keyboard.clear(screen.getByLabelText('sampai'));
    const fields = ['tingkat', 'pelaku', 'lewat', 'dari', 'sampai'];
    expect(chosen).toEqual(fields.map((name) => ({ ...all, dari: '2026-11-23', [name]: undefined })));
    cleanup();
    const none = await open();
    await none.keyboard.click(screen.getByLabelText('Lewat SLA'));
    await none.keyboard.type(screen.getByLabelText('Masuk dari'), '23/11/2026');
    await none.keyboard.type(screen.getByLabelText('sampai'), '24/11/2026');
    await none.keyboard.click(screen.getByRole('button', { name: 'Hari ini' }));
    const today = none.chosen.pop();
    expect(today?.dari).toBe(today?.sampai);
    expect(none.chosen).toEqual([{ lewat: true }, { dari: '2026-11-23' }, { sampai: '2026-11-24' }]);
  });

  it('names whatever came along in the address, each with its way out', async () => {
    const [sejak, hingga, pada] = ['21', '22', '23'].map((day) => `2026-11-${day}T17:00:00.000Z`);
    const id = '019312d9-662e-760a-9e15-1115356f8f1f';
    const typed = {
      tampilan: 'terbuka',
      sejak,
      hingga,
      pada,
      oleh: id,
      kantor: id,
      pelaku: 'FOREIGN_ENTITY',
    };
    const { keyboard, chosen } = await open({}, readQueueSearch({ ...typed, lewat: true }));
    const chips = within(await screen.findByRole('list', { name: 'Filter yang berlaku' }));
    expect(chips.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      ...['Satu kantor', 'Badan usaha luar negeri', 'Lewat SLA', 'Masuk sejak 22 Nov 2026, 00.00 WIB'],
      ...['Masuk sebelum 23 Nov 2026, 00.00 WIB', 'Terbuka pada 24 Nov 2026, 00.00 WIB'],
      ...['Diputus oleh satu petugas', 'Hapus semua'],
    ]);
    await keyboard.click(chips.getByRole('button', { name: 'Hapus semua' }));
    expect(chosen).toEqual([{ tampilan: 'terbuka', urut: undefined }]);
  });

  it('says of a row what could not be had, and what there is not', async () => {
    const bare = { ticket: 'EML-2611-00008', account: null, submittedAt: null, signals: [], claim: null };
    await open({ ReplacementQueue: () => page([aCase({ ...bare, dueAt: '2099-01-01T00:00:00.000Z' })]) });
    const row = (await screen.findByRole('link', { name: bare.ticket })).closest('tr') as HTMLElement;
    const cells = within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
    expect(cells).toEqual(expect.arrayContaining(['Tidak tersedia', RINA.office.name, '–']));
    expect(screen.getByRole('rowheader', { name: 'Nanti' })).toBeTruthy();
  });

  it('keeps its rows where they are until somebody asks for the new ones', async () => {
    let rows = [ready];
    const { client, keyboard } = await open({ ReplacementQueue: () => page(rows) });
    await screen.findByRole('link', { name: TICKET });
    rows = [aCase({ ticket: 'EML-2611-00501' }), aCase({ ticket: 'EML-2611-00502' })];
    await act(() => client.refetchQueries({ include: 'active' }));
    const stale = await screen.findByRole('button', { name: 'Data berubah (2 baru) – tampilkan' });
    expect(screen.getByRole('link', { name: TICKET })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'EML-2611-00501' })).toBeNull();
    await keyboard.click(stale);
    expect(await screen.findByRole('link', { name: 'EML-2611-00501' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: TICKET })).toBeNull();
  });

  it('asks for whole days of the office’s zone, typed or of the last week', async () => {
    const { asked, keyboard, chosen } = await open({}, { dari: '2026-11-23', sampai: '2026-11-24' });
    await screen.findByRole('link', { name: TICKET });
    expect(asked.find(({ operation }) => operation === 'ReplacementQueue')?.variables).toMatchObject({
      filter: { submittedFrom: '2026-11-22T17:00:00.000Z', submittedTo: '2026-11-24T17:00:00.000Z' },
    });
    await keyboard.click(screen.getByRole('button', { name: 'Hapus filter Masuk sampai 24/11/2026' }));
    expect(chosen).toEqual([{ dari: '2026-11-23', sampai: undefined }]);
    await keyboard.click(screen.getByRole('button', { name: '7 hari' }));
    const [from, to] = [chosen.at(-1)?.dari ?? '', chosen.at(-1)?.sampai ?? ''];
    expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBe(6);
  });

  it('is ordered by a column as asked, without headings, and by what needs doing again', async () => {
    const { asked, keyboard, chosen } = await open({}, { urut: 'masuk' });
    await screen.findByRole('link', { name: TICKET });
    expect(asked.find(({ operation }) => operation === 'ReplacementQueue')?.variables).toMatchObject({
      orderBy: 'SUBMITTED_AT',
    });
    expect(screen.queryByRole('rowheader', { name: 'Hari ini' })).toBeNull();
    const column = screen.getByRole('columnheader', { name: /Masuk/ });
    expect(column.getAttribute('aria-sort')).toBe('ascending');
    await keyboard.click(within(column).getByRole('button'));
    await keyboard.click(screen.getByRole('button', { name: /Risiko/ }));
    expect(chosen).toEqual([{ urut: undefined }, { urut: 'risiko' }]);
  });

  it('shows the cases behind a number of the dashboard as a view of their own', async () => {
    const search = readQueueSearch({
      ...{ tampilan: 'diputus', putusSejak: '2026-11-22T17:00:00.000Z', hasil: 'UNREADABLE' },
      ...{ putusHingga: '2026-11-23T17:00:00.000Z', oleh: 'nobody', pada: 'yesterday' },
    });
    const { asked, keyboard, chosen } = await open({}, search);
    await screen.findByRole('link', { name: TICKET });
    const filter = {
      view: 'DECIDED',
      decision: {
        ...{ from: '2026-11-22T17:00:00.000Z', to: '2026-11-23T17:00:00.000Z', outcome: 'UNREADABLE' },
      },
    };
    expect(asked.find(({ operation }) => operation === 'ReplacementQueue')?.variables).toMatchObject({
      filter,
    });
    expect(screen.getByRole('link', { name: 'Diputus' })).toBeTruthy();
    expect(screen.getByRole('link', { name: /^Siap/ }).getAttribute('href')).toBe('/antrean');
    // Newest first and nothing else: no heading offers another order.
    expect(screen.queryByRole('button', { name: /Risiko ↕/ })).toBeNull();
    expect(screen.queryByRole('rowheader', { name: 'Lewat' })).toBeNull();
    const chips = within(screen.getByRole('list', { name: 'Filter yang berlaku' }));
    expect(chips.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Diputus sejak 23 Nov 2026, 00.00 WIB',
      'Diputus sebelum 24 Nov 2026, 00.00 WIB',
      'Hasil: Dokumen tidak terbaca',
      'Hapus semua',
    ]);
    await keyboard.click(chips.getByRole('button', { name: /Hasil/ }));
    expect(chosen).toEqual([{ ...search, hasil: undefined }]);
  });

  it('lets those choose an office who see several', async () => {
    const made = {
      ...{ ...RINA, role: 'SUPERVISOR' as const },
      office: { ...RINA.office, level: 'PROVINCE' as const, regionCode: '32' },
    };
    const office = (id: string, name: string, regionCode: string) => ({
      ...{ __typename: 'Office', id, name, active: true, regionCode },
    });
    const offices = [
      office('0193-bandung', 'Bandung', '32.73'),
      office('0193-cimahi', 'Cimahi', '32.77'),
      office('0193-surabaya', 'Surabaya', '35.78'),
    ];
    const { keyboard, chosen } = await open({ OfficesInReach: () => ({ offices }) }, {}, made);
    await keyboard.click(await screen.findByRole('combobox', { name: 'Kantor' }));
    expect(screen.queryByRole('option', { name: 'Surabaya' })).toBeNull();
    await keyboard.click(await screen.findByRole('option', { name: 'Cimahi' }));
    expect(chosen).toEqual([{ kantor: '0193-cimahi' }]);
    cleanup();
    await open();
    expect(screen.queryByRole('combobox', { name: 'Kantor' })).toBeNull();
  });

  it('is walked through by keys: views by digits, rows by J and K, filters by F', async () => {
    const second = aCase({ ticket: 'EML-2611-00007', status: 'SUBMITTED', claim: null });
    const { keyboard, history } = await open({ ReplacementQueue: () => page([ready, second]) });
    await screen.findByRole('link', { name: TICKET });
    const walked = [];
    for (const key of ['j', 'j', 'j', 'k']) {
      await keyboard.keyboard(key);
      walked.push(document.activeElement?.textContent);
    }
    expect(walked).toEqual([TICKET, 'EML-2611-00007', 'EML-2611-00007', TICKET]);
    await keyboard.keyboard('f');
    expect(document.activeElement).toBe(screen.getByLabelText('Risiko'));
    await keyboard.tab();
    (document.activeElement as HTMLElement).blur();
    await keyboard.keyboard('3');
    await waitFor(() => expect(history.location.href).toBe('/antrean?tampilan=kedua'));
  });

  it('comes back to the page of the list that somebody left for a case', async () => {
    const answers = {
      ReplacementQueue: ({ after }: { after?: string }) =>
        page([after ? aCase({ ticket: 'EML-2611-00500' }) : ready], {
          ...{ totalCount: 26, hasNextPage: !after, endCursor: 'place' },
        }),
    };
    const { keyboard } = await open(answers, { tingkat: 'LOW' });
    await screen.findByRole('link', { name: TICKET });
    await keyboard.click(screen.getByRole('button', { name: 'Berikutnya ›' }));
    await screen.findByRole('link', { name: 'EML-2611-00500' });
    const left = { search: { tingkat: 'LOW' }, tickets: ['EML-2611-00500'], before: 25 };
    await waitFor(() => expect(caseList()).toMatchObject(left));
    cleanup();
    await open(answers, { tingkat: 'LOW' });
    expect(await screen.findByRole('link', { name: 'EML-2611-00500' })).toBeTruthy();
    cleanup();
    await open(answers, { tingkat: 'HIGH' });
    expect(await screen.findByRole('link', { name: TICKET })).toBeTruthy();
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
    expect(asked.find(({ operation }) => operation === 'ClaimNext')?.variables).toEqual({
      view: 'READY',
      idempotencyKey: expect.stringMatching(/^[\da-f-]{36}$/),
    });
    expect(sessionStorage.getItem('konsol.berikutnya.READY')).toBeNull();
  });

  it('asks with the same key until a case came: a lost answer fills no hand unseen', async () => {
    const request = { __typename: 'ReplacementRequest', ticket: 'EML-2611-00999' };
    const coming = [new Error('down'), { claimNext: { __typename: 'RequestClaimed', request } }];
    const { history, asked, keyboard } = await open({ ClaimNext: () => coming.shift() ?? {} });
    await screen.findByRole('link', { name: TICKET });
    await keyboard.keyboard('n');
    await screen.findByText(/Server tidak terjangkau/);
    await keyboard.keyboard('n');
    await waitFor(() => expect(history.location.pathname).toBe('/permohonan/EML-2611-00999'));
    const keys = asked.flatMap(({ operation, variables }) =>
      operation === 'ClaimNext' ? [variables.idempotencyKey] : [],
    );
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
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
