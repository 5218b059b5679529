import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { BlockPanel } from '../../admin-ui/src/features/account-page/block-panel';
import { show } from '../kit/console';
import { type Replies, wholeConsole } from './whole-console';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const at = '2026-11-23T07:05:00.000Z';
const may = (action: string) => ({ __typename: 'AllowedAction', action, allowed: true, reason: null });
const ACCOUNT = {
  ...{ __typename: 'HelpdeskAccount', id: '0193-account', username: 'demo01akun', fullName: 'Sutinah C••••' },
  ...{ status: 'ACTIVE', actor: 'INDIVIDUAL', entityName: null, nik: null, nib: null, npwp: null },
  ...{ passport: null, birthDate: null, email: null, whatsapp: null, regionName: 'Kota Bandung' },
  ...{ createdAt: at, activatedAt: at, pendingReplacement: null },
  allowedActions: ['REVEAL', 'BLOCK', 'UNBLOCK', 'END_SESSIONS'].map(may),
};
const changed = (status: string) => ({ __typename: 'AccountChanged', account: { ...ACCOUNT, status } });

async function open(status: string, replies: Replies = {}) {
  const shown = await wholeConsole(`/akun/${ACCOUNT.id}`, 'SUPERVISOR', {
    Account: () => ({ account: { ...ACCOUNT, status } }),
    AccountPendingReplacement: () => ({ account: ACCOUNT }),
    AccountDeliveries: () => ({
      account: {
        ...ACCOUNT,
        deliveries: { __typename: 'DeliveryPage', items: [], endCursor: null, hasNextPage: false },
      },
    }),
    ...replies,
  });
  const { keyboard, line } = shown;
  return {
    ...shown,
    /** Through the menu, as a person goes. */
    async choose(item: RegExp) {
      await keyboard.click(await screen.findByRole('button', { name: /Lainnya/ }));
      await keyboard.click(await screen.findByRole('menuitem', { name: item }));
      return screen.findByRole('form');
    },
    sent: (operation: string) => line.asked.filter((one) => one.operation === operation),
  };
}

