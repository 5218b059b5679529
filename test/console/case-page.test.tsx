import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { rememberList } from '../../admin-ui/src/desk/case-list';
import { handOver, takeHanded } from '../../admin-ui/src/desk/handed-case';
import { now } from '../../admin-ui/src/ui/clock';
import { RINA } from '../kit/console';
import { aCase, allowed, heldByAndi, TICKET } from './case-at-desk';
import { nextCase, open, REASONS, recorded, seen } from './open-case';

const MADE = { ...RINA, id: '0193-made', fullName: 'Made Contoh', role: 'SUPERVISOR' as const };
const minutesOn = (minutes: number) => new Date(now() + minutes * 60_000).toISOString();
const tickets = ['EML-2611-00420', TICKET, 'EML-2611-00422'];

beforeEach(() => {
  rememberList({ to: '/antrean', search: { tingkat: 'HIGH' }, tickets, before: 25, total: 1284 });
});
afterEach(cleanup);

/** One delivery, to an address that says which. */
const sentAs = (id: string) => ({
  ...{ __typename: 'Delivery', id, kind: 'ACTIVATION_LINK', channel: 'EMAIL', destination: `${id}@e•••.com` },
  ...{ status: 'DELIVERED', statusReason: null, nextStep: null, attempts: [], providerReference: null },
  ...{ queuedAt: minutesOn(-9), updatedAt: minutesOn(-8), nextTryAt: null },
});

describe('going through a list case by case', () => {
  it('says the place in the list, goes on and back by J and K, and leads back to the list as it was', async () => {
    const { keyboard, history } = await open(aCase({ claim: null }));
    const way = await screen.findByRole('navigation', { name: 'Daftar permohonan' });
    expect(way.textContent).toContain('27 dari 1.284');
    expect(within(way).getByRole('link', { name: 'Daftar' }).getAttribute('href')).toBe(
      '/antrean?tingkat=HIGH',
    );
    await keyboard.keyboard('k');
    await waitFor(() => expect(history.location.pathname).toBe('/permohonan/EML-2611-00420'));
    history.back();
    await screen.findByRole('heading', { level: 1, name: TICKET });
    await keyboard.keyboard('j');
    await waitFor(() => expect(history.location.pathname).toBe('/permohonan/EML-2611-00422'));
  });

  it('takes the next one from anywhere by N', async () => {
    const { keyboard, history } = await open(aCase({ claim: null, status: 'REJECTED' }));
    expect(await screen.findByText('Sudah ditangani: Ditolak')).toBeTruthy();
    await keyboard.keyboard('n');
    await waitFor(() => expect(history.location.pathname).toBe('/permohonan/EML-2611-00999'));
  });
});

describe('the one case of a list', () => {
  it('says that nothing stands before or after it, and stays', async () => {
    rememberList({ to: '/antrean', search: {}, tickets: [TICKET], before: 0, total: 1 });
    const { keyboard, history } = await open(aCase({ claim: null }));
    const way = await screen.findByRole('navigation', { name: 'Daftar permohonan' });
    for (const button of within(way).getAllByRole('button')) {
      expect(button.getAttribute('aria-disabled')).toBe('true');
    }
    await keyboard.keyboard('kj');
    expect(history.location.pathname).toBe('/');
  });
});

describe('a case that came with its claim', () => {
  it('is there before the server was asked for it, and only once', async () => {
    const down = { ReplacementReview: () => new Error('down') };
    handOver(aCase() as never);
    await open(aCase(), down);
    expect(await screen.findByRole('group', { name: 'Keputusan' })).toBeTruthy();
    expect(takeHanded(TICKET)).toBeNull();
  });
});

