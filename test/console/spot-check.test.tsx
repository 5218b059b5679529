import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';

import { Outcomes } from '../../admin-ui/src/features/spot-check/outcomes.page';
import { SpotCheckPage } from '../../admin-ui/src/features/spot-check/spot-check.page';
import type { SpotCheckList } from '../../admin-ui/src/gql/graphql';
import { now } from '../../admin-ui/src/ui/clock';
import { type Answers, RINA, show } from '../kit/console';
import { aCase } from './case-at-desk';
import { REASONS } from './open-case';

afterEach(cleanup);

const TICKET = 'EML-2611-00077';
const at = (minutes = 0) => new Date(now() + minutes * 60_000).toISOString();
const agent = (id: string, fullName: string) => ({ __typename: 'Agent', id, fullName });
const ANDI = agent('0193-andi', 'Andi Contoh');
const outcomeOf = (secondVerdict: string, more: object = {}) => ({
  ...{
    __typename: 'SpotCheckOutcome',
    id: '0193-check',
    ticket: TICKET,
    agrees: secondVerdict === 'APPROVE',
  },
  ...{ decidedBy: ANDI, firstVerdict: 'APPROVE', decidedAt: at(), checkedAt: at(), note: 'Wajah berbeda.' },
  ...{ checkedBy: agent('0193-sari', 'Sari Contoh'), secondVerdict },
  ...{ settledBy: null, settledAt: null, settledNote: null, ...more },
});
const recordedAs = (verdict: string) => ({
  recordSpotCheck: { __typename: 'SpotCheckRecorded', outcome: outcomeOf(verdict) },
});
const refusedFor = (reason: string) => ({
  recordSpotCheck: { __typename: 'DecisionRefused', message: 'Belum dapat.', reasons: [reason] },
});
const nothing = { takeSpotCheck: { __typename: 'NothingToCheck', message: 'Tidak ada yang menunggu.' } };

const checkOf = (id: string, changed: object = {}) => {
  const { comparison, checklist, evidence, office } = aCase();
  return {
    ...{ __typename: 'SpotCheck', id, applicant: 'Budi S••••', actor: 'INDIVIDUAL', requester: 'OWNER' },
    ...{ reason: 'Kotak surat lama hilang.', newEmail: 'b••i@e•••.com', takenUntil: at(15), office },
    ...{ comparison, checklist: checklist.filter(({ automatic }) => !automatic), evidence, draft: null },
    ...changed,
  };
};

/** The page loaded again, with a check in hand. */
async function resumed(changed: object = {}, answers: Answers = {}) {
  const shown = await show(<SpotCheckPage />, {
    answers: {
      SpotCheckInHand: () => ({ spotCheckInHand: checkOf('0193-check', changed) }),
      ExtendSpotCheck: () => ({ extendSpotCheck: at(15) }),
      SaveSpotCheckDraft: () => ({ saveSpotCheckDraft: true }),
      ReleaseSpotCheck: () => ({ releaseSpotCheck: true }),
      MarkEvidenceSeen: () => ({ markEvidenceSeen: true }),
      TakeSpotCheck: () => ({
        takeSpotCheck: { __typename: 'SpotCheckTaken', check: checkOf('0193-check', changed) },
      }),
      DecisionReasons: () => ({ decisionReasons: REASONS }),
      ...answers,
    },
    addresses: ['/permohonan/$nomor'],
  });
  const sent = (operation: string) => shown.asked.filter((one) => one.operation === operation);
  return { ...shown, sent, keyboard: userEvent.setup() };
}

