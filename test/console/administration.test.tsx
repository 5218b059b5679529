import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { AgentsPage } from '../../admin-ui/src/features/administration/agents.page';
import { type Answers, RINA, show } from '../kit/console';
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

const CIMAHI = { ...RINA.office, id: '0193-cimahi', name: 'DPMPTSP Kota Cimahi' };
const DEWI = {
  ...{ ...CITRA, id: '0193-dewi', fullName: 'Dewi Contoh', username: 'dewi', role: 'AUDITOR' },
  ...{ office: CIMAHI, active: false, totpEnrolled: false, lastSeenAt: '2026-11-23T07:05:00.000Z' },
};
const proposed = (more: object = {}) => ({
  ...{ __typename: 'PendingAgentChange', role: 'APPROVER', office: CIMAHI, proposedBy: 'Sari Contoh' },
  ...{ readmit: false, mine: false, expiresAt: '2026-11-24T07:05:00.000Z', ...more },
});
const refused = (__typename: string, message: string) => ({ __typename, message });

async function atList(agents: object[], answers: Answers = {}) {
  const shown = await show(<AgentsPage />, {
    answers: {
      Agents: () => ({ agents }),
      AgentOffices: () => ({
        offices: [RINA.office, CIMAHI, { ...CIMAHI, id: '0193-lama', name: 'Kantor lama' }].map((office) => ({
          ...office,
          active: office.name !== 'Kantor lama',
        })),
      }),
      ...answers,
    },
    viewer: { ...RINA, role: 'ADMIN' },
  });
  await screen.findByRole('table', { name: 'Petugas' });
  const keyboard = userEvent.setup();
  const sent = (operation: string) =>
    shown.asked.filter((one) => one.operation === operation).map(({ variables }) => variables.input);
  const openForm = async (name: string) => {
    await keyboard.click(screen.getByRole('button', { name }));
    return within(await screen.findByRole('form'));
  };
  return { ...shown, keyboard, sent, openForm };
}

describe('the list of agents', () => {
  it('says who is enrolled, active and waiting, and is narrowed by office, role and state', async () => {
    const { keyboard } = await atList([{ ...CITRA, pendingChange: proposed() }, DEWI]);
    const rowOf = (name: string) => screen.queryByRole('button', { name })?.closest('tr')?.textContent;
    expect(rowOf('Citra Contoh')).toContain('TerpasangBelum pernahAktif Menunggu admin kedua');
    expect(rowOf('Dewi Contoh')).toContain('Belum23 Nov 2026, 14.05 WIBNonaktif');
    const choose = async (field: string, value: string) => {
      await keyboard.selectOptions(screen.getByLabelText(field), value);
      return ['Citra Contoh', 'Dewi Contoh'].filter(rowOf);
    };
    expect(await choose('Peran', 'AUDITOR')).toEqual(['Dewi Contoh']);
    expect(await choose('Status', 'active')).toEqual([]);
    expect(screen.getByText('Tidak ada petugas yang cocok')).toBeTruthy();
    expect(await choose('Status', 'inactive')).toEqual(['Dewi Contoh']);
    await choose('Status', '');
    await choose('Peran', '');
    await keyboard.click(screen.getByRole('combobox', { name: 'Kantor' }));
    await keyboard.click(await screen.findByRole('option', { name: 'DPMPTSP Kota Bandung' }));
    expect(['Citra Contoh', 'Dewi Contoh'].filter(rowOf)).toEqual(['Citra Contoh']);
  });
});