describe('the evidence', () => {
  it('is looked at nearer, turned, starker, and as high as the page by Z', async () => {
    const { keyboard } = await open(seen(aCase()));
    const card = await screen.findByRole('img', { name: 'KTP' });
    await keyboard.keyboard('+');
    await keyboard.click(screen.getByRole('button', { name: 'Putar' }));
    await keyboard.click(screen.getByRole('button', { name: 'Kontras 100%' }));
    expect({ ...card.dataset }).toEqual({ zoom: '150', turned: '90', contrast: '150' });
    await keyboard.keyboard('0--');
    expect(card.dataset.zoom).toBe('0');
    await keyboard.keyboard('z');
    expect(screen.queryByRole('table', { name: 'Perbandingan data' })).toBeNull();
    await keyboard.keyboard('z');
    expect(screen.getByRole('table', { name: 'Perbandingan data' })).toBeTruthy();
  });

  it('stays seen when an answer comes that was asked for earlier', async () => {
    const looked = new Set<string>();
    const late: (() => void)[] = [];
    const { keyboard } = await open(aCase(), {
      MarkEvidenceSeen: ({ evidenceId }: { evidenceId: string }) => {
        looked.add(evidenceId);
        return { markEvidenceSeen: true };
      },
      ReplacementReview: () => {
        const evidence = aCase().evidence.map((one) => ({ ...one, seenByMe: looked.has(one.id) }));
        const now = { replacementRequest: aCase({ evidence }) };
        if (looked.size !== 1) return now;
        return new Promise<object>((answer) => late.push(() => answer(now)));
      },
    });
    await screen.findByRole('img', { name: 'KTP' });
    await waitFor(() => expect(late).toHaveLength(1)); // asked for before the second document was opened
    await keyboard.keyboard(']');
    await waitFor(() => expect(screen.queryByText('Belum dilihat')).toBeNull());
    await act(async () => {
      for (const answer of late) answer();
    });
    expect(screen.queryByText('Belum dilihat')).toBeNull();
    await keyboard.keyboard('12');
    expect(screen.getByRole('button', { name: /Setujui/ }).getAttribute('aria-disabled')).toBeNull();
  });

  it('shares its place with the history, page by page, and with what was sent', async () => {
    const event = (id: string) => ({
      ...{ __typename: 'AuditEvent', id, sequence: 1, at: minutesOn(-5), event: 'CASE_CLAIMED' },
      ...{ description: `Peristiwa ${id}`, result: 'done', reasonCode: null, actor: 'Rina', subject: null },
      ...{ subjectKind: null, subjectId: null, ticket: TICKET, fields: [], reason: null, ip: null },
      changes: [],
    });
    const page = (items: object[], endCursor: string | null) => ({
      ...{ __typename: 'AuditPage', items, endCursor, hasNextPage: endCursor !== null },
    });
    const ofCase = (more: object) => ({
      replacementRequest: { __typename: 'ReplacementRequest', ticket: TICKET, ...more },
    });
    const deliveries = ({ after }: { after?: string }) => ({
      ...{ __typename: 'DeliveryPage', items: [sentAs(after ?? 'baru')] },
      ...{ endCursor: after ? null : 'lama', hasNextPage: !after },
    });
    let gone = false;
    const { keyboard, sent } = await open(seen(aCase()), {
      ReviewTimeline: ({ after }: { after?: string }) => {
        if (gone) return { replacementRequest: null };
        return ofCase({ timeline: after ? page([event('tua')], 'tertua') : page([event('baru')], 'lagi') });
      },
      CaseDeliveries: (asked: { after?: string }) =>
        ofCase({
          account: { __typename: 'HelpdeskAccount', id: '0193-account', deliveries: deliveries(asked) },
        }),
    });
    await screen.findByRole('img', { name: 'KTP' });
    await keyboard.keyboard('t');
    await keyboard.click(await screen.findByRole('button', { name: 'Tampilkan yang lebih lama' }));
    expect(await screen.findByText('Peristiwa tua')).toBeTruthy();
    expect(screen.getByText('Peristiwa baru')).toBeTruthy();
    gone = true;
    await keyboard.click(screen.getByRole('button', { name: 'Tampilkan yang lebih lama' }));
    await waitFor(() => expect(sent('ReviewTimeline')).toHaveLength(3));
    expect(screen.getByText('Peristiwa tua')).toBeTruthy(); // out of reach meanwhile: what stands there stays
    await keyboard.click(screen.getByRole('button', { name: 'Pengiriman' }));
    await keyboard.click(await screen.findByRole('button', { name: 'Tampilkan yang lebih lama' }));
    expect(await screen.findByText('lama@e•••.com')).toBeTruthy();
    expect(screen.getByText('baru@e•••.com')).toBeTruthy();
    await keyboard.keyboard('[[');
    expect(await screen.findByRole('img', { name: 'KTP' })).toBeTruthy();
  });
});