/** The desk of somebody who takes the next check; documents stay seen, and the one in hand is handed out again. */
async function atCheck(answers: Answers = {}, handedOut = ['0193-check']) {
  const looked = new Set<string>();
  const taken = (id: string) => {
    const { evidence } = checkOf(id);
    const shown = evidence.map((one) => ({ ...one, seenByMe: looked.has(one.id) }));
    return { takeSpotCheck: { __typename: 'SpotCheckTaken', check: checkOf(id, { evidence: shown }) } };
  };
  const shown = await show(<SpotCheckPage />, {
    answers: {
      TakeSpotCheck: () => taken((handedOut.length > 1 && handedOut.shift()) || `${handedOut[0]}`),
      MarkEvidenceSeen: ({ evidenceId }: { evidenceId: string }) => {
        looked.add(evidenceId);
        return { markEvidenceSeen: true };
      },
      SpotCheckInHand: () => ({ spotCheckInHand: null }),
      SaveSpotCheckDraft: () => ({ saveSpotCheckDraft: true }),
      ReleaseSpotCheck: () => ({ releaseSpotCheck: true }),
      DecisionReasons: () => ({ decisionReasons: REASONS }),
      ...answers,
    },
    addresses: ['/permohonan/$nomor'],
  });
  const sent = (operation: string) => shown.asked.filter((one) => one.operation === operation);
  const keyboard = userEvent.setup();
  await screen.findByText('Belum ada yang diambil.');
  await keyboard.keyboard('n');
  return { ...shown, sent, keyboard };
}
const button = (name: RegExp) => screen.getByRole('button', { name });
const isOpen = (name: RegExp) => waitFor(() => expect(button(name).getAttribute('aria-disabled')).toBeNull());

/** Every document opened. */
async function seenAll(keyboard: ReturnType<typeof userEvent.setup>) {
  await screen.findByRole('img', { name: 'KTP' });
  await isOpen(/Perbesar/);
  await keyboard.keyboard(']');
  await isOpen(/Tolak…/);
}

