import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { noteUndoable } from '../../admin-ui/src/desk/undo';
import { OneCase } from '../../admin-ui/src/features/replacement-review/review.page';
import { now } from '../../admin-ui/src/ui/clock';
import { show } from '../kit/console';
import { aCase, allowed, document, heldByAndi, TICKET } from './case-at-desk';
import { nextCase, open, recorded, seen } from './open-case';

afterEach(() => {
  cleanup();
  noteUndoable(null);
  vi.unstubAllGlobals();
});

describe('the page of a case', () => {
  it('makes an unwanted difference the loudest, and says what was asked for', async () => {
    await open(aCase());
    const table = await screen.findByRole('table', { name: 'Perbandingan data' });
    expect(within(table).getByText('Beda · diminta')).toBeTruthy();
    expect(within(table).getByText('Beda · TIDAK diminta').closest('[class*=unwanted]')).toBeTruthy();
  });

  it('opens the first document by itself and puts that on record once', async () => {
    const evidence = [document('card', 'ID_CARD'), document('letter', 'REQUEST_LETTER', 'application/pdf')];
    const arrives = vi.fn(async () => new Response('%PDF-1.4'));
    vi.stubGlobal('fetch', arrives);
    const { sent, keyboard } = await open(aCase({ evidence }));
    await waitFor(() => expect(sent('MarkEvidenceSeen')).toHaveLength(1));
    expect((await screen.findByRole('img', { name: 'KTP' })).getAttribute('src')).toBe(
      '/helpdesk/evidence/0193-card/1-x',
    );
    await keyboard.keyboard(']');
    const pdf = await screen.findByRole('link', { name: 'Unduh PDF (2 halaman)' });
    expect(sent('MarkEvidenceSeen')).toHaveLength(1); // offered is not seen
    arrives.mockResolvedValueOnce(new Response('', { status: 404 }));
    await keyboard.click(pdf);
    expect(await screen.findByText('PDF belum dapat diunduh.')).toBeTruthy();
    expect(sent('MarkEvidenceSeen')).toHaveLength(1); // nor is what did not arrive
    await keyboard.click(screen.getByRole('button', { name: 'Minta tautan baru' }));
    await keyboard.click(pdf);
    await waitFor(() =>
      expect(sent('MarkEvidenceSeen').map(({ variables }) => variables.evidenceId)).toEqual([
        '0193-card',
        '0193-letter',
      ]),
    );
  });

  it('counts no picture as seen that did not load', async () => {
    const evidence = [{ ...document('card', 'ID_CARD'), url: '/helpdesk/evidence/hilang/1-x' }];
    const { sent } = await open(aCase({ evidence }));
    expect(await screen.findByText('Gambar belum dapat dimuat.')).toBeTruthy();
    expect(screen.getByTitle('Belum dilihat')).toBeTruthy();
    expect(sent('MarkEvidenceSeen')).toEqual([]);
  });

  it('shows no document, no outcome and no checklist to whoever does not hold the case', async () => {
    const { sent } = await open(aCase({ claim: heldByAndi() }));
    const holder = await screen.findByText('Sedang diproses Andi Contoh');
    expect(holder.closest('[role=status]')?.textContent).toMatch(/Sejak \d\d\.\d\d WIB\. Hanya/);
    expect(screen.queryByRole('img', { name: 'KTP' })).toBeNull();
    expect(screen.queryByRole('group', { name: 'Keputusan' })).toBeNull();
    expect(sent('MarkEvidenceSeen')).toEqual([]);
  });

  it('takes the case by its number, and gives it back when the page is left', async () => {
    const { keyboard, sent } = await open(aCase({ claim: null }), {
      ClaimRequest: () => ({ claimRequest: { __typename: 'RequestClaimed', request: nextCase } }),
    });
    await keyboard.click(await screen.findByRole('button', { name: 'Ambil permohonan ini' }));
    await waitFor(() => expect(sent('ClaimRequest')).toHaveLength(1));
    cleanup();
    const held = await open(aCase());
    held.unmount();
    await waitFor(() => expect(held.sent('ReleaseClaim')).toHaveLength(1));
  });

  it('answers a case of another office as one that is not there', async () => {
    await show(<OneCase ticket={TICKET} />, {
      answers: { ReplacementReview: () => ({ replacementRequest: null }) },
    });
    expect(await screen.findByText('Tidak ditemukan')).toBeTruthy();
  });
});

