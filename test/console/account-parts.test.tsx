import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { NEEDS, type Need, sayingFor } from '../../admin-ui/src/features/account-page/needs';
import { preconditionOf } from '../../admin-ui/src/features/account-page/preconditions';
import { speak } from '../../admin-ui/src/ui/language';
import { ACCOUNT, DELIVERY, one, replies } from './desk-pages';
import { wholeConsole } from './whole-console';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const at = '2026-11-23T07:05:00.000Z';
const account = { __typename: 'HelpdeskAccount', id: '0193-account' };
const event = (id: string, description: string, changes: object[] = []) => ({
  ...{ __typename: 'AuditEvent', id, sequence: '7', at, event: 'X', description, result: 'ok' },
  ...{ reasonCode: null, actor: 'Rina Contoh', subject: null, subjectKind: null, subjectId: null },
  ...{ ticket: null, fields: ['nik'], reason: 'cek dokumen', ip: null, changes },
});
const timeline = (items: object[], endCursor: string | null = null) => ({
  account: {
    ...account,
    timeline: { __typename: 'AuditPage', items, endCursor, hasNextPage: endCursor !== null },
  },
});
const open = (part: string, more: object) =>
  wholeConsole(`/akun/0193-account?bagian=${part}`, 'AGENT', { ...replies, ...more });

describe('what somebody at the counter needs', () => {
  it('has a sentence to say for each case, another one once the account is active, and one for a blocked and for a closed account', async () => {
    await speak('id');
    const said = NEEDS.flatMap((need) => [sayingFor(need, 'AWAITING_ACTIVATION'), sayingFor(need, 'ACTIVE')]);
    expect(new Set(said).size).toBe(5);
    for (const over of ['BLOCKED', 'CLOSED'] as const) {
      const words = NEEDS.map((need) => sayingFor(need, over));
      expect(new Set(words).size).toBe(1);
      expect(said).not.toContain(words[0]);
    }
  });

  it('offers to send the activation again only where there is one', async () => {
    const { keyboard } = await open('', {});
    await keyboard.click(await screen.findByRole('button', { name: 'Belum aktivasi' }));
    expect(screen.getByText(/Akun Anda sudah aktif/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Kirim ulang aktivasi/ })).toBeNull();
  });
});

describe('whether what somebody needs can be had', () => {
  const proven = { __typename: 'MaskedContact', channel: 'EMAIL', value: 'b••o@e•••.com', verifiedAt: at };
  const of = (need: Need, more: object, running: string | null | undefined = null) =>
    preconditionOf(
      need,
      { status: 'ACTIVE', email: null, whatsapp: null, allowedActions: [], ...more } as never,
      running,
    );

  it('is said with its reason, for each need and state', async () => {
    await speak('id');
    expect(of('PASSWORD', { email: proven })).toBe('Bisa lewat email; WhatsApp belum terbukti.');
    expect(of('ACCOUNT', { email: proven, whatsapp: proven })).toMatch(/^Bisa/);
    expect(of('ACCOUNT', {})).toMatch(/^Belum bisa: tidak ada email atau WhatsApp/);
    expect(of('PASSWORD', { status: 'AWAITING_ACTIVATION', email: proven })).toMatch(/belum aktif/);
    expect(of('EMAIL', {})).toMatch(/^Bisa/);
    expect(of('EMAIL', {}, 'EML-2611-00421')).toContain('EML-2611-00421');
    expect(of('ACTIVATION', {})).toBe('Tidak perlu: akun sudah aktif.');
    for (const status of ['BLOCKED', 'CLOSED'])
      for (const need of NEEDS) expect(of(need, { status })).toMatch(/^(Belum|Tidak) bisa/);
  });

  it('is not promised while nobody knows whether a case runs', async () => {
    const { keyboard } = await open('', { AccountPendingReplacement: () => undefined });
    await keyboard.click(await screen.findByRole('button', { name: 'Email tidak aktif' }));
    expect(screen.getByText(/^Belum diketahui: permohonan/)).toBeTruthy();
  });

  it('names what was sent last to activate the account and what became of it, and why it can be sent again', async () => {
    const waiting = { ...account, status: 'AWAITING_ACTIVATION', email: proven };
    const allowed = { __typename: 'AllowedAction', action: 'RESEND_ACTIVATION', allowed: true, reason: null };
    const failed = { status: 'FAILED', statusReason: 'kotak penuh' };
    await open('', {
      Account: () => ({ account: { ...ACCOUNT, ...waiting, allowedActions: [allowed] } }),
      AccountDeliveries: () => ({
        account: {
          ...account,
          activationValidUntil: null,
          deliveries: one('DeliveryPage', { ...DELIVERY, ...failed }),
        },
      }),
    });
    const answer = await screen.findByText('Bisa: akun menunggu aktivasi.');
    expect(
      await screen.findByText(
        'Terakhir: Tautan aktivasi lewat Email – Gagal (kotak penuh), 23 Nov 2026, 14.05 WIB',
      ),
    ).toBeTruthy();
    expect(answer.closest('[role="status"]')).toBeTruthy();
    expect(screen.getByRole('button', { name: /Kirim ulang aktivasi/ })).toBeTruthy();
  });
});

