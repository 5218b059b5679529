import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';

import { SettingsPage } from '../../admin-ui/src/features/settings/settings.page';
import { prefer, preferences } from '../../admin-ui/src/ui/preferences';
import { ShortcutSheet } from '../../admin-ui/src/ui/shortcut-sheet';
import { useShortcut } from '../../admin-ui/src/ui/shortcuts';
import { show } from '../kit/console';

afterEach(() => {
  cleanup();
  prefer({ shortcuts: true });
});

function Desk({ pressed, refusal = null }: { pressed: string[]; refusal?: string | null }) {
  const scope = 'Antrean';
  useShortcut({ keys: 'n', label: 'Ambil berikutnya', scope, run: () => pressed.push('n'), refusal });
  useShortcut({ keys: 'g a', label: 'Antrean', scope, run: () => pressed.push('g a') });
  useShortcut({ keys: 'a', label: 'Setujui', scope, run: () => pressed.push('a') });
  useShortcut({ keys: 'ctrl+enter', label: 'Kirim', scope, run: () => pressed.push('ctrl+enter') });
  return (
    <>
      <input aria-label="Catatan" />
      <input type="checkbox" aria-label="KTP terbaca" />
      <ShortcutSheet />
    </>
  );
}

async function atDesk(refusal?: string) {
  const pressed: string[] = [];
  await show(<Desk pressed={pressed} refusal={refusal} />);
  await screen.findByLabelText('Catatan');
  return { pressed, keyboard: userEvent.setup() };
}

describe('a key', () => {
  it('does what it says', async () => {
    const { pressed, keyboard } = await atDesk();
    await keyboard.keyboard('nga');
    expect(pressed).toEqual(['n', 'g a']);
  });

  it('means itself alone, and something else as the second of two', async () => {
    const { pressed, keyboard } = await atDesk();
    await keyboard.keyboard('aga');
    expect(pressed).toEqual(['a', 'g a']);
  });

  it('goes on working after a tick was set by the pointer', async () => {
    const { pressed, keyboard } = await atDesk();
    await keyboard.click(screen.getByLabelText('KTP terbaca'));
    await keyboard.keyboard('a');
    expect(pressed).toEqual(['a']);
  });

  it('is a letter while somebody types', async () => {
    const { pressed, keyboard } = await atDesk();
    await keyboard.type(screen.getByLabelText('Catatan'), 'nga');
    expect(pressed).toEqual([]);
  });

  it('sends from inside a field with Ctrl', async () => {
    const { pressed, keyboard } = await atDesk();
    await keyboard.click(screen.getByLabelText('Catatan'));
    await keyboard.keyboard('{Control>}{Enter}{/Control}');
    expect(pressed).toEqual(['ctrl+enter']);
  });

  it('leaves the keys of browser and reader alone', async () => {
    const { pressed, keyboard } = await atDesk();
    await keyboard.keyboard('{Control>}n{/Control}{Alt>}n{/Alt}{Meta>}n{/Meta}');
    expect(pressed).toEqual([]);
  });

  it('does nothing once shortcuts are off', async () => {
    prefer({ shortcuts: false });
    const { pressed, keyboard } = await atDesk();
    await keyboard.keyboard('n');
    expect(pressed).toEqual([]);
  });

  it('says why it is refused', async () => {
    const { pressed, keyboard } = await atDesk('Daftar periksa belum lengkap.');
    await keyboard.keyboard('n');
    expect(pressed).toEqual([]);
    expect(await screen.findByText('Daftar periksa belum lengkap.')).toBeTruthy();
  });

  it('is listed behind ?, and means nothing under that dialog', async () => {
    const { pressed, keyboard } = await atDesk();
    await keyboard.keyboard('?');
    await screen.findByRole('dialog', { name: 'Pintasan papan tik' });
    expect(screen.getByText('Ambil berikutnya')).toBeTruthy();
    await keyboard.keyboard('n');
    expect(pressed).toEqual([]);
  });
});

describe('what this browser remembers', () => {
  const usual = preferences();
  afterEach(() => prefer(usual));

  it('is chosen on the page of settings, holds at once, and stays for the next visit', async () => {
    await show(<SettingsPage />);
    const keyboard = userEvent.setup();
    await keyboard.click(await screen.findByLabelText('Gelap'));
    await keyboard.click(screen.getByLabelText(/^Lega/));
    await keyboard.click(screen.getByLabelText('Tampilkan nama menu'));
    await keyboard.click(screen.getByLabelText(/^Pintasan papan tik/));
    await keyboard.click(screen.getByLabelText('English'));
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeTruthy();
    const chosen = { scheme: 'dark', density: 'lega', railPinned: true, shortcuts: false, language: 'en' };
    expect(preferences()).toMatchObject(chosen);
    expect(Object.values(localStorage).map((kept) => JSON.parse(kept))).toContainEqual(preferences());
  });
});
