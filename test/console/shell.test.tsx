import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { PAGES, replies } from './desk-pages';
import { wholeConsole } from './whole-console';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A session that falls idle after so many seconds. */
function times(left: number) {
  const after = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();
  const ends = {
    ...{ idleEndsAt: after(left), expiresAt: after(3600) },
    ...{ decideUntil: after(900), actUntil: after(300) },
  };
  return { rehearsal: false, agentSession: { __typename: 'AgentSessionState', now: after(0), ...ends } };
}
const NOW = Date.parse('2026-11-23T07:00:00Z');

const NAMED = [
  'button',
  'link',
  'textbox',
  'combobox',
  'checkbox',
  'radio',
  'table',
  'navigation',
  'form',
  'region',
];
const OTHERS = [
  ['/akun', 'AGENT', 'Keperluan'],
  ['/periksa-ulang', 'AGENT', 'Belum ada yang diambil.'],
  ['/pengaturan', 'AGENT', 'Pengaturan'],
  ['/bantuan', 'AGENT', 'Bantuan'],
  ['/audit', 'AGENT', 'Halaman ini bukan untuk peran Anda'],
  ['/tidak/ada', 'AGENT', 'Tidak ditemukan'],
] as const;

describe('what a screen reader walks through', () => {
  it.each([...PAGES, ...OTHERS])(
    '%s as %s: one heading, landmarks, names, a place that speaks',
    async (path, role, known) => {
      await wholeConsole(path, role, replies);
      await screen.findAllByText(known);
      expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
      for (const landmark of ['banner', 'main']) expect(screen.getAllByRole(landmark)).toHaveLength(1);
      expect(screen.getByRole('navigation', { name: 'Menu utama' })).toBeTruthy();
      for (const one of NAMED) expect(screen.queryAllByRole(one, { name: '' }), one).toEqual([]);
      expect(screen.getAllByRole('status').length).toBeGreaterThan(0);
      // One after the other, none left out: h1, h2, h3.
      const levels = screen.getAllByRole('heading').map(({ tagName }) => Number(tagName[1]));
      for (const [place, level] of levels.entries())
        expect(level).toBeLessThanOrEqual((levels[place - 1] ?? 0) + 1);
      expect(document.title).toMatch(/ – Konsol$/);
    },
  );
});

describe('the shell', () => {
  it('says that this is a rehearsal, where it is one', async () => {
    await wholeConsole('/bantuan', 'AGENT', replies);
    const banner = screen.getByRole('banner');
    expect(await within(banner).findByText('Latihan')).toBeTruthy();
    cleanup();
    const { line } = await wholeConsole('/bantuan', 'AGENT', {
      ...replies,
      SessionTimes: () => times(900),
    });
    await waitFor(() => expect(line.asked.map(({ operation }) => operation)).toContain('SessionTimes'));
    expect(screen.queryByText('Latihan')).toBeNull();
  });

  it('tells of a newer console and never reloads by itself', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const script = document.createElement('script');
    script.type = 'text/plain';
    script.setAttribute('src', '/helpdesk/assets/index-old.js');
    document.head.append(script);
    await wholeConsole('/bantuan', 'AGENT', replies);
    const answer = globalThis.fetch;
    let served = '<script src="/helpdesk/assets/index-old.js"></script>';
    vi.stubGlobal('fetch', (address: string, init: RequestInit) =>
      init.body ? answer(address, init) : Promise.resolve(new Response(served)),
    );
    await vi.advanceTimersByTimeAsync(301_000);
    expect(screen.queryByText('Versi baru konsol tersedia')).toBeNull();
    served = served.replace('old', 'new');
    await vi.advanceTimersByTimeAsync(301_000);
    expect(await screen.findByText('Versi baru konsol tersedia')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Muat ulang' })).toBeTruthy();
    script.remove();
  });

  it('warns two minutes before the session falls idle, and goes on at one press', async () => {
    let left = 90;
    const { keyboard, line } = await wholeConsole('/bantuan', 'AGENT', {
      ...replies,
      SessionTimes: () => times(left),
    });
    const warning = await screen.findByRole('dialog', { name: 'Sesi hampir berakhir' });
    expect(within(warning).getByRole('status').textContent).toMatch(/^Sisa 1\.30 menit$/);
    left = 900;
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Lanjutkan bekerja'));
    const before = line.asked.filter(({ operation }) => operation === 'Viewer').length;
    await keyboard.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(line.asked.filter(({ operation }) => operation === 'Viewer')).toHaveLength(before + 1);
  });
});