describe('the page of an account', () => {
  const contact = (channel: string, value: string, verifiedAt: string | null) => ({
    ...{ __typename: 'HelpdeskContact', channel, value, verifiedAt },
  });
  const may = (action: string) => ({ __typename: 'AllowedAction', action, allowed: true, reason: null });
  const fresh = {
    ...{ ...ACCOUNT, status: 'AWAITING_ACTIVATION', activatedAt: null, regionName: null },
    ...{ email: contact('EMAIL', 'd••1@e•••.com', null), whatsapp: null },
    allowedActions: ['REVEAL', 'RESEND_ACTIVATION'].map(may),
  };

  it('says since when a contact is proven, that one is not, and that there is none', async () => {
    const email = contact('EMAIL', 'd••1@e•••.com', at);
    const whatsapp = contact('WHATSAPP', '0860••••778', null);
    await open('', { Account: () => ({ account: { ...ACCOUNT, email, whatsapp } }) });
    const fact = async (name: string) => (await screen.findByText(name)).nextElementSibling?.textContent;
    expect(await fact('Email')).toBe('d••1@e•••.com terbukti 23 Nov 2026');
    expect(await fact('WhatsApp')).toBe('0860••••778 belum terbukti');
    cleanup();
    await open('', { Account: () => ({ account: fresh }) });
    expect(await fact('WhatsApp')).toBe('–');
    expect(await fact('Wilayah')).toBe('–');
    expect(await fact('Diaktifkan')).toBe('Belum');
  });

  it('has what a caller without activation needs ready, and leads by S and U to it', async () => {
    const { keyboard } = await open('', { Account: () => ({ account: fresh }) });
    expect(await screen.findByText(/Saya kirim ulang tautan aktivasinya/)).toBeTruthy();
    await keyboard.keyboard('s');
    const dialog = await screen.findByRole('dialog', { name: 'Kirim ulang aktivasi' });
    await keyboard.click(within(dialog).getByRole('button', { name: 'Batal' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await keyboard.keyboard('u');
    expect(await screen.findByRole('form', { name: 'Lihat data' })).toBeTruthy();
  });

  it('says that it could not be had, tries again, and answers one of another office as none', async () => {
    let answer: object | undefined;
    const { keyboard } = await open('', { Account: () => answer });
    const retry = await screen.findByRole('button', { name: 'Coba lagi' });
    answer = { account: null };
    await keyboard.click(retry);
    expect(await screen.findByText('Tidak ditemukan')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says on its first part, too, that a change of its email waits, and for what', async () => {
    const pending = (more: object) => ({
      AccountPendingReplacement: () => ({
        account: {
          ...account,
          pendingReplacement: { __typename: 'ReplacementRequest', ticket: 'EML-2611-00421', ...more },
        },
      }),
    });
    await open('', pending({ status: 'WAITING_PERIOD', effectiveAt: at }));
    const notice = (await screen.findByText('Ganti email: Masa tunggu')).parentElement;
    expect(notice?.textContent).toContain('EML-2611-00421 · berlaku 23 Nov 2026, 14.05 WIB');
    cleanup();
    await open('permohonan', pending({ status: 'AWAITING_SECOND_DECISION', effectiveAt: null }));
    expect((await screen.findByText('Berlaku')).nextElementSibling?.textContent).toBe('–');
  });
});

describe('the request of an account', () => {
  it('leads to its page and says when it takes effect', async () => {
    const pendingReplacement = {
      ...{ __typename: 'ReplacementRequest', ticket: 'EML-2611-00421', status: 'WAITING_PERIOD' },
      effectiveAt: at,
    };
    await open('permohonan', {
      AccountPendingReplacement: () => ({ account: { ...account, pendingReplacement } }),
    });
    const link = await screen.findByRole('link', { name: 'EML-2611-00421' });
    expect(link.getAttribute('href')).toBe('/helpdesk/permohonan/EML-2611-00421');
    expect(screen.getByText('23 Nov 2026, 14.05 WIB')).toBeTruthy();
  });

  it('says that there is none, and that it is not known', async () => {
    await open('permohonan', {});
    expect(await screen.findByText('Tidak ada permohonan yang berjalan')).toBeTruthy();
    cleanup();
    await open('permohonan', { AccountPendingReplacement: () => undefined });
    expect(await screen.findByText('Data sebagian tidak tersedia')).toBeTruthy();
    expect(screen.queryByText('Tidak ada permohonan yang berjalan')).toBeNull();
  });
});

describe('the history of an account', () => {
  it('goes on to older events, in words', async () => {
    const change = { __typename: 'AuditChange', field: 'channel', before: null, after: 'EMAIL' };
    const { keyboard, line } = await open('riwayat', {
      AccountTimeline: ({ after }: { after?: string }) =>
        after
          ? after === 'more'
            ? timeline([event('e2', 'Akun dibuat')], 'oldest')
            : { account: null }
          : timeline([event('e1', 'Pesan masuk antrean', [change])], 'more'),
    });
    expect(await screen.findByText('Pesan masuk antrean')).toBeTruthy();
    expect(screen.getByText('Kanal:', { exact: false }).textContent).toContain('Email');
    expect(screen.getByText('Alasan: cek dokumen')).toBeTruthy();
    await keyboard.click(screen.getByRole('button', { name: 'Tampilkan yang lebih lama' }));
    expect(await screen.findByText('Akun dibuat')).toBeTruthy();
    await keyboard.click(screen.getByRole('button', { name: 'Tampilkan yang lebih lama' }));
    const asked = () => line.asked.filter(({ operation }) => operation === 'AccountTimeline');
    await waitFor(() => expect(asked()).toHaveLength(3));
    // Out of reach meanwhile: what stands there stays.
    for (const known of ['Akun dibuat', 'Pesan masuk antrean']) expect(screen.getByText(known)).toBeTruthy();
  });

  it('says that nothing happened yet', async () => {
    await open('riwayat', { AccountTimeline: () => timeline([]) });
    expect(await screen.findByText('Belum ada peristiwa')).toBeTruthy();
  });
});