describe('a second look', () => {
  it('wants every document opened and every item ticked, then says that both agree', async () => {
    const { keyboard, sent } = await atCheck({ RecordSpotCheck: () => recordedAs('APPROVE') });
    expect(await screen.findByText('Beda · TIDAK diminta')).toBeTruthy();
    expect(screen.queryByText(TICKET)).toBeNull();
    await keyboard.keyboard('ra');
    expect(screen.queryByRole('form')).toBeNull();
    await seenAll(keyboard);
    expect(await screen.findByText('Lengkapi daftar periksa.')).toBeTruthy();
    await keyboard.keyboard('12');
    await isOpen(/Setujui/);
    await keyboard.keyboard('a');
    expect(await screen.findByText('Dicatat. Hasil Anda sama dengan pemutus pertama.')).toBeTruthy();
    expect(sent('RecordSpotCheck').map(({ variables }) => variables.input)).toEqual([
      {
        ...{ checkId: '0193-check', verdict: 'APPROVE', reasonCode: null, note: null },
        checklist: ['ID_READABLE', 'FACE_MATCHES'],
      },
    ]);
    expect(screen.getByRole('link', { name: TICKET })).toBeTruthy();
    expect(screen.queryByRole('group', { name: 'Keputusan' })).toBeNull();
  });

  it.each([
    ['r', 'Indikasi penipuan', 'REJECT_AS_FRAUD', 'SUSPECTED_FRAUD'],
    ['b', 'Dokumen tidak terbaca', 'RETURN', 'UNREADABLE'],
  ])('%s asks for a reason, and says when they differ', async (key, reason, verdict, reasonCode) => {
    const { keyboard, sent } = await atCheck({ RecordSpotCheck: () => recordedAs(verdict) });
    await seenAll(keyboard);
    await keyboard.keyboard(key);
    await keyboard.click(await screen.findByRole('radio', { name: reason }));
    await keyboard.type(screen.getByLabelText('Catatan internal'), 'Wajah tidak sama dengan KTP.');
    await keyboard.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Dicatat. Hasil Anda berbeda.')).toBeTruthy();
    expect(screen.getByText(/^Andi Contoh: Disetujui\. Anda:/)).toBeTruthy();
    expect(sent('RecordSpotCheck')[0]?.variables.input).toMatchObject({ verdict, reasonCode });
  });

  it('says so when there is nothing', async () => {
    await atCheck({ TakeSpotCheck: () => nothing });
    expect(await screen.findByText('Tidak ada yang menunggu.')).toBeTruthy();
  });

  it.each([
    'Uji petik ini tidak lagi Anda pegang. Ambil uji petik berikutnya.',
    'Anda sudah membuka permohonan ini, sehingga uji petiknya dikerjakan rekan. Lepaskan uji petik ini.',
  ])('that is refused says why, and can be given back: %s', async (reason) => {
    const { keyboard, sent } = await atCheck({ RecordSpotCheck: () => refusedFor(reason) });
    await seenAll(keyboard);
    await keyboard.keyboard('12');
    await isOpen(/Setujui/);
    await keyboard.keyboard('a');
    expect((await screen.findByRole('alert')).textContent).toBe(reason);
    await keyboard.click(button(/Lepaskan/));
    await waitFor(() => expect(sent('ReleaseSpotCheck')).toHaveLength(1));
    expect(await screen.findByText('Belum ada yang diambil.')).toBeTruthy();
  });

  it('that is refused in whatever words keeps all that was ticked and typed', async () => {
    const answers: (object | Error)[] = [
      { __typename: 'FreshProofRequired', message: 'Masukkan kode.' },
      { __typename: 'DecisionRefused', message: 'Belum dapat dicatat.', reasons: [] },
      { __typename: 'NotFound', message: 'Tidak ditemukan.' },
      { __typename: 'SomethingNew', message: 'Kata server yang lebih baru.' },
      new Error('down'),
    ];
    const draft = {
      ...{ __typename: 'Draft', note: 'Wajah sama.', reasonCode: null, verdict: null },
      checklist: ['ID_READABLE', 'FACE_MATCHES'],
    };
    const { keyboard, sent } = await resumed(
      { evidence: [], reason: '', draft },
      {
        RecordSpotCheck: () => {
          const answer = answers.shift();
          return answer instanceof Error ? answer : { recordSpotCheck: answer };
        },
      },
    );
    await isOpen(/Setujui/);
    expect(screen.getByText('Tidak ditulis.')).toBeTruthy();
    await keyboard.keyboard('a');
    const panel = await screen.findByRole('form', { name: 'Verifikasi ulang' });
    await keyboard.type(within(panel).getByLabelText(/Kode 6 angka/), '{Escape}');
    expect(await screen.findByText('Masukkan kode.')).toBeTruthy();
    for (const words of [/Belum dapat dicatat/, /Tidak ditemukan/, /lebih baru/, /tidak terjangkau/]) {
      await keyboard.keyboard('a');
      expect((await screen.findByText(words)).closest('[role="alert"]')).toBeTruthy();
    }
    const said = { verdict: 'APPROVE', reasonCode: null, note: 'Wajah sama.', checklist: draft.checklist };
    for (const { variables } of sent('RecordSpotCheck'))
      expect(variables.input).toEqual({ checkId: '0193-check', ...said });
    await keyboard.keyboard('2');
    expect(await screen.findByText('Lengkapi daftar periksa.')).toBeTruthy();
  });

  it('says why none could be taken, and tries again', async () => {
    const answers: (object | Error)[] = [
      new Error('down'),
      { takeSpotCheck: { __typename: 'SomethingNew', message: 'Kata server yang lebih baru.' } },
      nothing,
    ];
    const { keyboard } = await atCheck({ TakeSpotCheck: () => answers.shift() ?? nothing });
    expect((await screen.findByRole('alert')).textContent).toContain('Server tidak terjangkau');
    await keyboard.click(button(/Coba lagi/));
    expect(await screen.findByText('Kata server yang lebih baru.')).toBeTruthy();
    await keyboard.keyboard('n');
    expect(await screen.findByText('Tidak ada yang menunggu.')).toBeTruthy();
  });

  it('has the documents as high as the page by Z, and closes a panel whose reasons did not come by Esc', async () => {
    let down = true;
    const { keyboard } = await resumed(
      { evidence: [{ ...checkOf('0193-check').evidence[0], seenByMe: true }] },
      { DecisionReasons: () => (down ? new Error('down') : { decisionReasons: REASONS }) },
    );
    await isOpen(/Tolak…/);
    await keyboard.keyboard('zr');
    expect(screen.queryByRole('table', { name: 'Perbandingan data' })).toBeNull();
    const panel = within(await screen.findByRole('form', { name: 'Tolak permohonan' }));
    const retry = await panel.findByRole('button', { name: 'Coba lagi' });
    down = false;
    await keyboard.click(retry);
    expect(await panel.findByRole('radio', { name: 'Identitas tidak terbukti' })).toBeTruthy();
    await keyboard.keyboard('{Escape}z');
    expect(screen.queryByRole('form')).toBeNull();
    expect(screen.getByRole('table', { name: 'Perbandingan data' })).toBeTruthy();
    await keyboard.type(screen.getByLabelText('Catatan internal'), 'Periksa lagi.');
    expect(screen.getByDisplayValue('Periksa lagi.')).toBeTruthy();
  });

  it('whose time ran out while a document was open is not mistaken for the next one', async () => {
    await atCheck({}, ['0193-check', '0193-other']);
    expect(await screen.findByText('Waktu untuk periksa ulang sebelumnya habis.')).toBeTruthy();
  });

  it('asks for a fresh code first where the server wants one, and loses nothing', async () => {
    const left = [{ recordSpotCheck: { __typename: 'FreshProofRequired', message: 'Masukkan kode.' } }];
    const { keyboard, sent } = await atCheck({
      RecordSpotCheck: () => left.shift() ?? recordedAs('APPROVE'),
      RefreshProof: () => ({ refreshProof: { __typename: 'ProofRefreshed', validUntil: at() } }),
      SessionTimes: () => ({ rehearsal: true, agentSession: null }),
    });
    await seenAll(keyboard);
    await keyboard.keyboard('12');
    await isOpen(/Setujui/);
    await keyboard.keyboard('a');
    const panel = await screen.findByRole('form', { name: 'Verifikasi ulang' });
    await keyboard.type(within(panel).getByLabelText(/Kode 6 angka/), '123456');
    await keyboard.click(within(panel).getByRole('button', { name: 'Lanjutkan' }));
    expect(await screen.findByText('Dicatat. Hasil Anda sama dengan pemutus pertama.')).toBeTruthy();
    expect(new Set(sent('RecordSpotCheck').map(({ variables }) => JSON.stringify(variables))).size).toBe(1);
  });

  it('that was in hand before a reload stands there again, with what was typed and the panel it was for', async () => {
    const draft = {
      ...{ __typename: 'Draft', note: 'Wajah tidak sama', reasonCode: 'IDENTITY_NOT_PROVEN' },
      ...{ verdict: 'REJECT', checklist: ['ID_READABLE'] },
    };
    const { sent, keyboard } = await resumed({ takenUntil: at(1), draft });
    const panel = await screen.findByRole('form', { name: 'Tolak permohonan' });
    expect(within(panel).getByDisplayValue('Wajah tidak sama')).toBeTruthy();
    const ticked = await screen.findByRole('checkbox', { name: /KTP terbaca/ });
    expect((ticked as HTMLInputElement).checked).toBe(true);
    await waitFor(() => expect(sent('ExtendSpotCheck')).toHaveLength(1)); // whole again at once
    await keyboard.type(within(panel).getByLabelText('Catatan internal'), '!');
    cleanup();
    await waitFor(() =>
      expect(sent('SaveSpotCheckDraft').at(-1)?.variables.input).toEqual({
        ...{ checkId: '0193-check', verdict: 'REJECT', reasonCode: 'IDENTITY_NOT_PROVEN' },
        ...{ note: 'Wajah tidak sama!', checklist: ['ID_READABLE'] },
      }),
    );
  });

  it('whose heartbeat finds it gone says so, and takes nothing in its place', async () => {
    const { sent } = await resumed(
      { takenUntil: at(1), evidence: [] },
      { ExtendSpotCheck: () => ({ extendSpotCheck: null }) },
    );
    expect(await screen.findByText('Waktu untuk periksa ulang sebelumnya habis.')).toBeTruthy();
    expect(screen.queryByRole('group', { name: 'Keputusan' })).toBeNull();
    expect(sent('TakeSpotCheck')).toEqual([]);
  });

  it('may come back when its page goes, and is given back for good when somebody leaves it', async () => {
    const { sent, unmount } = await resumed();
    await screen.findByRole('group', { name: 'Keputusan' });
    window.dispatchEvent(new Event('pagehide'));
    unmount();
    await waitFor(() =>
      expect(sent('ReleaseSpotCheck').map(({ variables }) => variables.mayReturn)).toEqual([true, false]),
    );
  });

  it('is given back when its page is left, and not once it is on record', async () => {
    const left = await atCheck();
    await screen.findByRole('img', { name: 'KTP' });
    left.unmount();
    await waitFor(() => expect(left.sent('ReleaseSpotCheck')).toHaveLength(1));
    cleanup();
    const made = await atCheck({ RecordSpotCheck: () => recordedAs('APPROVE') });
    await seenAll(made.keyboard);
    await made.keyboard.keyboard('12');
    await isOpen(/Setujui/);
    await made.keyboard.keyboard('a');
    await screen.findByText('Dicatat. Hasil Anda sama dengan pemutus pertama.');
    made.unmount();
    await atCheck(); // whatever leaving had put off is done by then
    expect(made.sent('ReleaseSpotCheck')).toEqual([]);
  });
});

