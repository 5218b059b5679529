import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { RevealPanel } from '../../admin-ui/src/desk/reveal-panel';
import type { OneAccount } from '../../admin-ui/src/features/account-page/act';
import { ResendDialog } from '../../admin-ui/src/features/account-page/resend-dialog';
import { now } from '../../admin-ui/src/ui/clock';
import { type Answers, show } from '../kit/console';

afterEach(cleanup);

const ACCOUNT = {
  __typename: 'HelpdeskAccount' as const,
  id: '0193-account',
  username: 'demo01akun',
  fullName: 'Sutinah C••••',
  status: 'AWAITING_ACTIVATION' as const,
  actor: 'INDIVIDUAL' as const,
  entityName: null,
  nik: '3174••••9901',
  nib: null,
  npwp: null,
  passport: null,
  birthDate: '1990',
  email: {
    __typename: 'HelpdeskContact' as const,
    channel: 'EMAIL' as const,
    value: 'd••1@e•••.com',
    verifiedAt: null,
  },
  whatsapp: {
    __typename: 'HelpdeskContact' as const,
    channel: 'WHATSAPP' as const,
    value: '0860••••778',
    verifiedAt: null,
  },
  regionName: 'Kota Bandung',
  createdAt: '2026-11-20T02:00:00.000Z',
  activatedAt: null,
  allowedActions: [],
};
const DELIVERY = {
  __typename: 'Delivery',
  id: '0193-delivery',
  kind: 'ACTIVATION_LINK',
  channel: 'EMAIL',
  destination: 'd••1@e•••.com',
  status: 'FAILED',
  statusReason: 'kotak penuh',
  nextStep: null,
  queuedAt: '2026-11-23T06:58:00.000Z',
  updatedAt: '2026-11-23T06:58:00.000Z',
  attempts: [],
};
const page = { __typename: 'DeliveryPage', items: [DELIVERY], endCursor: null, hasNextPage: false };
const deliveries: Answers = {
  AccountDeliveries: () => ({
    account: {
      ...{ __typename: 'HelpdeskAccount', id: ACCOUNT.id, deliveries: page },
      activationValidUntil: '2026-11-24T06:58:00.000Z',
    },
  }),
};
const problem = (__typename: string, message: string, more = {}) => ({ __typename, message, ...more });