describe('changing an agent', () => {
  it('says before what will change, sends that alone, and says each time why it is not done yet', async () => {
    const left: (object | Error)[] = [
      refused('AgentNotSaved', 'Diusulkan. Admin lain harus mengirim perubahan yang sama.'),
      refused('FreshProofRequired', 'Masukkan kode autentikator.'),
      refused('SomethingNew', 'Kata server yang lebih baru.'),
      new Error('down'),
    ];
    const { keyboard, sent, openForm } = await atList([CITRA], {
      UpdateAgent: () => {
        const answer = left.shift() ?? saved;
        return answer instanceof Error ? answer : { updateAgent: answer };
      },
    });
    const form = await openForm('Citra Contoh');
    expect(form.getByText('Belum ada perubahan.')).toBeTruthy();
    await keyboard.selectOptions(form.getByLabelText('Peran'), 'APPROVER');
    await keyboard.click(form.getByRole('combobox', { name: 'Kantor' }));
    await keyboard.click(await screen.findByRole('option', { name: 'DPMPTSP Kota Cimahi' }));
    await keyboard.click(form.getByLabelText('Aktif'));
    await keyboard.click(form.getByLabelText('Atur ulang TOTP'));
    expect(form.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Peran: Petugas → Pemeriksa',
      'Kantor: DPMPTSP Kota Bandung → DPMPTSP Kota Cimahi',
      'Dinonaktifkan: semua sesi berakhir',
      'TOTP diatur ulang: petugas mendaftar lagi saat masuk',
    ]);
    const save = () => keyboard.click(form.getByRole('button', { name: /Simpan/ }));
    await save();
    expect((await form.findByRole('alert')).textContent).toContain('Diusulkan. Admin lain');
    await save();
    await keyboard.type(
      within(await screen.findByRole('form', { name: 'Verifikasi ulang' })).getByLabelText(/Kode/),
      '{Escape}',
    );
    expect(await form.findByText('Masukkan kode autentikator.')).toBeTruthy();
    await save();
    expect(await form.findByText('Kata server yang lebih baru.')).toBeTruthy();
    await save();
    expect(await form.findByText(/Server tidak terjangkau/)).toBeTruthy();
    await save();
    expect(await screen.findByText('Citra Contoh disimpan.')).toBeTruthy();
    expect(screen.queryByRole('form')).toBeNull();
    const change = { role: 'APPROVER', officeId: CIMAHI.id, active: false, resetTotp: true };
    expect(new Set(sent('UpdateAgent').map((input) => JSON.stringify(input)))).toEqual(
      new Set([JSON.stringify({ agentId: CITRA.id, ...change })]),
    );
  });

  it('lets somebody come back, offers no invitation meanwhile, and takes the choice of an office back', async () => {
    const { keyboard, sent, openForm } = await atList([DEWI], {
      UpdateAgent: () => ({ updateAgent: saved }),
    });
    const form = await openForm('Dewi Contoh');
    expect(form.queryByRole('button', { name: 'Kirim undangan lagi' })).toBeNull();
    const choose = async (office: string) => {
      await keyboard.click(form.getByRole('combobox', { name: 'Kantor' }));
      await keyboard.click(await screen.findByRole('option', { name: office }));
    };
    await choose('DPMPTSP Kota Bandung');
    await choose('DPMPTSP Kota Bandung');
    await keyboard.click(form.getByLabelText('Aktif'));
    expect(form.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Diaktifkan lagi']);
    await keyboard.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(sent('UpdateAgent')).toEqual([{ agentId: DEWI.id, active: true }]));
  });

  it.each([
    [false, 'Petugas ini diaktifkan lagi. Kirim perubahan yang sama untuk menyetujuinya.'],
    [true, 'Petugas ini diaktifkan lagi. Admin lain perlu mengirim perubahan yang sama.'],
  ])('says all that was proposed, and who sends the same (proposed by oneself: %s)', async (mine, words) => {
    const { openForm } = await atList([{ ...DEWI, pendingChange: proposed({ readmit: true, mine }) }]);
    const form = await openForm('Dewi Contoh');
    expect(form.getByText(/Diusulkan Sari Contoh: Pemeriksa, DPMPTSP Kota Cimahi/)).toBeTruthy();
    expect(form.getByText(new RegExp(words))).toBeTruthy();
  });

  it('is for nobody about oneself', async () => {
    const { keyboard, openForm, sent } = await atList([{ ...CITRA, id: RINA.id }]);
    const form = await openForm('Citra Contoh');
    await keyboard.selectOptions(form.getByLabelText('Peran'), 'SUPERVISOR');
    expect(form.getByText('Tidak seorang pun mengubah dirinya sendiri.')).toBeTruthy();
    await keyboard.keyboard('{Control>}{Enter}{/Control}');
    expect(sent('UpdateAgent')).toEqual([]);
  });
});

describe('inviting an agent', () => {
  it('wants every field, offers offices that work, keeps all of it when refused, and says whom it went to', async () => {
    const left = [refused('AgentNotSaved', 'Nama pengguna ini sudah dipakai.')];
    const { keyboard, sent, openForm } = await atList([CITRA], {
      CreateAgent: () => ({ createAgent: left.shift() ?? saved }),
    });
    const form = await openForm('Undang petugas');
    expect(form.getByText('Isi semua bidang.')).toBeTruthy();
    await keyboard.type(form.getByLabelText('Nama lengkap'), 'Eka Contoh');
    await keyboard.type(form.getByLabelText('Nama pengguna'), 'eka');
    await keyboard.type(form.getByLabelText('Email kerja'), 'eka@example.com');
    await keyboard.selectOptions(form.getByLabelText('Peran'), 'APPROVER');
    await keyboard.click(form.getByRole('combobox', { name: 'Kantor' }));
    const offices = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
    expect(offices).not.toContain('Kantor lama');
    await keyboard.click(screen.getByRole('option', { name: 'DPMPTSP Kota Cimahi' }));
    await keyboard.click(form.getByRole('button', { name: /Kirim undangan/ }));
    expect((await form.findByRole('alert')).textContent).toBe('Nama pengguna ini sudah dipakai.');
    expect(form.getByDisplayValue('eka@example.com')).toBeTruthy();
    await keyboard.click(form.getByRole('button', { name: /Kirim undangan/ }));
    expect(await screen.findByText('Undangan dikirim ke eka@example.com.')).toBeTruthy();
    expect(sent('CreateAgent')[1]).toEqual({
      ...{ username: 'eka', fullName: 'Eka Contoh', email: 'eka@example.com' },
      ...{ role: 'APPROVER', officeId: CIMAHI.id },
    });
  });
});
