import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

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

describe('ending the sessions of an account', () => {
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