describe('sending an activation again', () => {
  const open = async (answer: object | Error, account: OneAccount = ACCOUNT, more: Answers = {}) => {
    const done: string[] = [];
    const shown = await show(<ResendDialog account={account} onDone={() => done.push('closed')} />, {
      answers: {
        ...deliveries,
        ResendActivation: () => (answer instanceof Error ? answer : { resendActivation: answer }),
        ...more,
      },
    });
    await screen.findByRole('dialog', { name: 'Kirim ulang aktivasi' });
    return { ...shown, done, keyboard: userEvent.setup() };
  };

  it('sends at Enter, and says what became of it', async () => {
    const sent = { ...DELIVERY, id: '0193-new', status: 'QUEUED', statusReason: null };
    const { keyboard, done, asked } = await open({ __typename: 'ActivationResent', delivery: sent });
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Kirim ulang'));
    await keyboard.keyboard('{Enter}');
    expect(await screen.findByText('Aktivasi ke d••1@e•••.com: Antre.')).toBeTruthy();
    expect(done).toEqual(['closed']);
    expect(asked.find(({ operation }) => operation === 'ResendActivation')?.variables).toEqual({
      input: { accountId: ACCOUNT.id, channel: 'EMAIL' },
    });
  });

  it('shows beside each channel what became of the last message on it', async () => {
    await open(problem('NotFound', ''));
    expect(await screen.findByText(/Terakhir: Gagal \(kotak penuh\)/)).toBeTruthy();
    expect(screen.getByText('Belum pernah dikirimi pesan.')).toBeTruthy();
  });

  it('says until when the message works that the person has', async () => {
    await open(problem('NotFound', ''));
    expect(await screen.findByText(/yang sekarang berlaku sampai/)).toBeTruthy();
    expect(screen.getByText('24 Nov 2026, 13.58 WIB')).toBeTruthy();
  });

  it('explains a refusal, and when it passes by itself', async () => {
    const refused = problem('ResendRefused', 'Belum bisa: jatah per jam habis.', {
      retryAt: '2026-11-23T07:42:00.000Z',
    });
    const { keyboard } = await open(refused);
    await keyboard.click(screen.getByRole('button', { name: 'Kirim ulang' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Belum bisa: jatah per jam habis.');
    expect(alert.textContent).toContain('14.42 WIB');
  });

  it.each([
    problem('ResendRefused', 'Tidak dapat dikirim: akun sudah aktif.', { retryAt: null }),
    problem('NotFound', 'Tidak ditemukan.'),
    problem('SomethingNew', 'Kata server yang lebih baru.'),
  ])('says the server’s words of a refusal that no waiting ends, and stays open: %#', async (refused) => {
    const { keyboard, done } = await open(refused);
    await keyboard.click(screen.getByRole('button', { name: 'Kirim ulang' }));
    expect((await screen.findByRole('alert')).textContent).toBe(refused.message);
    expect(done).toEqual([]);
  });

  it('goes to WhatsApp where there is no email, and says that no link is good any longer', async () => {
    const none = { ...page, items: [] };
    const { keyboard, asked } = await open(
      problem('NotFound', ''),
      { ...ACCOUNT, email: null },
      {
        AccountDeliveries: () => ({
          account: {
            ...{ __typename: 'HelpdeskAccount', id: ACCOUNT.id, deliveries: none },
            activationValidUntil: null,
          },
        }),
      },
    );
    expect(await screen.findByText(/Tidak ada tautan atau kode yang masih berlaku/)).toBeTruthy();
    expect(screen.getAllByRole('radio')).toHaveLength(1);
    await keyboard.click(screen.getByRole('button', { name: 'Kirim ulang' }));
    expect(asked.at(-1)?.variables).toEqual({ input: { accountId: ACCOUNT.id, channel: 'WHATSAPP' } });
  });

  it('says so when the answer is lost', async () => {
    const { keyboard, done } = await open(new Error('down'));
    await keyboard.click(screen.getByRole('button', { name: 'Kirim ulang' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Server tidak terjangkau');
    expect(done).toEqual([]);
  });
});

describe('showing data', () => {
  const CANARY = '3174031905909901';
  const revealed = (ms = 60_000) => ({
    __typename: 'Revealed',
    values: [{ __typename: 'RevealedValue', field: 'nik', value: CANARY }],
    expiresAt: new Date(now() + ms).toISOString(),
  });
  const open = async (answers: object[], refused: () => object | Error | undefined = () => undefined) => {
    const left = [...answers];
    const done: string[] = [];
    const shown = await show(
      <RevealPanel of={{ accountId: ACCOUNT.id }} onDone={() => done.push('hidden')} />,
      {
        answers: {
          Reveal: () => ({ reveal: left.length > 1 ? left.shift() : left[0] }),
          RefreshProof: () => {
            const validUntil = new Date(now() + 1_800_000).toISOString();
            const answer = refused() ?? { __typename: 'ProofRefreshed', validUntil };
            return answer instanceof Error ? answer : { refreshProof: answer };
          },
          SessionTimes: () => ({ rehearsal: true, agentSession: null }),
        },
      },
    );
    const keyboard = userEvent.setup();
    await screen.findByRole('form', { name: 'Lihat data' });
    return { ...shown, done, keyboard };
  };
  const confirm = () => screen.getByRole('button', { name: /Tampilkan 60 detik/ });

  it('wants a reason, and one in words where none of the list fits', async () => {
    const { keyboard, asked } = await open([revealed()]);
    expect(confirm().getAttribute('aria-disabled')).toBe('true');
    await keyboard.click(screen.getByLabelText('Lainnya'));
    await keyboard.type(screen.getByLabelText('Alasan lain'), 'terlalu');
    expect(confirm().getAttribute('aria-disabled')).toBe('true');
    await keyboard.type(screen.getByLabelText('Alasan lain'), ' singkat tadi');
    await keyboard.click(confirm());
    await screen.findByText(CANARY);
    expect(asked.at(-1)?.variables).toEqual({
      input: { accountId: ACCOUNT.id, group: 'IDENTITY', reason: 'terlalu singkat tadi' },
    });
  });

  it('keeps the values on the page alone, and not there either once their time is over', async () => {
    const { keyboard, done, client } = await open([revealed(1500)]);
    await keyboard.click(screen.getByLabelText('Verifikasi dokumen'));
    await keyboard.click(confirm());
    await screen.findByText(CANARY);
    expect(JSON.stringify(client.extract())).not.toContain(CANARY);
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain(CANARY);
    await waitFor(() => expect(done).toEqual(['hidden']));
    expect(document.body.innerHTML).not.toContain(CANARY);
  });

  it('hides them at Esc', async () => {
    const { keyboard, done } = await open([revealed()]);
    await keyboard.click(screen.getByLabelText('Verifikasi dokumen'));
    await keyboard.click(confirm());
    await screen.findByText(CANARY);
    await keyboard.keyboard('{Escape}');
    expect(done).toEqual(['hidden']);
  });

  it('asks for a fresh code beside the page and then sends the same command again', async () => {
    const { keyboard, asked } = await open([
      problem('FreshProofRequired', 'Masukkan kode autentikator.'),
      revealed(),
    ]);
    await keyboard.click(screen.getByLabelText('Perintah pengawas'));
    await keyboard.click(confirm());
    const panel = await screen.findByRole('form', { name: 'Verifikasi ulang' });
    await keyboard.type(within(panel).getByLabelText(/Kode 6 angka/), '123456');
    await keyboard.click(within(panel).getByRole('button', { name: 'Lanjutkan' }));
    await screen.findByText(CANARY);
    const sent = asked.filter(({ operation }) => operation === 'Reveal');
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });

  it('says what is wrong with a code, asks for the next one, and goes on with the first that is good', async () => {
    const rejected = (message: string) => problem('AgentLoginRejected', message, { startOver: false });
    const refused: (object | Error)[] = [
      rejected('Kode tidak cocok.'),
      problem('TooManyRequests', 'Coba lagi 14.42.', { retryAt: '2026-11-23T07:42:00.000Z' }),
      problem('SomethingNew', 'Kata server yang lebih baru.'),
      new Error('down'),
    ];
    const { keyboard, asked } = await open(
      [problem('FreshProofRequired', 'Masukkan kode autentikator.'), revealed()],
      () => refused.shift(),
    );
    await keyboard.click(screen.getByLabelText('Perintah pengawas'));
    await keyboard.click(confirm());
    const panel = await screen.findByRole('form', { name: 'Verifikasi ulang' });
    const field = within(panel).getByLabelText(/Kode 6 angka/) as HTMLInputElement;
    for (const words of [/tidak cocok/, /14\.42/, /lebih baru/, /tidak terjangkau/]) {
      await keyboard.type(field, '123456{Enter}');
      expect(await within(panel).findByText(words)).toBeTruthy();
      expect([field.value, document.activeElement]).toEqual(['', field]);
    }
    await keyboard.type(field, '123456{Enter}');
    expect(await screen.findByText(CANARY)).toBeTruthy();
    expect(asked.filter(({ operation }) => operation === 'RefreshProof')).toHaveLength(5);
  });

  it('leaves everything as it was when the code is not given', async () => {
    const { keyboard, asked } = await open([problem('FreshProofRequired', 'Masukkan kode autentikator.')]);
    await keyboard.click(screen.getByLabelText('Perintah pengawas'));
    await keyboard.click(confirm());
    const panel = await screen.findByRole('form', { name: 'Verifikasi ulang' });
    await keyboard.click(within(panel).getByRole('button', { name: 'Batal' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Masukkan kode autentikator.');
    expect((screen.getByLabelText('Perintah pengawas') as HTMLInputElement).checked).toBe(true);
    expect(asked.filter(({ operation }) => operation === 'Reveal')).toHaveLength(1);
  });

  it.each(['TooManyRequests', 'NotFound', 'RevealRefused'])('shows the words of %s', async (type) => {
    const { keyboard } = await open([
      problem(type, `Kata-kata ${type}.`, { retryAt: '2026-11-23T07:42:00.000Z' }),
    ]);
    await keyboard.click(screen.getByLabelText('Verifikasi dokumen'));
    await keyboard.click(confirm());
    expect((await screen.findByRole('alert')).textContent).toContain(`Kata-kata ${type}.`);
  });

  it('shows the words of an outcome that is newer than this console', async () => {
    const { keyboard } = await open([problem('SomethingNew', 'Kata-kata baru.')]);
    await keyboard.click(screen.getByLabelText('Verifikasi dokumen'));
    await keyboard.click(confirm());
    expect((await screen.findByRole('alert')).textContent).toContain('Kata-kata baru.');
  });
});