describe('what stands beside the documents', () => {
  const ofCase = (more: object | null) => ({
    replacementRequest: more && { __typename: 'ReplacementRequest', ticket: TICKET, ...more },
  });

  it('says what could not be had, tries again, and tells when there is nothing yet', async () => {
    let down = true;
    const none = { __typename: 'AuditPage', items: [], endCursor: null, hasNextPage: false };
    const deliveries = { __typename: 'DeliveryPage', items: [], endCursor: null, hasNextPage: false };
    const { keyboard } = await open(seen(aCase()), {
      ReviewTimeline: () => (down ? new Error('down') : ofCase({ timeline: none })),
      CaseDeliveries: () =>
        down
          ? new Error('down')
          : ofCase({ account: { __typename: 'HelpdeskAccount', id: '0193-account', deliveries } }),
    });
    await screen.findByRole('img', { name: 'KTP' });
    for (const [name, nothing] of [
      [/^Riwayat/, 'Belum ada peristiwa'],
      ['Pengiriman', 'Belum ada pesan untuk akun ini'],
    ] as const) {
      down = true;
      await keyboard.click(screen.getByRole('button', { name }));
      const retry = await screen.findByRole('button', { name: 'Coba lagi' });
      down = false;
      await keyboard.click(retry);
      expect(await screen.findByText(nothing)).toBeTruthy();
    }
    await keyboard.click(screen.getByRole('button', { name: 'Pengiriman' })); // pressed again: back to the document
    expect(await screen.findByRole('img', { name: 'KTP' })).toBeTruthy();
  });
});

describe('seeing the data behind the masks', () => {
  it('names the case and a reason, and is gone again by Esc', async () => {
    const { keyboard, sent } = await open(seen(aCase()), {
      Reveal: () => ({
        reveal: {
          ...{ __typename: 'Revealed', expiresAt: minutesOn(1) },
          values: [{ __typename: 'RevealedValue', field: 'nik', value: '9971000000000004' }],
        },
      }),
    });
    await screen.findByRole('group', { name: 'Keputusan' });
    await keyboard.keyboard('u');
    await keyboard.click(await screen.findByLabelText('Verifikasi dokumen'));
    await keyboard.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('9971000000000004')).toBeTruthy();
    expect(sent('Reveal')[0]?.variables.input).toEqual({
      ...{ ticket: TICKET, group: 'IDENTITY', reason: 'verifikasi dokumen' },
    });
    await keyboard.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByText('9971000000000004')).toBeNull());
  });

  it('is for whoever holds the case', async () => {
    const { keyboard } = await open(aCase({ claim: heldByAndi() }));
    await screen.findByText('Sedang diproses Andi Contoh');
    await keyboard.keyboard('u');
    expect(screen.queryByRole('form', { name: 'Lihat data' })).toBeNull();
  });
});