describe('approving', () => {
  it('takes ] 1 2 A, opens the next case at once, and can be taken back', async () => {
    const { keyboard, sent, history } = await open(aCase(), {
      DecideReplacement: () => ({ decideReplacement: recorded() }),
      UndoDecision: () => ({ undoDecision: recorded('IN_REVIEW', null) }),
    });
    await screen.findByRole('img', { name: 'KTP' });
    await keyboard.keyboard(']12');
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: /Setujui & lanjut/ }).getAttribute('aria-disabled'),
      ).toBeNull(),
    );
    await keyboard.keyboard('a');
    await waitFor(() => expect(history.location.pathname).toBe('/permohonan/EML-2611-00999'));
    expect(sent('DecideReplacement')[0]?.variables.input).toMatchObject({
      ...{ ticket: TICKET, version: 3, verdict: 'APPROVE', checklist: ['ID_READABLE', 'FACE_MATCHES'] },
      idempotencyKey: expect.stringMatching(/^[\da-f-]{36}$/),
    });
    const toast = await screen.findByText(/Keputusan dicatat\. Bisa dibatalkan 9 dtk\./);
    await keyboard.click(
      within(toast.parentElement as HTMLElement).getByRole('button', { name: 'Batalkan (Ctrl+Z)' }),
    );
    await waitFor(() => expect(history.location.pathname).toBe(`/permohonan/${TICKET}`));
    expect(sent('UndoDecision')[0]?.variables).toEqual({ input: { ticket: TICKET } });
    expect(sent('ReleaseClaim')).toEqual([]); // late on a slow line, it would give back what came back with the case
  });

  it('says why it cannot be pressed: documents, then the checklist, then what the server knows', async () => {
    const { keyboard, sent } = await open(seen(aCase({ draft: null })));
    expect(await screen.findByText('Lengkapi daftar periksa.')).toBeTruthy();
    await keyboard.keyboard('a');
    expect(sent('DecideReplacement')).toEqual([]);
    cleanup();
    const draft = {
      __typename: 'Draft',
      note: 'tadi',
      reasonCode: null,
      messageToApplicant: null,
      verdict: null,
    };
    const full = {
      ...draft,
      checklist: ['ID_READABLE', 'FACE_MATCHES'],
      savedAt: new Date(now()).toISOString(),
    };
    await open(seen(aCase({ draft: full, allowedActions: [allowed('APPROVE', 'Akun sudah diblokir.')] })));
    expect(await screen.findByText('Akun sudah diblokir.')).toBeTruthy();
    expect((screen.getByLabelText('Catatan internal') as HTMLTextAreaElement).value).toBe('tadi');
  });

  it('says that it was only sent to a second person', async () => {
    const draft = {
      __typename: 'Draft',
      note: '',
      reasonCode: null,
      messageToApplicant: null,
      verdict: null,
    };
    const full = {
      ...draft,
      checklist: ['ID_READABLE', 'FACE_MATCHES'],
      savedAt: new Date(now()).toISOString(),
    };
    const { keyboard } = await open(seen(aCase({ tier: 'HIGH', draft: full })), {
      DecideReplacement: () => ({ decideReplacement: recorded('AWAITING_SECOND_DECISION') }),
    });
    await keyboard.click(await screen.findByRole('button', { name: /Kirim ke persetujuan ke-2/ }));
    expect(await screen.findByText(/Dikirim untuk persetujuan kedua\./)).toBeTruthy();
  });
});

