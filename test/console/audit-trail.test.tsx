import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { replies } from './desk-pages';
import { wholeConsole } from './whole-console';

// The list draws what is in sight: it needs a height, which jsdom gives nothing.
beforeEach(() => void vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const RINA = { id: '019312d9-662e-760a-9e15-1115356f8f1f', fullName: 'Rina Contoh' };
const ACCOUNT = '01a214d9-662e-760a-9e15-1115356f8f1f';
const at = '2026-11-23T07:05:11.000Z';
const event = (id: string, more: object = {}) => ({
  ...{ __typename: 'AuditEvent', id, sequence: '7', at, event: 'LOGIN_SUCCEEDED', description: 'Masuk' },
  ...{ result: 'ok', reasonCode: null, actor: 'Rina Contoh · petugas', subject: null, subjectKind: null },
  ...{ subjectId: null, ticket: null, fields: [], reason: null, ip: null, changes: [], ...more },
});
const page = (items: object[], endCursor: string | null = null) => ({
  auditTrail: { __typename: 'AuditPage', items, endCursor, hasNextPage: endCursor !== null },
});

async function open(search: string, trail: (variables: { after?: string }) => object) {
  const office = { __typename: 'Office', id: '0193-bandung', name: 'DPMPTSP Kota Bandung' };
  const shown = await wholeConsole(`/audit${search}`, 'AUDITOR', {
    ...replies,
    AuditActors: () => ({ agents: [{ __typename: 'Agent', ...RINA, role: 'AGENT', office }] }),
    AuditTrail: trail as never,
  });
  const asked = () => shown.line.asked.filter(({ operation }) => operation === 'AuditTrail');
  return { ...shown, asked };
}

describe('a line of the trail', () => {
  it('says who did what to what, and why; what changed, masked; and leads on from there', async () => {
    const changes = [
      { __typename: 'AuditChange', field: 'role', before: 'AGENT', after: 'APPROVER' },
      { __typename: 'AuditChange', field: 'message', before: null, after: ACCOUNT },
      { __typename: 'AuditChange', field: 'by', before: null, after: 'NIB' },
    ];
    const { keyboard, asked } = await open('', () =>
      page([
        event('e1', { subject: 'Akun demo01akun', subjectKind: 'ACCOUNT', subjectId: ACCOUNT, changes }),
        event('e2', { ticket: 'EML-2611-00421', fields: ['nik', 'email'], reason: 'cek dokumen' }),
        event('e3', { result: 'refused', reasonCode: 'WRONG_ROLE', sequence: null, ip: '127.0.0.•' }),
        event('e4', { result: 'failed' }),
      ]),
    );
    const rows = () => screen.getAllByRole('row').map(({ textContent }) => textContent ?? '');
    await waitFor(() => expect(rows().length).toBeGreaterThan(4));
    expect(rows()[1]).toContain('Peran: Petugas → PemeriksaPesan: …8f1fDicari dengan: NIB');
    expect(rows()[2]).toContain('NIK, Email');
    expect(rows()[2]).toContain('cek dokumen');
    expect(rows()[3]).toContain('belum disegel');
    expect(rows()[3]).toContain('ditolak · WRONG_ROLE');
    expect(rows()[4]).toContain('gagal');
    vi.spyOn(console, 'error').mockImplementation(() => undefined); // jsdom has no other tab to open
    const before = asked().length;
    // With Ctrl the link is the browser's.
    expect(fireEvent.click(screen.getByRole('link', { name: 'Akun demo01akun' }), { ctrlKey: true })).toBe(
      true,
    );
    expect(asked()).toHaveLength(before);
    await keyboard.click(screen.getByRole('link', { name: 'Akun demo01akun' }));
    await waitFor(() => expect(asked().at(-1)?.variables).toMatchObject({ filter: { accountId: ACCOUNT } }));
    await keyboard.click(await screen.findByRole('link', { name: 'EML-2611-00421' }));
    await waitFor(() =>
      expect(asked().at(-1)?.variables).toMatchObject({ filter: { ticket: 'EML-2611-00421' } }),
    );
  });
});

describe('the filters of the trail', () => {
  it('stand in the address, are named with their way out, and answer who saw what between when and when', async () => {
    const search = `?tindakan=DATA_REVEALED&pelaku=${RINA.id}&akun=${ACCOUNT}&dari=2026-11-01&sampai=2026-11-23`;
    const { keyboard, asked } = await open(search, () => page([event('e1')]));
    const chips = await screen.findByRole('list', { name: 'Filter yang berlaku' });
    await waitFor(() => expect(chips.textContent).toContain('Rina Contoh · Petugas · DPMPTSP Kota Bandung'));
    expect(asked()[0]?.variables).toEqual({
      first: 40,
      filter: {
        ...{ event: ['DATA_REVEALED'], actorId: RINA.id, accountId: ACCOUNT },
        ...{ from: '2026-10-31T17:00:00.000Z', to: '2026-11-23T17:00:00.000Z' },
      },
    });
    for (const name of [/Rina Contoh/, /Akun …/]) {
      await keyboard.click(within(chips).getByRole('button', { name }));
    }
    await waitFor(() => expect(window.location.search).not.toContain('pelaku'));
    await keyboard.click(screen.getByRole('button', { name: 'Hapus semua' }));
    await waitFor(() => expect(window.location.search).toBe(''));
  });

  it('take a whole request number and days that exist, and ten minutes around a moment', async () => {
    const { keyboard, asked } = await open(`?sekitar=${at}`, () => page([event('e1')]));
    expect(asked()[0]?.variables).toMatchObject({
      filter: { from: '2026-11-23T06:55:11.000Z', to: '2026-11-23T07:15:11.000Z' },
    });
    await keyboard.type(screen.getByLabelText('Nomor permohonan'), 'eml-2611-00421');
    await waitFor(() => expect(window.location.search).toBe('?permohonan=EML-2611-00421'));
    await keyboard.type(screen.getByLabelText('Dari'), '31/02/2026');
    expect(await screen.findByText(/Tanggal ini tidak ada/)).toBeTruthy();
    await keyboard.clear(screen.getByLabelText('Dari'));
    await keyboard.type(screen.getByLabelText('Sampai'), '23/11/2026');
    await waitFor(() => expect(window.location.search).toContain('sampai=2026-11-23'));
    await keyboard.click(screen.getByRole('combobox', { name: 'Tindakan' }));
    await keyboard.click(await screen.findByRole('option', { name: 'Akun diblokir' }));
    await keyboard.click(screen.getByRole('combobox', { name: 'Pelaku' }));
    await keyboard.click(await screen.findByRole('option', { name: /Rina Contoh/ }));
    await waitFor(() => expect(window.location.search).toContain('tindakan=ACCOUNT_BLOCKED'));
    expect(window.location.search).toContain(`pelaku=${RINA.id}`);
  });

  it('are taken out again by the field that they were put in with', async () => {
    const search = `?tindakan=ACCOUNT_BLOCKED&pelaku=${RINA.id}&permohonan=EML-2611-00421&sampai=2026-11-23`;
    const { keyboard } = await open(search, () => page([event('e1')]));
    const again = async (field: string, option: string | RegExp) => {
      await keyboard.click(screen.getByRole('combobox', { name: field }));
      await keyboard.click(await screen.findByRole('option', { name: option }));
    };
    await again('Tindakan', 'Akun diblokir');
    await again('Pelaku', /Rina Contoh/);
    await keyboard.clear(screen.getByLabelText('Nomor permohonan'));
    await keyboard.clear(screen.getByLabelText('Sampai'));
    await waitFor(() => expect(window.location.search).toBe(''));
  });
});

describe('a trail that cannot be had', () => {
  it('says so, and tries again', async () => {
    let down = true;
    const { keyboard } = await open('', () => (down ? (undefined as never) : page([event('e1')])));
    const retry = await screen.findByRole('button', { name: 'Coba lagi' });
    down = false;
    await keyboard.click(retry);
    expect(await screen.findByText('Masuk')).toBeTruthy();
  });
});

describe('the list', () => {
  it('asks for what is older when its end comes into sight, once', async () => {
    const { asked } = await open('', ({ after }) =>
      after ? page([event('e2', { description: 'Keluar' })]) : page([event('e1')], 'more'),
    );
    expect(await screen.findByText('Keluar')).toBeTruthy();
    expect(asked().map(({ variables }) => variables.after)).toEqual([undefined, 'more']);
  });

  it('tells an empty trail from a filter that matches nothing', async () => {
    await open('', () => page([]));
    expect(await screen.findByText('Belum ada peristiwa')).toBeTruthy();
    cleanup();
    const { keyboard } = await open('?tindakan=ACCOUNT_CLOSED', () => page([]));
    await screen.findByText('Tidak ada peristiwa yang cocok');
    await keyboard.click(screen.getByRole('button', { name: 'Hapus filter' }));
    await waitFor(() => expect(window.location.search).toBe(''));
  });
});
