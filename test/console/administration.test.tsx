import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { RINA } from '../kit/console';
import { wholeConsole } from './whole-console';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const CITRA = {
  ...{ ...RINA, id: '0193-citra', fullName: 'Citra Contoh', username: 'citra' },
  ...{ active: true, totpEnrolled: true, lastSeenAt: null, pendingChange: null },
};
const saved = { __typename: 'AgentSaved', agent: CITRA };

async function openCitra(replies = {}) {
  const shown = await wholeConsole('/admin/petugas', 'ADMIN', {
    Agents: () => ({ agents: [CITRA] }),
    AgentOffices: () => ({ offices: [{ ...RINA.office, active: true }] }),
    ...replies,
  });
  await shown.keyboard.click(await screen.findByRole('button', { name: /Citra Contoh/ }));
  const form = await screen.findByRole('form', { name: 'Citra Contoh' });
  return { ...shown, form };
}
const asking = () => screen.findByRole('dialog', { name: 'Perubahan belum disimpan' });

describe('an agent’s form', () => {
  it('sends the invitation again, for whoever lost it or the password', async () => {
    const { form, keyboard, line } = await openCitra({
      InviteAgentAgain: () => ({ inviteAgentAgain: saved }),
    });
    await keyboard.click(within(form).getByRole('button', { name: 'Kirim undangan lagi' }));
    expect(await screen.findByText('Undangan baru dikirim kepada Citra Contoh.')).toBeTruthy();
    const sent = line.asked.find(({ operation }) => operation === 'InviteAgentAgain');
    expect(sent?.variables).toEqual({ input: { agentId: CITRA.id } });
  });

  it('says why there is no new invitation', async () => {
    const refused = { __typename: 'AgentNotSaved', message: 'Petugas ini tidak aktif lagi.' };
    const { form, keyboard } = await openCitra({ InviteAgentAgain: () => ({ inviteAgentAgain: refused }) });
    await keyboard.click(within(form).getByRole('button', { name: 'Kirim undangan lagi' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Petugas ini tidak aktif lagi.');
  });

  it('closes at once while nothing was changed', async () => {
    const { form, keyboard } = await openCitra();
    await keyboard.click(within(form).getByRole('button', { name: 'Batal' }));
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('asks before it throws away what was changed, also at Esc and on the way to another page', async () => {
    const { form, keyboard } = await openCitra();
    await keyboard.selectOptions(within(form).getByLabelText('Peran'), 'APPROVER');
    const leaving = [
      () => keyboard.click(within(form).getByRole('button', { name: 'Batal' })),
      () => keyboard.type(within(form).getByLabelText('Peran'), '{Escape}'),
      () => keyboard.click(screen.getByRole('link', { name: /^Audit/ })),
    ];
    for (const leave of leaving) {
      await leave();
      await keyboard.click(within(await asking()).getByRole('button', { name: 'Lanjut mengisi' }));
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
      expect((within(form).getByLabelText('Peran') as HTMLSelectElement).value).toBe('APPROVER');
    }
    await keyboard.click(within(form).getByRole('button', { name: 'Batal' }));
    await keyboard.click(within(await asking()).getByRole('button', { name: 'Buang perubahan' }));
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
  });
});
