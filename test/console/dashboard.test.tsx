import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { homeOf } from '../../admin-ui/src/app/menu';
import { Dashboard } from '../../admin-ui/src/features/dashboard/dashboard.page';
import { daysOf, readDashboardSearch } from '../../admin-ui/src/features/dashboard/range';
import { backlogSummary, flowSummary, reasonSummary } from '../../admin-ui/src/features/dashboard/summaries';
import { speak } from '../../admin-ui/src/ui/language';
import { RINA, show } from '../kit/console';

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const agent = (id: string, fullName: string) => ({ __typename: 'Agent', id, fullName });
function counted(label: string, count: number) {
  return { __typename: 'LabelCount', label, count, submittedFrom: null, submittedTo: null };
}
const FIGURES = {
  ...{ __typename: 'Dashboard', asOf: '2026-11-23T07:05:00.000Z', received: 41, open: 1284, overdue: 4 },
  ...{ awaitingSecond: 5, medianDecisionMinutes: 72, failedDeliveries: 2 },
  perDay: [{ __typename: 'DayCount', day: '2026-11-23', received: 41, decided: 30, backlog: 37 }],
  backlogByAge: [
    { ...counted('<4h', 7), submittedFrom: '2026-11-23T03:00:00.000Z' },
    { ...counted('>2d', 0), submittedTo: '2026-11-19T03:00:00.000Z' },
  ],
  byReason: [counted('UNREADABLE', 3), counted('APPROVE', 20)],
  byAgent: [
    {
      ...{ __typename: 'AgentLoad', agent: agent('0193-andi', 'Andi Contoh'), claimed: 12, decided: 10 },
      ...{ medianMinutes: null, returnedBySecond: 1, reveals: 0 },
    },
  ],
};

const MADE = {
  ...{ ...RINA, role: 'SUPERVISOR' as const },
  office: { ...RINA.office, level: 'PROVINCE' as const, regionCode: '32' },
};
const OFFICES = [
  ['0193-bandung', 'Bandung', '32.73', 'Asia/Jakarta'],
  ['0193-raja-ampat', 'Raja Ampat', '32.99', 'Asia/Jayapura'],
].map(([id, name, regionCode, zone]) => ({ __typename: 'Office', id, name, regionCode, zone, active: true }));

async function open(answer: (variables: never) => object | Error, more: object = {}, viewer = RINA) {
  vi.setSystemTime(Date.parse('2026-11-23T07:05:00.000Z'));
  const shown = await show(<Dashboard range="7hari" {...more} />, {
    answers: { Dashboard: answer, OfficesInReach: () => ({ offices: OFFICES }) },
    addresses: ['/antrean', '/pengiriman', '/dasbor', '/audit'],
    viewer,
  });
  await screen.findByRole('heading', { level: 1, name: 'Dasbor' });
  return { ...shown, keyboard: userEvent.setup() };
}

const searchOf = (link: Element) =>
  Object.fromEntries(new URL(link.getAttribute('href') ?? '', 'http://console').searchParams);
const linked = (table: HTMLElement, name: string) => searchOf(within(table).getByRole('link', { name }));
function leadsTo(figure: Element): [string, [string, object]] {
  const link = figure.querySelector('dd a') as Element;
  return [figure.querySelector('dt')?.textContent ?? '', [link.textContent ?? '', searchOf(link)]];
}

