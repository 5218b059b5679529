import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { noteAnswer } from '../../admin-ui/src/desk/connection';
import { PAGES, replies } from './desk-pages';
import { wholeConsole } from './whole-console';

afterEach(() => {
  cleanup();
  noteAnswer();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const mains = () =>
  [...document.querySelectorAll('main [data-kind="main"], main [data-kind="danger"]')].map((button) =>
    button.getAttribute('aria-disabled'),
  );

describe('while the server cannot be reached', () => {
  it.each(PAGES)('%s keeps its last good data, and nothing can be sent', async (path, role, known) => {
    const { client, line } = await wholeConsole(path, role, replies);
    await screen.findAllByText(known);
    line.state = 'down';
    await client.refetchQueries({ include: 'active' }).catch(() => undefined);
    const [banner] = await screen.findAllByText('Tidak ada sambungan ke server');
    expect(banner?.closest('[role="alert"]')?.textContent).toContain('Data terakhir:');
    expect(screen.getAllByText(known).length).toBeGreaterThan(0);
    for (const disabled of mains()) expect(disabled).toBe('true');
  });
});

describe('a server that takes the question and says nothing', () => {
  it('may be let go of after ten seconds, and asked again', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { line, keyboard } = await wholeConsole('/bantuan', 'AGENT', replies);
    line.state = 'silent';
    await keyboard.click(screen.getByRole('link', { name: /Pengiriman/ }));
    await vi.advanceTimersByTimeAsync(10_500);
    await keyboard.click(await screen.findByRole('button', { name: 'Batalkan' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Anda membatalkan pemuatan.');
    expect(screen.queryByText('Tidak ada sambungan ke server')).toBeNull();
    line.state = 'up';
    await keyboard.click(screen.getByRole('button', { name: 'Coba lagi' }));
    expect(await screen.findByText('d••1@e•••.com')).toBeTruthy();
  });

  it('counts as unreachable when its time is over, and the page goes on by itself once it answers', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { line, client } = await wholeConsole('/pengiriman', 'AGENT', replies);
    await screen.findByText('d••1@e•••.com');
    // The platform's own timer does not obey the clock of a test; this one ends at the same moment and does.
    const limit = vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const over = new AbortController();
      setTimeout(() => over.abort(new DOMException('Time is over.', 'TimeoutError')), ms);
      return over.signal;
    });
    line.state = 'silent';
    void client.refetchQueries({ include: 'active' }).catch(() => undefined);
    await vi.advanceTimersByTimeAsync(19_000);
    expect(screen.queryByText('Tidak ada sambungan ke server')).toBeNull();
    await vi.advanceTimersByTimeAsync(1_500);
    await screen.findByText('Tidak ada sambungan ke server');
    limit.mockRestore();
    line.state = 'up';
    await vi.advanceTimersByTimeAsync(6000);
    await waitFor(() => expect(screen.queryByText('Tidak ada sambungan ke server')).toBeNull());
  });
});