describe('blocking an account', () => {
  it('wants number and reason, and says that a second person has to follow', async () => {
    const message = 'Dicatat. Pengawas lain harus mengirim keputusan yang sama.';
    const { keyboard, choose, sent } = await open('ACTIVE', {
      BlockAccount: () => ({ blockAccount: { __typename: 'ChangeRefused', message } }),
    });
    const form = await choose(/Blokir…/);
    const confirm = within(form).getByRole('button', { name: /Blokir akun/ });
    expect(confirm.getAttribute('aria-disabled')).toBe('true');
    await keyboard.click(confirm);
    expect(sent('BlockAccount')).toEqual([]);
    await keyboard.type(within(form).getByLabelText('Nomor keputusan'), 'SK-12/2026');
    await keyboard.type(within(form).getByLabelText('Alasan'), 'Putusan pengadilan');
    await keyboard.click(confirm);
    expect((await within(form).findByRole('alert')).textContent).toContain(message);
    expect(sent('BlockAccount').map(({ variables }) => variables)).toEqual([
      { input: { accountId: ACCOUNT.id, decisionNumber: 'SK-12/2026', reason: 'Putusan pengadilan' } },
    ]);
  });

  it('is done with the second person, by keys alone', async () => {
    const { keyboard, choose } = await open('ACTIVE', {
      BlockAccount: () => ({ blockAccount: changed('BLOCKED') }),
    });
    const form = await choose(/Blokir…/);
    await waitFor(() => expect(form.contains(document.activeElement)).toBe(true));
    await keyboard.keyboard('SK-12/2026{Tab}Putusan pengadilan{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Akun diblokir.')).toBeTruthy();
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('keeps what was typed when the answer is lost', async () => {
    const { keyboard, choose, line } = await open('ACTIVE');
    const form = await choose(/Blokir…/);
    await keyboard.type(within(form).getByLabelText('Nomor keputusan'), 'SK-12/2026');
    await keyboard.type(within(form).getByLabelText('Alasan'), 'Putusan pengadilan');
    line.state = 'down';
    await keyboard.click(within(form).getByRole('button', { name: /Blokir akun/ }));
    await within(form).findByText('Data belum dapat ditampilkan');
    expect((within(form).getByLabelText('Nomor keputusan') as HTMLInputElement).value).toBe('SK-12/2026');
  });
});

describe('unblocking an account', () => {
  it('asks for the decision that lifts it', async () => {
    const { keyboard, choose, sent } = await open('BLOCKED', {
      UnblockAccount: () => ({ unblockAccount: changed('ACTIVE') }),
    });
    const form = await choose(/Buka blokir…/);
    await keyboard.type(within(form).getByLabelText('Nomor keputusan'), 'SK-13/2026');
    await keyboard.type(within(form).getByLabelText('Alasan'), 'Banding dikabulkan');
    await keyboard.click(within(form).getByRole('button', { name: /Buka blokir akun/ }));
    expect(await screen.findByText('Blokir dibuka.')).toBeTruthy();
    expect(sent('UnblockAccount')).toHaveLength(1);
  });
});

describe('a measure that is refused', () => {
  const refusals = ['ChangeRefused', 'NotFound', 'SomethingNew'];
  it.each([
    ['BLOCK', 'BlockAccount', 'blockAccount', /Blokir akun/],
    ['UNBLOCK', 'UnblockAccount', 'unblockAccount', /Buka blokir akun/],
  ] as const)(
    '%s says the server’s words each time, and keeps what was typed',
    async (act, operation, field, name) => {
      const left = ['FreshProofRequired', ...refusals];
      const { asked } = await show(
        <BlockPanel act={act} accountId={ACCOUNT.id} onDone={vi.fn()} onChanged={vi.fn()} />,
        {
          answers: {
            [operation]: () => {
              const __typename = left.shift();
              return { [field]: { __typename, message: `Kata-kata ${__typename}.` } };
            },
          },
        },
      );
      const keyboard = userEvent.setup();
      const form = await screen.findByRole('form');
      await keyboard.type(within(form).getByLabelText('Nomor keputusan'), 'SK-12');
      await keyboard.type(within(form).getByLabelText('Alasan'), 'Putusan');
      await keyboard.click(within(form).getByRole('button', { name }));
      // No code at hand: nothing is done, and nothing is lost.
      const panel = await screen.findByRole('form', { name: 'Verifikasi ulang' });
      await keyboard.type(within(panel).getByLabelText(/Kode 6 angka/), '{Escape}');
      expect((await within(form).findByRole('alert')).textContent).toBe('Kata-kata FreshProofRequired.');
      for (const type of refusals) {
        await keyboard.click(within(form).getByRole('button', { name }));
        expect(await within(form).findByText(`Kata-kata ${type}.`)).toBeTruthy();
      }
      expect(new Set(asked.map(({ variables }) => JSON.stringify(variables)))).toEqual(
        new Set([
          JSON.stringify({ input: { accountId: ACCOUNT.id, decisionNumber: 'SK-12', reason: 'Putusan' } }),
        ]),
      );
    },
  );
});

describe('ending the sessions of an account', () => {
  it('says so when it is not known whether they ended, and can be tried again', async () => {
    const { keyboard, choose, line } = await open('ACTIVE', {
      EndAccountSessions: () => ({ endAccountSessions: 0 }),
    });
    const form = await choose(/Akhiri semua sesi…/);
    line.state = 'down';
    await keyboard.click(within(form).getByRole('button', { name: /Akhiri semua sesi/ }));
    expect((await within(form).findByRole('alert')).textContent).toContain('Server tidak terjangkau');
    await keyboard.click(within(form).getByRole('button', { name: 'Batal' }));
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
  });

  it('says what it does before, and how many it ended after', async () => {
    const { keyboard, choose } = await open('ACTIVE', {
      EndAccountSessions: () => ({ endAccountSessions: 3 }),
    });
    const form = await choose(/Akhiri semua sesi…/);
    expect(form.textContent).toContain('Kata sandinya tetap.');
    await keyboard.click(within(form).getByRole('button', { name: /Akhiri semua sesi/ }));
    expect(await screen.findByText('3 sesi diakhiri.')).toBeTruthy();
  });
});