describe('rejecting, returning, escalating', () => {
  it('wants a reason, shows the letter, and sends with Ctrl+Enter', async () => {
    const { keyboard, sent } = await open(seen(aCase()), {
      DecideReplacement: () => ({ decideReplacement: recorded('REJECTED') }),
    });
    await screen.findByRole('group', { name: 'Keputusan' });
    await keyboard.keyboard('r1');
    expect(await screen.findByText('Surat IDENTITY_NOT_PROVEN.')).toBeTruthy();
    await keyboard.keyboard('l');
    expect(screen.getByText('IDENTITY_NOT_PROVEN.').getAttribute('lang')).toBe('en');
    await keyboard.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(sent('DecideReplacement')[0]?.variables.input).toMatchObject({
        verdict: 'REJECT',
        reasonCode: 'IDENTITY_NOT_PROVEN',
      }),
    );
  });

  it('wants a note where fraud is suspected', async () => {
    const { keyboard, sent } = await open(seen(aCase()), {
      DecideReplacement: () => ({ decideReplacement: recorded('REJECTED') }),
    });
    await screen.findByRole('group', { name: 'Keputusan' });
    await keyboard.keyboard('r2');
    expect(await screen.findByText('Catatan paling sedikit 10 karakter.')).toBeTruthy();
    await keyboard.keyboard('KTP tampak disunting{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(sent('DecideReplacement')[0]?.variables.input).toMatchObject({
        verdict: 'REJECT_AS_FRAUD',
        note: 'KTP tampak disunting',
      }),
    );
  });

  it.each([
    ['b', 'Dokumen tidak terbaca', 'RETURN'],
    ['e', null, 'ESCALATE'],
  ])('%s asks for what it needs', async (key, chosen, verdict) => {
    const { keyboard, sent } = await open(seen(aCase()), {
      DecideReplacement: () => ({ decideReplacement: recorded() }),
    });
    await screen.findByRole('group', { name: 'Keputusan' });
    await keyboard.keyboard(key);
    if (chosen) await keyboard.click(await screen.findByRole('radio', { name: chosen }));
    else await keyboard.type(await screen.findByLabelText('Pertanyaan untuk atasan'), 'Apakah akta ini sah?');
    await keyboard.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(sent('DecideReplacement')[0]?.variables.input).toMatchObject({ verdict }));
  });

  it('keeps what was typed with the server', async () => {
    const { keyboard, sent } = await open(seen(aCase()));
    await keyboard.type(await screen.findByLabelText('Catatan internal'), 'telepon balik');
    await waitFor(
      () =>
        expect(sent('SaveDraft').at(-1)?.variables.input).toMatchObject({
          ticket: TICKET,
          note: 'telepon balik',
        }),
      { timeout: 3000 },
    );
  });

  it('takes the next one when a case is skipped', async () => {
    const { keyboard, history } = await open(seen(aCase()));
    await screen.findByRole('group', { name: 'Keputusan' });
    await keyboard.keyboard('s');
    await waitFor(() => expect(history.location.pathname).toBe('/permohonan/EML-2611-00999'));
  });
});

describe('an outcome that refuses', () => {
  const ANDI = { __typename: 'Agent', id: '0193-andi', fullName: 'Andi Contoh' };
  const request = { __typename: 'ReplacementRequest', ticket: TICKET, version: 4 };
  const outcomes: [string, object, RegExp][] = [
    ['AlreadyDecided', { decidedBy: ANDI, status: 'REJECTED' }, /Sudah diputuskan oleh Andi Contoh: Ditolak/],
    ['RequestChanged', { request }, /Kata-kata\. Bandingkan lagi/],
    ['DecisionRefused', { reasons: ['Klaim Anda sudah berakhir.'] }, /Klaim Anda sudah berakhir/],
    ['NotFound', {}, /Kata-kata\./],
    ['SomethingNew', {}, /Kata-kata\./],
  ];
  it.each(outcomes)('%s has its words, and the case stays open', async (__typename, more, words) => {
    const { keyboard, history } = await open(seen(aCase()), {
      DecideReplacement: () => ({ decideReplacement: { __typename, message: 'Kata-kata.', ...more } }),
    });
    await screen.findByRole('group', { name: 'Keputusan' });
    await keyboard.keyboard('e');
    await keyboard.type(await screen.findByLabelText('Pertanyaan untuk atasan'), 'Apakah akta ini sah?');
    await keyboard.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toMatch(words);
    expect(history.location.pathname).toBe('/');
  });

  it('sends the same command again, with the same key, after a lost answer and after a fresh code', async () => {
    const left: (object | Error)[] = [
      new Error('down'),
      { __typename: 'FreshProofRequired', message: 'Masukkan kode.' },
      recorded(),
    ];
    const { keyboard, sent } = await open(seen(aCase()), {
      DecideReplacement: () => {
        const answer = left.shift() ?? recorded();
        return answer instanceof Error ? answer : { decideReplacement: answer };
      },
      RefreshProof: () => ({
        refreshProof: { __typename: 'ProofRefreshed', validUntil: new Date(now() + 60_000).toISOString() },
      }),
      SessionTimes: () => ({ rehearsal: true, agentSession: null }),
    });
    await screen.findByRole('group', { name: 'Keputusan' });
    await keyboard.keyboard('e');
    await keyboard.type(await screen.findByLabelText('Pertanyaan untuk atasan'), 'Apakah akta ini sah?');
    await keyboard.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toContain('Server tidak terjangkau');
    await keyboard.keyboard('{Control>}{Enter}{/Control}');
    const panel = await screen.findByRole('form', { name: 'Verifikasi ulang' });
    await keyboard.type(within(panel).getByLabelText(/Kode 6 angka/), '123456');
    await keyboard.click(within(panel).getByRole('button', { name: 'Lanjutkan' }));
    await waitFor(() => expect(sent('DecideReplacement')).toHaveLength(3));
    expect(new Set(sent('DecideReplacement').map(({ variables }) => JSON.stringify(variables))).size).toBe(1);
  });
});