describe('a draft', () => {
  it('opens the panel again that stood open, with what was chosen and typed', async () => {
    const draft = {
      ...{ __typename: 'Draft', note: 'Foto tidak sama', reasonCode: 'IDENTITY_NOT_PROVEN' },
      ...{ messageToApplicant: null, verdict: 'REJECT', checklist: [], savedAt: minutesOn(-5) },
    };
    await open(seen(aCase({ draft })));
    const panel = await screen.findByRole('form', { name: 'Tolak permohonan' });
    const chosen = await within(panel).findByRole('radio', { name: 'Identitas tidak terbukti' });
    expect((chosen as HTMLInputElement).checked).toBe(true);
    expect(within(panel).getByDisplayValue('Foto tidak sama')).toBeTruthy();
  });

  it('is saved at once when the page is left, panel and all', async () => {
    const { keyboard, sent, unmount } = await open(seen(aCase()));
    await screen.findByRole('group', { name: 'Keputusan' });
    await keyboard.keyboard('1r');
    unmount();
    await waitFor(() =>
      expect(sent('SaveDraft').at(-1)?.variables.input).toMatchObject({
        ...{ ticket: TICKET, verdict: 'REJECT', checklist: ['ID_READABLE'] },
      }),
    );
  });

  it('gives the focus back to where it was when its panel is left', async () => {
    const { keyboard } = await open(seen(aCase()));
    await keyboard.click(await screen.findByRole('button', { name: /Tolak…/ }));
    await screen.findByRole('form', { name: 'Tolak permohonan' });
    await keyboard.keyboard('{Escape}');
    expect(document.activeElement?.textContent).toContain('Tolak…');
  });
});

const decidedBy = (more: object = {}) => ({
  ...{ __typename: 'Decision', at: minutesOn(-30), verdict: 'APPROVE', reasonCode: null, note: 'KTP asli.' },
  ...{ agent: { __typename: 'Agent', id: '0193-andi', fullName: 'Andi Contoh' }, undoUntil: null },
  ...{ checklist: [], voidedAt: null, ...more },
});

describe('a second person', () => {
  const waits = () =>
    seen(aCase({ status: 'AWAITING_SECOND_DECISION', tier: 'HIGH', decisions: [decidedBy()] }));

  it('reads the first opinion once the own checklist is complete, and not a moment longer', async () => {
    const { keyboard } = await open(waits());
    expect(await screen.findByText('Terbuka setelah daftar periksa Anda lengkap.')).toBeTruthy();
    expect(screen.queryByText('KTP asli.')).toBeNull();
    await keyboard.keyboard('12');
    expect(await screen.findByText('KTP asli.')).toBeTruthy();
    expect(screen.getByText('Disetujui').closest('li')?.textContent).toContain('Andi Contoh');
    await keyboard.keyboard('2');
    expect(screen.queryByText('KTP asli.')).toBeNull();
  });

  it('gives it back to the first with words instead of a reason, and goes back to the list when nothing else waits', async () => {
    const { keyboard, sent, history } = await open(waits(), {
      DecideReplacement: () => ({ decideReplacement: recorded('IN_REVIEW', null) }),
      ClaimNext: () => ({ claimNext: { __typename: 'NothingToClaim', message: 'Tidak ada yang menunggu.' } }),
    });
    await keyboard.click(await screen.findByRole('button', { name: /Kembalikan ke petugas/ }));
    const panel = await screen.findByRole('form', { name: 'Kembalikan' });
    expect(within(panel).queryByRole('radio')).toBeNull();
    await keyboard.type(within(panel).getByLabelText('Catatan internal'), 'Akta belum ada.');
    await keyboard.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(history.location.href).toBe('/antrean?tingkat=HIGH'));
    expect(await screen.findByText('Keputusan dicatat.')).toBeTruthy(); // nothing to take back: no time for it
    expect(screen.queryByRole('button', { name: /Batalkan/ })).toBeNull();
    expect(sent('DecideReplacement')[0]?.variables.input).toMatchObject({
      ...{ verdict: 'RETURN', reasonCode: null, note: 'Akta belum ada.' },
    });
    expect(sent('ClaimNext')[0]?.variables).toMatchObject({ view: 'AWAITING_SECOND' });
  });
});

