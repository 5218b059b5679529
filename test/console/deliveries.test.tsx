import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { RINA } from '../kit/console';
import { replies } from './desk-pages';
import { wholeConsole } from './whole-console';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const BANDUNG = '019312d9-662e-760a-9e15-1115356f8f1f';
const at = '2026-11-23T07:03:11.000Z';
const delivery = (id: string, more: object = {}) => ({
  ...{
    __typename: 'Delivery',
    id,
    kind: 'ACTIVATION_LINK',
    channel: 'EMAIL',
    destination: `${id}••@e•••.com`,
  },
  ...{ status: 'FAILED', statusReason: 'kotak penuh', nextStep: 'Pakai kanal lain.', attempts: [] },
  ...{ queuedAt: at, updatedAt: at, providerReference: null, nextTryAt: null, ...more },
});
const page = (items: object[], endCursor: string | null = null) => ({
  deliveries: { __typename: 'DeliveryPage', items, endCursor, hasNextPage: endCursor !== null },
});

async function open(search: string, rows: (variables: { after?: string }) => object, more: object = {}) {
  const shown = await wholeConsole(`/pengiriman${search}`, 'AGENT', {
    ...replies,
    Deliveries: rows as never,
    ...more,
  });
  const asked = () =>
    shown.line.asked.filter(({ operation }) => operation === 'Deliveries').at(-1)?.variables;
  return { ...shown, asked };
}

describe('the deliveries', () => {
  it('say what to do next, and open with their attempts', async () => {
    const attempts = [{ __typename: 'DeliveryAttempt', at, outcome: 'FAILED', detail: '452 mailbox full' }];
    const { keyboard } = await open('', () => page([delivery('a', { attempts })]));
    const row = (await screen.findByText('a••@e•••.com')).closest('tr') as HTMLElement;
    expect(row.textContent).toContain('Gagal kotak penuh');
    expect(row.textContent).toContain('Pakai kanal lain.');
    await keyboard.click(within(row).getByRole('button'));
    expect(await screen.findByText(/452 mailbox full/)).toBeTruthy();
    await keyboard.click(within(row).getByRole('button'));
    await waitFor(() => expect(screen.queryByText(/452 mailbox full/)).toBeNull());
  });

  it('are narrowed down in the address, each filter with its way out', async () => {
    const { keyboard, asked } = await open('?status=FAILED&kanal=EMAIL&jenis=ACTIVATION_LINK', () =>
      page([delivery('a')]),
    );
    await screen.findByText('a••@e•••.com');
    expect(asked()).toMatchObject({
      filter: { status: ['FAILED'], channel: 'EMAIL', kind: 'ACTIVATION_LINK' },
    });
    const chips = () => within(screen.getByRole('list', { name: 'Filter yang berlaku' }));
    for (const name of ['Gagal', 'Email', 'Tautan aktivasi']) {
      await keyboard.click(chips().getByRole('button', { name: new RegExp(`Hapus filter ${name}`) }));
    }
    await waitFor(() => expect(window.location.search).toBe(''));
    await keyboard.selectOptions(screen.getByLabelText('Status'), 'READ');
    await keyboard.selectOptions(screen.getByLabelText('Kanal'), 'WHATSAPP');
    await keyboard.selectOptions(screen.getByLabelText('Jenis'), 'PASSWORD_RESET');
    await keyboard.type(screen.getByLabelText('Dari'), '01/11/2026');
    await keyboard.type(screen.getByLabelText('Sampai'), '23/11/2026');
    await waitFor(() =>
      expect(asked()).toMatchObject({
        filter: {
          ...{ status: ['READ'], channel: 'WHATSAPP', kind: 'PASSWORD_RESET' },
          ...{ from: '2026-10-31T17:00:00.000Z', to: '2026-11-23T17:00:00.000Z' },
        },
      }),
    );
  });

  it('are all again once each filter is taken out by its field', async () => {
    const chosen = 'status=FAILED&kanal=EMAIL&jenis=ACTIVATION_LINK&dari=2026-11-01&sampai=2026-11-23';
    const { keyboard } = await open(`?${chosen}&kantor=${BANDUNG}`, () => page([delivery('a')]));
    const chips = within(await screen.findByRole('list', { name: 'Filter yang berlaku' }));
    await keyboard.click(chips.getByRole('button', { name: 'Hapus filter Satu kantor' })); // not in reach: no name
    for (const name of ['Status', 'Kanal', 'Jenis']) {
      await keyboard.selectOptions(screen.getByLabelText(name), '');
    }
    for (const name of ['Dari', 'Sampai']) await keyboard.clear(screen.getByLabelText(name));
    await waitFor(() => expect(window.location.search).toBe(''));
  });

  it('are those of one office where several are in reach', async () => {
    const office = { ...RINA.office, level: 'PROVINCE', regionCode: '32' };
    const viewer = { ...RINA, role: 'SUPERVISOR', office };
    const one = (id: string, name: string, regionCode: string) => ({
      ...{ __typename: 'Office', id, name, regionCode, active: true, zone: 'Asia/Jakarta' },
    });
    const offices = [one(BANDUNG, 'Bandung', '32.73'), one('0193-garut', 'Garut', '32.05')];
    const more = { Viewer: () => ({ viewer }), OfficesInReach: () => ({ offices }) };
    const { keyboard, asked } = await open('', () => page([delivery('a')]), more);
    await keyboard.click(await screen.findByRole('combobox', { name: 'Kantor' }));
    await keyboard.click(await screen.findByRole('option', { name: 'Bandung' }));
    await waitFor(() => expect(asked()).toMatchObject({ filter: { officeId: BANDUNG } }));
    await keyboard.click(await screen.findByRole('button', { name: 'Hapus filter Bandung' }));
    await waitFor(() => expect(window.location.search).toBe(''));
  });

  it('go on to older ones, and tell nothing yet from nothing that matches', async () => {
    const { keyboard } = await open('', ({ after }) =>
      after ? page([delivery('b')]) : page([delivery('a')], 'more'),
    );
    await keyboard.click(await screen.findByRole('button', { name: 'Tampilkan yang lebih lama' }));
    expect(await screen.findByText('b••@e•••.com')).toBeTruthy();
    expect(screen.getByText('a••@e•••.com')).toBeTruthy();
    cleanup();
    await open('', () => page([]));
    expect(await screen.findByText('Belum ada pesan')).toBeTruthy();
    cleanup();
    const filtered = await open('?status=READ', () => page([]));
    await screen.findByText('Belum ada pesan untuk filter ini');
    await filtered.keyboard.click(screen.getByRole('button', { name: 'Hapus filter' }));
    await waitFor(() => expect(window.location.search).toBe(''));
  });
});
