import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';

import { homeOf } from '../../admin-ui/src/app/menu';
import { Dashboard } from '../../admin-ui/src/features/dashboard/dashboard.page';
import { daysOf, readDashboardSearch } from '../../admin-ui/src/features/dashboard/range';
import { show } from '../kit/console';

afterEach(cleanup);

const agent = (id: string, fullName: string) => ({ __typename: 'Agent', id, fullName });
const FIGURES = {
  ...{ __typename: 'Dashboard', asOf: '2026-11-23T07:05:00.000Z', received: 41, open: 1284, overdue: 4 },
  ...{ awaitingSecond: 5, medianDecisionMinutes: 72, failedDeliveries: 2 },
  perDay: [{ __typename: 'DayCount', day: '2026-11-23', received: 41, decided: 30, backlog: 37 }],
  backlogByAge: [{ __typename: 'LabelCount', label: '<4h', count: 7 }],
  byReason: [
    { __typename: 'LabelCount', label: 'UNREADABLE', count: 3 },
    { __typename: 'LabelCount', label: 'APPROVE', count: 20 },
  ],
  byAgent: [
    {
      ...{ __typename: 'AgentLoad', agent: agent('0193-andi', 'Andi Contoh'), claimed: 12, decided: 10 },
      ...{ medianMinutes: null, returnedBySecond: 1, reveals: 0 },
    },
  ],
};

async function open(answer: () => object | Error) {
  const shown = await show(<Dashboard range="7hari" />, {
    answers: { Dashboard: answer },
    addresses: ['/antrean', '/pengiriman', '/dasbor'],
  });
  await screen.findByRole('heading', { level: 1, name: 'Dasbor' });
  return { ...shown, keyboard: userEvent.setup() };
}

describe('the dashboard', () => {
  it('leads from each figure to its cases', async () => {
    await open(() => ({ dashboard: FIGURES }));
    const overdue = (await screen.findByText('Lewat SLA')).parentElement as HTMLElement;
    expect(within(overdue).getByRole('link', { name: '4' }).getAttribute('href')).toBe('/antrean?lewat=true');
    expect(screen.getByRole('link', { name: '1.284' }).getAttribute('href')).toBe('/antrean');
    expect(screen.getByText('1 j 12 mnt')).toBeTruthy();
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
    expect(within(reasons).getByRole('link', { name: '20' }).getAttribute('href')).toBe(
      '/antrean?tampilan=selesai',
    );
    expect(within(reasons).getByRole('rowheader', { name: 'Dokumen tidak terbaca' })).toBeTruthy();
    expect(within(reasons).getByRole('rowheader', { name: 'Disetujui' })).toBeTruthy();
    const agents = screen.getByRole('table', { name: 'Petugas' });
    expect(within(agents).getByRole('row', { name: 'Andi Contoh 12 10 – 1 0' })).toBeTruthy();
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
    expect(readDashboardSearch({ rentang: 'selamanya' })).toEqual({});
  });

  it('is where a supervisor begins the day', () => {
    expect(homeOf('SUPERVISOR')).toBe('/dasbor');
  });
});