describe('a case that is decided', () => {
  const effectiveAt = '2026-11-24T07:05:00.000Z';
  const decisions = [decidedBy({ voidedAt: minutesOn(-40), note: 'Gugur.' }), decidedBy()];
  const waiting = { status: 'WAITING_PERIOD', claim: null, effectiveAt, decisions, signals: [], reason: '' };

  it('says what came of it, by whom and from when, and not what no longer counts', async () => {
    const account = { ...aCase().account, entityName: 'CV Maju' };
    await open(aCase({ ...waiting, account }));
    const notice = (await screen.findByText(/^Sudah ditangani: Masa tunggu/)).closest('[role="status"]');
    expect(notice?.textContent).toContain('Disetujui · Andi Contoh');
    expect(notice?.textContent).toContain('Berlaku pada 24 Nov 2026, 14.05 WIB');
    const bar = screen.getByRole('region', { name: 'Pemohon dan keadaan' });
    expect(bar.textContent).toContain('Budi S•••• · CV Maju');
    expect(bar.textContent).toContain('Berlaku pada 24 Nov 2026, 14.05 WIB');
    expect(screen.getByText('Tidak ada yang perlu perhatian khusus.')).toBeTruthy();
    expect(screen.getByText('Tidak ditulis.')).toBeTruthy();
    expect(screen.getByText('KTP asli.')).toBeTruthy();
    expect(screen.queryByText('Gugur.')).toBeNull();
  });

  it('is read by an auditor, who takes nothing and opens no account', async () => {
    const { keyboard, sent } = await open(aCase(waiting), {}, { ...RINA, role: 'AUDITOR' });
    expect(await screen.findByText('demo01akun')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'demo01akun' })).toBeNull();
    expect(screen.queryByRole('button', { name: /Ambil berikutnya/ })).toBeNull();
    await keyboard.keyboard('n');
    expect(sent('ClaimNext')).toEqual([]);
  });

  it('is shown without the account that could not be had', async () => {
    await open(aCase({ ...waiting, account: null }));
    const bar = await screen.findByRole('region', { name: 'Pemohon dan keadaan' });
    expect(within(bar).queryByRole('link')).toBeNull();
    expect(bar.textContent).toContain('Budi S••••');
  });
});

describe('a panel whose reasons are on their way', () => {
  const onTheirWay = () => {
    let arrive = (): void => undefined;
    const coming = new Promise<object>((come) => {
      arrive = () => come({ decisionReasons: REASONS });
    });
    return { coming, arrive };
  };

  it('takes a digit for nothing else, says so, and goes on when they are there', async () => {
    const reasons = onTheirWay();
    const { keyboard, sent } = await open(seen(aCase()), {
      DecisionReasons: () => reasons.coming,
      DecideReplacement: () => ({ decideReplacement: recorded('REJECTED') }),
    });
    await screen.findByRole('group', { name: 'Keputusan' });
    await keyboard.keyboard('r1{Control>}{Enter}{/Control}');
    const panel = within(screen.getByRole('form', { name: 'Tolak permohonan' }));
    expect(panel.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('checkbox', { checked: true })).toBeNull();
    await keyboard.keyboard('2');
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(
      'Alasan belum dimuat.',
    );
    reasons.arrive();
    const first = await panel.findByRole('radio', { name: 'Identitas tidak terbukti' });
    await waitFor(() => expect(document.activeElement).toBe(first));
    await keyboard.keyboard('1{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(sent('DecideReplacement').map(({ variables }) => variables.input)).toEqual([
        expect.objectContaining({ note: '', reasonCode: 'IDENTITY_NOT_PROVEN' }),
      ]),
    );
  });

  it('leaves the focus where somebody went meanwhile', async () => {
    const reasons = onTheirWay();
    const { keyboard } = await open(seen(aCase()), { DecisionReasons: () => reasons.coming });
    await screen.findByRole('group', { name: 'Keputusan' });
    await keyboard.keyboard('r');
    const [tick] = screen.getAllByRole('checkbox') as [HTMLElement];
    await keyboard.click(tick);
    reasons.arrive();
    await screen.findByRole('radio', { name: 'Identitas tidak terbukti' });
    expect(document.activeElement).toBe(tick);
  });
});