describe('what two looks came to', () => {
  const SUPERVISOR = { ...RINA, role: 'SUPERVISOR' as const };
  const page = (items: object[]) => ({
    spotChecks: { __typename: 'SpotCheckPage', items, endCursor: null, hasNextPage: false },
  });
  const counts = { decided: 40, drawn: 3, checked: 2, disagreed: 1 };
  const FIGURES = {
    ...{ __typename: 'SpotCheckFigures', ...counts, waiting: 1, unsettled: 1 },
    byDecider: [{ __typename: 'SpotCheckLoad', agent: ANDI, ...counts }],
  };
  const open = (answers: Answers, viewer = SUPERVISOR as typeof RINA, list: SpotCheckList = 'DISAGREEING') =>
    show(<Outcomes list={list} />, {
      answers: { SpotCheckFigures: () => ({ spotCheckFigures: FIGURES }), ...answers },
      addresses: ['/permohonan/$nomor', '/hasil-periksa-ulang'],
      viewer,
    });

  it('is settled by a supervisor with a note, and counted by first decider', async () => {
    const rows = [outcomeOf('REJECT_AS_FRAUD')];
    const { asked } = await open({
      SpotChecks: () => page(rows),
      SettleSpotCheck: () => {
        const [outcome] = rows.splice(0);
        return { settleSpotCheck: { __typename: 'SpotCheckSettled', outcome } };
      },
    });
    const keyboard = userEvent.setup();
    await keyboard.click(await screen.findByRole('button', { name: 'Tindak lanjuti' }));
    const panel = await screen.findByRole('form', { name: `Tindak lanjuti ${TICKET}` });
    expect(within(panel).getByText('Catatan paling sedikit 10 karakter.')).toBeTruthy();
    const note = 'Pemilik dihubungi; akun diblokir.';
    await keyboard.type(within(panel).getByLabelText('Yang ditemukan dan dilakukan'), note);
    await keyboard.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Tidak ada perbedaan yang menunggu.')).toBeTruthy();
    const settled = asked.find(({ operation }) => operation === 'SettleSpotCheck');
    expect(settled?.variables).toEqual({ input: { checkId: '0193-check', note } });
    const figures = await screen.findByRole('table', { name: 'Angka 30 hari terakhir' });
    expect(within(figures).getByRole('row', { name: /Andi Contoh/ }).textContent).toBe('Andi Contoh40321');
  });

  it('is left to another supervisor where it is about oneself, and to supervisors by auditors', async () => {
    await open({
      SpotChecks: () => page([outcomeOf('REJECT', { checkedBy: agent(RINA.id, 'Rina Contoh') })]),
    });
    expect(await screen.findByText('Menyangkut Anda; untuk pengawas lain.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Tindak lanjuti' })).toBeNull();
    cleanup();
    await open({ SpotChecks: () => page([outcomeOf('REJECT')]) }, { ...RINA, role: 'AUDITOR' });
    await screen.findByRole('link', { name: TICKET });
    expect(screen.queryByRole('button', { name: 'Tindak lanjuti' })).toBeNull();
  });

  it('that cannot be settled says why each time, and keeps the note', async () => {
    const reasons = ['Perbedaan ini menyangkut Anda.'];
    const answers: (object | Error)[] = [
      { __typename: 'DecisionRefused', message: 'Belum dapat.', reasons },
      { __typename: 'NotFound', message: 'Tidak ditemukan.' },
      { __typename: 'SomethingNew', message: 'Kata server yang lebih baru.' },
      new Error('down'),
    ];
    await open({
      SpotChecks: () => page([outcomeOf('REJECT')]),
      SettleSpotCheck: () => {
        const answer = answers.shift();
        return answer instanceof Error ? answer : { settleSpotCheck: answer };
      },
    });
    const keyboard = userEvent.setup();
    await keyboard.click(await screen.findByRole('button', { name: 'Tindak lanjuti' }));
    await keyboard.type(await screen.findByLabelText('Yang ditemukan dan dilakukan'), 'Sudah dibicarakan.');
    for (const words of [
      reasons[0],
      'Tidak ditemukan.',
      'Kata server yang lebih baru.',
      /tidak terjangkau/,
    ]) {
      await keyboard.keyboard('{Control>}{Enter}{/Control}');
      expect((await screen.findByText(words ?? '')).closest('[role="alert"]')).toBeTruthy();
      expect(screen.getByDisplayValue('Sudah dibicarakan.')).toBeTruthy();
    }
  });

  it('is told of all, page by page: agreed, or settled by whom and how', async () => {
    const settled = {
      settledBy: agent('0193-made', 'Made Contoh'),
      settledAt: at(),
      settledNote: 'Diblokir.',
    };
    const older = {
      spotChecks: { ...page([outcomeOf('APPROVE', { id: '0193-tua', note: null })]).spotChecks },
    };
    await open(
      {
        SpotChecks: ({ after }: { after?: string }) =>
          after
            ? older
            : {
                spotChecks: {
                  ...page([outcomeOf('REJECT', settled)]).spotChecks,
                  ...{ endCursor: 'lagi', hasNextPage: true },
                },
              },
      },
      SUPERVISOR,
      'CHECKED',
    );
    const row = (await screen.findByRole('link', { name: TICKET })).closest('tr');
    expect(row?.textContent).toMatch(/Ditindaklanjuti Made Contoh .*Diblokir\./);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Tampilkan yang lebih lama' }));
    expect((await screen.findByText('Sama')).closest('tr')?.textContent).toContain('–');
    expect(row?.isConnected).toBe(true);
  });

  it('says when there is none yet, and when the counts could not be had', async () => {
    let down = true;
    await open(
      {
        SpotChecks: () => page([]),
        SpotCheckFigures: () => (down ? new Error('down') : { spotCheckFigures: FIGURES }),
      },
      SUPERVISOR,
      'CHECKED',
    );
    expect(await screen.findByText('Belum ada periksa ulang yang dibuat.')).toBeTruthy();
    const retry = await screen.findByRole('button', { name: 'Coba lagi' });
    down = false;
    await userEvent.setup().click(retry);
    expect(await screen.findByText(/40 keputusan satu orang, 3 terundi/)).toBeTruthy();
  });
});