describe('the dashboard', () => {
  it('leads from each figure to its cases', async () => {
    await open(() => ({ dashboard: FIGURES }));
    await screen.findByText('Lewat SLA');
    const [begin, end] = ['2026-11-16T17:00:00.000Z', '2026-11-23T17:00:00.000Z'];
    expect(Object.fromEntries([...document.querySelectorAll('dl > div')].map(leadsTo))).toEqual({
      Masuk: ['41', { tampilan: 'masuk', sejak: begin, hingga: end }],
      Terbuka: ['1.284', { tampilan: 'terbuka' }],
      'Lewat SLA': ['4', { tampilan: 'terbuka', lewat: 'true' }],
      'Menunggu ke-2': ['5', { tampilan: 'kedua' }],
      'Median (jam kerja)': ['1 j 12 mnt', { tampilan: 'diputus', putusSejak: begin, putusHingga: end }],
      'Gagal kirim': ['2', { status: 'FAILED', dari: '2026-11-17', sampai: '2026-11-23' }],
    });
    expect(screen.getByText('23 Nov 2026, 14.05 WIB')).toBeTruthy();
  });

  it('says each chart in a sentence and has its numbers as a table, each leading to its cases', async () => {
    const { keyboard } = await open(() => ({ dashboard: FIGURES }));
    expect(await screen.findByText('41 masuk dan 30 diputus; terbanyak 41 masuk pada 23/11.')).toBeTruthy();
    expect(screen.getByText('37 masih terbuka.')).toBeTruthy();
    expect(screen.getByText('0 dari 7 permohonan terbuka lebih tua dari dua hari kerja.')).toBeTruthy();
    expect(screen.getByText('Terbanyak: Disetujui, 20 dari 23 keputusan.')).toBeTruthy();
    const tables = screen.getAllByText('Lihat sebagai tabel');
    expect(tables).toHaveLength(4);
    for (const one of tables) await keyboard.click(one);
    const reasons = screen.getByRole('table', { name: 'Hasil per alasan' });
    const day = { putusSejak: '2026-11-22T17:00:00.000Z', putusHingga: '2026-11-23T17:00:00.000Z' };
    expect(linked(reasons, '20')).toMatchObject({ tampilan: 'diputus', hasil: 'APPROVE' });
    const flow = screen.getByRole('table', { name: 'Masuk dan diputus per hari' });
    expect(linked(flow, '41')).toEqual({ tampilan: 'masuk', sejak: day.putusSejak, hingga: day.putusHingga });
    expect(linked(flow, '30')).toEqual({ tampilan: 'diputus', hasil: 'ENDED', ...day });
    const backlog = screen.getByRole('table', { name: 'Tunggakan per hari' });
    expect(linked(backlog, '37')).toEqual({ tampilan: 'terbuka', pada: day.putusHingga });
    const ages = screen.getByRole('table', { name: 'Umur tunggakan' });
    expect(linked(ages, '7')).toEqual({ tampilan: 'terbuka', sejak: '2026-11-23T03:00:00.000Z' });
    expect(linked(ages, '0')).toEqual({ tampilan: 'terbuka', hingga: '2026-11-19T03:00:00.000Z' });
    expect(within(reasons).getByRole('rowheader', { name: 'Dokumen tidak terbaca' })).toBeTruthy();
    expect(within(reasons).getByRole('rowheader', { name: 'Disetujui' })).toBeTruthy();
    const agents = screen.getByRole('table', { name: 'Petugas' });
    expect(within(agents).getByRole('row', { name: 'Andi Contoh 12 10 – 1 0' })).toBeTruthy();
    expect(linked(agents, '10')).toMatchObject({ tampilan: 'diputus', oleh: '0193-andi' });
    expect(linked(agents, '1')).toMatchObject({ oleh: '0193-andi', hasil: 'RETURNED_BY_SECOND' });
    // What an agent did besides deciding stands in the trail, which is not for agents.
    expect(within(agents).queryByRole('link', { name: '12' })).toBeNull();
  });

  it('lets those choose an office who see several, counts its days, and takes it along', async () => {
    const { keyboard, history } = await open(() => ({ dashboard: FIGURES }), {}, MADE);
    const agents = await screen.findByRole('table', { name: 'Petugas' });
    expect(linked(agents, '12')).toMatchObject({ pelaku: '0193-andi', tindakan: 'CASE_CLAIMED' });
    await keyboard.click(await screen.findByRole('combobox', { name: 'Kantor' }));
    await keyboard.click(await screen.findByRole('option', { name: 'Raja Ampat' }));
    expect(history.location.search).toContain('kantor=0193-raja-ampat');
    cleanup();
    const there = await open(() => ({ dashboard: FIGURES }), { officeId: '0193-raja-ampat' }, MADE);
    await waitFor(() =>
      expect(searchOf(document.querySelector('dl a') as Element)).toEqual({
        ...{ tampilan: 'masuk', kantor: '0193-raja-ampat' },
        ...{ sejak: '2026-11-16T15:00:00.000Z', hingga: '2026-11-23T15:00:00.000Z' },
      }),
    );
    expect(there.asked.find(({ operation }) => operation === 'Dashboard')?.variables).toMatchObject({
      officeId: '0193-raja-ampat',
    });
  });

  it('draws once the drawings are there, for the eye alone', async () => {
    const { container } = await open(() => ({ dashboard: FIGURES }));
    await waitFor(() =>
      expect(container.querySelectorAll('[aria-hidden="true"] .recharts-responsive-container')).toHaveLength(
        4,
      ),
    );
    expect(container.querySelectorAll('[aria-hidden="true"] [tabindex]')).toHaveLength(0);
  });

  it('says that a range has nothing, and what went wrong', async () => {
    let down = true;
    const empty = { ...FIGURES, byAgent: [], perDay: [], byReason: [], backlogByAge: [] };
    const { keyboard } = await open(() => (down ? new Error('down') : { dashboard: empty }));
    expect((await screen.findByRole('alert')).textContent).toContain('Server tidak terjangkau');
    down = false;
    await keyboard.click(screen.getByRole('button', { name: 'Coba lagi' }));
    expect(await screen.findAllByText('Tidak ada data pada rentang ini.')).toHaveLength(5);
  });

  it('counts days as the office does, today included', () => {
    const late = Date.parse('2026-11-23T18:00:00.000Z');
    expect(daysOf('7hari', late, 'Asia/Jakarta')).toEqual({ from: '2026-11-18', to: '2026-11-24' });
    expect(daysOf('hari', late, 'Asia/Jakarta')).toEqual({ from: '2026-11-24', to: '2026-11-24' });
    expect(readDashboardSearch({ rentang: 'selamanya', kantor: 'Bandung' })).toEqual({});
    const kantor = '019312d9-662e-760a-9e15-1115356f8f1f';
    expect(readDashboardSearch({ rentang: '7hari', kantor })).toEqual({ rentang: '7hari', kantor });
  });

  it('has nothing behind a middle that does not exist, and says a short one in minutes', async () => {
    await open(() => ({ dashboard: { ...FIGURES, medianDecisionMinutes: null } }));
    const median = async () =>
      (await screen.findByText('Median (jam kerja)', { selector: 'dt' })).nextElementSibling;
    expect((await median())?.innerHTML).toBe('–');
    cleanup();
    await open(() => ({ dashboard: { ...FIGURES, medianDecisionMinutes: 45 } }));
    expect((await median())?.textContent).toBe('45 mnt');
  });

  it('says of several days which was the busiest, what is left and what was, and of idle ones that nothing came', async () => {
    await speak('id');
    const day = (date: string, received: number, backlog: number) => ({
      day: date,
      received,
      decided: 3,
      backlog,
    });
    const days = [day('2026-11-21', 4, 9), day('2026-11-22', 11, 12), day('2026-11-23', 2, 8)] as never[];
    expect(flowSummary(days)).toBe('17 masuk dan 9 diputus; terbanyak 11 masuk pada 22/11.');
    expect(backlogSummary(days)).toBe('8 masih terbuka pada 23/11; pada 21/11 ada 9.');
    expect(flowSummary([day('2026-11-23', 0, 8)] as never[])).toBe('Tidak ada yang masuk; 3 diputus.');
    expect(reasonSummary([counted('APPROVE', 20), counted('UNREADABLE', 3)])).toBe(
      'Terbanyak: Disetujui, 20 dari 23 keputusan.',
    );
  });

  it('is where a supervisor begins the day', () => {
    expect(homeOf('SUPERVISOR')).toBe('/dasbor');
  });
});