describe('a panel whose reasons did not come', () => {
  it('says so, tries again, and sends what was added for the applicant', async () => {
    let down = true;
    const { keyboard, sent } = await open(seen(aCase()), {
      DecisionReasons: () => (down ? new Error('down') : { decisionReasons: REASONS }),
      DecideReplacement: () => ({ decideReplacement: recorded('REJECTED') }),
    });
    await screen.findByRole('group', { name: 'Keputusan' });
    await keyboard.keyboard('r');
    const panel = within(await screen.findByRole('form', { name: 'Tolak permohonan' }));
    const retry = await panel.findByRole('button', { name: 'Coba lagi' });
    down = false;
    await keyboard.click(retry);
    await keyboard.click(await panel.findByRole('radio', { name: 'Identitas tidak terbukti' }));
    await keyboard.type(panel.getByLabelText('Tambahan untuk pemohon'), 'Datanglah ke kantor.');
    await keyboard.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(sent('DecideReplacement')[0]?.variables.input).toMatchObject({
        messageToApplicant: 'Datanglah ke kantor.',
      }),
    );
  });
});

describe('a supervisor', () => {
  const may = ['takeOverClaim', 'transferRequest'].map((action) => allowed(action));
  const reason = 'Petugas sedang tidak di tempat';

  it('takes a case over from somebody, for a reason', async () => {
    const one = aCase({ claim: heldByAndi(), allowedActions: may });
    const taken = { __typename: 'RequestClaimed', request: nextCase };
    const { keyboard, sent } = await open(one, { TakeOverClaim: () => ({ takeOverClaim: taken }) }, MADE);
    await keyboard.click(await screen.findByRole('button', { name: 'Ambil alih…' }));
    await keyboard.type(await screen.findByLabelText('Alasan'), reason);
    await keyboard.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(sent('TakeOverClaim')[0]?.variables).toEqual({ input: { ticket: TICKET, reason } }),
    );
  });

  it('sends a case to another office, and goes back to the list', async () => {
    const offices = [
      { __typename: 'Office', id: '0193-cimahi', name: 'DPMPTSP Kota Cimahi', active: true },
      { __typename: 'Office', id: '0193-lama', name: 'Kantor lama', active: false },
    ];
    const gone = { __typename: 'RequestClaimed', request: nextCase };
    const { keyboard, sent, history } = await open(
      aCase({ claim: null, allowedActions: may }),
      { TransferOffices: () => ({ offices }), TransferRequest: () => ({ transferRequest: gone }) },
      MADE,
    );
    await keyboard.click(await screen.findByRole('button', { name: /Lainnya/ }));
    await keyboard.click(await screen.findByRole('menuitem', { name: 'Alihkan kantor…' }));
    await keyboard.click(await screen.findByRole('combobox', { name: 'Kantor tujuan' }));
    expect(screen.queryByRole('option', { name: 'Kantor lama' })).toBeNull();
    await keyboard.click(await screen.findByRole('option', { name: 'DPMPTSP Kota Cimahi' }));
    await keyboard.type(screen.getByLabelText('Alasan'), reason);
    await keyboard.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(history.location.href).toBe('/antrean?tingkat=HIGH'));
    expect(sent('TransferRequest')[0]?.variables).toEqual({
      input: { ticket: TICKET, officeId: '0193-cimahi', reason },
    });
  });
});

describe('another tab of the same agent', () => {
  it('is heard at once when it did something about the case', async () => {
    const { sent } = await open(aCase({ claim: null }));
    const before = sent('ReplacementReview').length;
    const other = new BroadcastChannel('konsol.permohonan');
    other.postMessage({ changed: TICKET });
    await waitFor(() => expect(sent('ReplacementReview').length).toBeGreaterThan(before));
    other.close();
  });

  it('keeps the case while it shows it, too', async () => {
    const other = new BroadcastChannel('konsol.klaim');
    const { unmount, sent } = await open(seen(aCase()));
    await screen.findByRole('group', { name: 'Keputusan' });
    const heard = new Promise((resolve) => other.addEventListener('message', resolve, { once: true }));
    other.postMessage({ says: 'WHO', ticket: TICKET, tab: 'lain' });
    other.postMessage({ says: 'OPEN', ticket: TICKET, tab: 'lain' });
    await heard;
    unmount();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sent('ReleaseClaim')).toEqual([]);
    other.postMessage({ says: 'LEFT', ticket: TICKET, tab: 'lain' });
    other.close();
  });
});
