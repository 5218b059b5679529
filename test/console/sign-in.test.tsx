import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { noteSessionOver } from '../../admin-ui/src/desk/ending';
import { keepChallenge } from '../../admin-ui/src/features/sign-in/challenge';
import { faultsOf, hintOf } from '../../admin-ui/src/features/sign-in/password-rules';
import { RINA } from '../kit/console';
import { replies } from './desk-pages';
import { type Replies, wholeConsole } from './whole-console';

afterEach(() => {
  cleanup();
  keepChallenge(null);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const rejected = (message: string, more: object = {}) => ({
  ...{ __typename: 'AgentLoginRejected', message, startOver: false },
  ...more,
});
const later = { __typename: 'TooManyRequests', message: 'Coba lagi 14.42.', retryAt: '2026-11-23T07:42:00Z' };
const newer = { __typename: 'SomethingNew', message: 'Kata server yang lebih baru.' };
const challenge = { __typename: 'TotpRequired', challenge: 'c1' };
const URI = 'otpauth://totp/Konsol:rina?secret=JBSWY3DPEHPK3PXP&issuer=Konsol';
const policy = { passwordPolicy: { __typename: 'PasswordPolicy', minLength: 12, rules: ['TOO_SHORT'] } };

async function atPassword(answers: object[], more: Replies = {}, wanted = '?ke=%2Fbantuan') {
  const said = [...answers];
  const shown = await wholeConsole(`/masuk${wanted}`, 'AGENT', {
    ...replies,
    LogInAgent: () => ({ logInAgent: said.shift() }),
    ...more,
  });
  const enter = async () => {
    await shown.keyboard.clear(screen.getByLabelText('Nama pengguna'));
    await shown.keyboard.type(screen.getByLabelText('Nama pengguna'), 'rina');
    await shown.keyboard.type(screen.getByLabelText('Kata sandi'), 'Kopi-Tubruk-88-meja{Enter}');
  };
  return { ...shown, enter };
}

async function atCode(answers: object[], wanted?: string) {
  const said = [...answers];
  const confirm = { ConfirmTotp: () => ({ confirmTotp: said.shift() }) };
  const shown = await atPassword([challenge], confirm, wanted);
  await shown.enter();
  await screen.findByRole('heading', { name: 'Masukkan kode' });
  const type = () =>
    shown.keyboard.type(screen.getByLabelText('Kode 6 angka', { exact: false }), '123456{Enter}');
  return { ...shown, type };
}

describe('the first step of signing in', () => {
  it('says the server’s words of every refusal, and forgets the password', async () => {
    const { enter } = await atPassword([rejected('Tidak dapat masuk.'), later, newer]);
    for (const words of ['Tidak dapat masuk.', later.message, newer.message]) {
      await enter();
      expect((await screen.findByText(words)).closest('[role="alert"]')).toBeTruthy();
      expect((screen.getByLabelText('Kata sandi') as HTMLInputElement).value).toBe('');
    }
  });

  it('says what happened when no answer came, and keeps what was typed', async () => {
    const { enter, line } = await atPassword([]);
    line.state = 'down';
    await enter();
    expect((await screen.findByRole('alert')).textContent).toContain('Server tidak terjangkau');
    expect((screen.getByLabelText('Nama pengguna') as HTMLInputElement).value).toBe('rina');
  });
});

describe('the pages before the sign-in', () => {
  it('speak English at one press, and Indonesian again at the next', async () => {
    const { keyboard } = await atPassword([]);
    await keyboard.click(screen.getByRole('button', { name: 'English' }));
    expect(await screen.findByRole('heading', { name: 'Sign in to the console' })).toBeTruthy();
    await keyboard.click(screen.getByRole('button', { name: 'Bahasa Indonesia' }));
    expect(await screen.findByRole('heading', { name: 'Masuk ke konsol' })).toBeTruthy();
  });
});

describe('the second step', () => {
  it('keeps its challenge when no answer came, and begins the day where no page was wanted', async () => {
    const agent = { ...RINA, role: 'ADMIN' };
    const entered = { __typename: 'AgentLoggedIn', agent, expiresAt: '2026-11-23T19:00:00Z' };
    const { type, line } = await atCode([entered], '');
    line.state = 'down';
    await type();
    expect(await screen.findByText(/Server tidak terjangkau/)).toBeTruthy();
    line.state = 'up';
    await type();
    await waitFor(() => expect(window.location.pathname).toBe('/helpdesk/admin/petugas'));
  });

  it('stays after a wrong or used code, and goes on to the page that was wanted', async () => {
    const used = 'Kode sudah dipakai. Tunggu kode berikutnya.';
    const { type, line } = await atCode([
      ...[rejected('Tidak dapat masuk.'), rejected(used), later, newer],
      { __typename: 'AgentLoggedIn', agent: RINA, expiresAt: '2026-11-23T19:00:00Z' },
    ]);
    for (const words of ['Tidak dapat masuk.', used, later.message, newer.message]) {
      await type();
      expect(await screen.findByText(words)).toBeTruthy();
    }
    await type();
    expect(await screen.findByRole('heading', { level: 1, name: 'Bantuan' })).toBeTruthy();
    expect(line.asked.find(({ operation }) => operation === 'ConfirmTotp')?.variables).toEqual({
      input: { challenge: 'c1', code: '123456' },
    });
  });

  it('leads back to the password, with the reason when the challenge is dead', async () => {
    const over = 'Waktu langkah ini habis. Mulai lagi dari kata sandi.';
    const { type } = await atCode([rejected(over, { startOver: true })]);
    await type();
    expect(await screen.findByText(over)).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Masuk ke konsol' })).toBeTruthy();
  });

  it('leads back to the password on demand, without one', async () => {
    const { keyboard } = await atCode([]);
    await keyboard.click(screen.getByRole('button', { name: 'Mulai lagi dari kata sandi' }));
    await screen.findByRole('heading', { name: 'Masuk ke konsol' });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('has no way on after a reload', async () => {
    await wholeConsole('/masuk/kode', 'AGENT', replies);
    expect(await screen.findByRole('heading', { name: 'Masuk ke konsol' })).toBeTruthy();
  });
});

describe('an invitation', () => {
  const open = async (answers: object[]) => {
    const said = [...answers];
    const shown = await wholeConsole('/undangan#rahasia', 'AGENT', {
      ...replies,
      PasswordPolicy: () => policy,
      AcceptInvitation: () => ({ acceptInvitation: said.shift() }),
    });
    const accept = () => shown.keyboard.type(screen.getByLabelText('Kata sandi baru'), 'x{Enter}');
    return { ...shown, accept };
  };

  it('leaves the address at once, says what to mend, and teaches the authenticator', async () => {
    const weak = { __typename: 'PasswordRejected', message: '', reasons: ['TOO_SHORT', 'COMMON'] };
    const { accept, line } = await open([
      ...[weak, rejected('Undangan tidak berlaku.'), later, newer],
      { __typename: 'TotpEnrolment', challenge: 'c2', otpauthUri: URI },
    ]);
    expect(window.location.href).not.toContain('rahasia');
    expect(await screen.findByText(/Paling sedikit 12 karakter\./)).toBeTruthy();
    for (const words of [
      /terlalu pendek\..*sering dipakai/,
      'Undangan tidak berlaku.',
      later.message,
      newer.message,
    ]) {
      await accept();
      expect(await screen.findByText(words)).toBeTruthy();
    }
    await accept();
    await screen.findByRole('heading', { name: 'Pasang autentikator' });
    expect(await screen.findByText('JBSW Y3DP EHPK 3PXP')).toBeTruthy();
    expect(line.asked.find(({ operation }) => operation === 'AcceptInvitation')?.variables).toMatchObject({
      input: { token: 'rahasia' },
    });
  });

  it('keeps the password that was typed when no answer came', async () => {
    const { accept, line } = await open([]);
    line.state = 'down';
    await accept();
    expect(await screen.findByText(/Server tidak terjangkau/)).toBeTruthy();
    expect((screen.getByLabelText('Kata sandi baru') as HTMLInputElement).value).toBe('x');
  });

  it('knows each rule of the password in words', () => {
    const rules = [
      ...(['TOO_SHORT', 'TOO_LONG', 'NEEDS_LETTER', 'NEEDS_DIGIT', 'NEEDS_SPECIAL', 'COMMON'] as const),
      ...(['CONTAINS_PERSONAL_DATA', 'SAME_AS_CURRENT'] as const),
    ];
    const words = rules.map((rule) => faultsOf([rule]));
    expect(new Set(words).size).toBe(rules.length);
    expect(hintOf(undefined)).toBe('');
    expect(
      hintOf({ __typename: 'PasswordPolicy', minLength: 8, rules: ['NEEDS_SPECIAL'] } as never),
    ).toContain('karakter khusus');
  });
});

describe('a session that is over while something is being typed', () => {
  afterEach(() => noteSessionOver(false));

  const covered = async (agent: object) => {
    const confirm = { ConfirmTotp: () => ({ confirmTotp: { __typename: 'AgentLoggedIn', agent } }) };
    const login = { LogInAgent: () => ({ logInAgent: challenge }) };
    const shown = await wholeConsole('/akun', 'AGENT', { ...replies, ...login, ...confirm });
    const field = () => screen.getByLabelText(/^NIK, NIB, email/) as HTMLInputElement;
    await shown.keyboard.type(field(), 'budi');
    act(() => noteSessionOver(true));
    const again = within(await screen.findByRole('region', { name: 'Masuk lagi' }));
    const enter = async () => {
      await shown.keyboard.type(again.getByLabelText('Kata sandi'), 'Kopi-Tubruk-88-meja{Enter}');
      await shown.keyboard.type(await again.findByLabelText(/Kode 6 angka/), '123456{Enter}');
    };
    return { ...shown, field, again, enter };
  };

  it('lets the same person go on where it stopped, also after a second try', async () => {
    const { keyboard, again, field, enter } = await covered(RINA);
    expect((again.getByLabelText('Nama pengguna') as HTMLInputElement).value).toBe('petugas');
    expect(field().closest('[inert]')).toBeTruthy();
    await keyboard.type(again.getByLabelText('Kata sandi'), 'Kopi-Tubruk-88-meja{Enter}');
    await keyboard.click(await again.findByRole('button', { name: 'Mulai lagi dari kata sandi' }));
    await enter();
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Masuk lagi' })).toBeNull());
    expect([field().value, field().closest('[inert]')]).toEqual(['budi', null]);
  });

  it('never uncovers the page for somebody else', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined); // jsdom goes to no other document
    const { again, field, enter, line } = await covered({ ...RINA, id: '0193-andi', username: 'andi' });
    await enter();
    await waitFor(() => expect(line.asked.at(-1)?.operation).toBe('ConfirmTotp'));
    expect(again.getByRole('heading', { name: 'Sesi Anda berakhir' })).toBeTruthy();
    expect(field().closest('[inert]')).toBeTruthy();
  });
});

describe('being signed out', () => {
  it.each([
    ['sendiri', /Anda keluar dari konsol/],
    ['diam', /lama tidak ada kegiatan/],
    ['batas', /batas satu hari kerja/],
    ['di-tempat-lain', /diakhiri dari tempat lain/],
    ['peran', /Peran atau kantor Anda berubah/],
    ['nonaktif', /menonaktifkan akun petugas ini.*tersimpan\. Hubungi admin/],
  ])('names the cause: %s', async (reason, words) => {
    await wholeConsole(`/keluar?sebab=${reason}`, 'AGENT', replies);
    await waitFor(() => expect(screen.getByText(words)).toBeTruthy());
    expect(screen.getByRole('link', { name: 'Masuk lagi' })).toBeTruthy();
  });
});
