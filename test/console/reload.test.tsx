import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';

import { now, setByServer } from '../../admin-ui/src/ui/clock';
import { RINA } from '../kit/console';
import { aCase, claimOf, heldByAndi } from './case-at-desk';
import { nextCase, open, seen } from './open-case';

let passed = 0;
/** So many minutes later by the server's clock, which the page goes by. */
const pass = (minutes: number) => {
  passed += minutes;
  act(() => setByServer(new Date(now() + minutes * 60_000).toISOString()));
};
afterEach(() => {
  cleanup();
  pass(-passed);
});

const mine = (minutesLeft: number) => ({
  ...claimOf({ __typename: 'Agent', id: RINA.id, fullName: RINA.fullName }, true),
  expiresAt: new Date(now() + minutesLeft * 60_000).toISOString(),
});
const hidden = () => window.dispatchEvent(new Event('pagehide'));

describe('a page in whose hands a case is', () => {
  it('says on going that it may come back, and means it for good when somebody leaves for another page', async () => {
    const { sent, unmount } = await open(seen(aCase()));
    await screen.findByRole('group', { name: 'Keputusan' });
    hidden();
    await waitFor(() =>
      expect(sent('ReleaseClaim').map(({ variables }) => variables.mayReturn)).toEqual([true]),
    );
    unmount();
    await waitFor(() =>
      expect(sent('ReleaseClaim').map(({ variables }) => variables.mayReturn)).toEqual([true, false]),
    );
  });

  it('makes its claim whole at once where it was loaded again, and only there', async () => {
    const again = await open(seen(aCase({ claim: mine(1) })));
    await waitFor(() => expect(again.sent('ExtendClaim')).toHaveLength(1));
    cleanup();
    const fresh = await open(seen(aCase({ claim: mine(14) })));
    await screen.findByRole('group', { name: 'Keputusan' });
    expect(fresh.sent('ExtendClaim')).toEqual([]);
  });
});

const ANDI_HAS_IT = {
  ...{ __typename: 'ClaimHeldByOther', message: '', until: '2026-11-25T10:00:00.000Z' },
  heldBy: { __typename: 'Agent', id: '0193-andi', fullName: 'Andi Contoh' },
};

describe('a claim that comes to its end while a panel is open', () => {
  const rejecting = {
    ...{ __typename: 'Draft', note: 'Wajah berbeda.', reasonCode: 'IDENTITY_NOT_PROVEN' },
    ...{ messageToApplicant: null, verdict: 'REJECT', checklist: [], savedAt: '2026-11-25T10:00:00.000Z' },
  };

  it('is announced two minutes before, and made whole at one press', async () => {
    let claim = mine(15);
    const { keyboard, sent } = await open(aCase(), {
      ReplacementReview: () => ({ replacementRequest: seen(aCase({ draft: rejecting, claim })) }),
      ExtendClaim: () => {
        claim = mine(15);
        return { extendClaim: { __typename: 'RequestClaimed', request: nextCase } };
      },
    });
    await screen.findByRole('form', { name: 'Tolak permohonan' });
    expect(screen.queryByText('Klaim Anda segera berakhir')).toBeNull();
    pass(14);
    await keyboard.click(await screen.findByRole('button', { name: 'Perpanjang' }));
    await waitFor(() => expect(screen.queryByText('Klaim Anda segera berakhir')).toBeNull());
    expect(sent('ExtendClaim')).toHaveLength(1);
    expect(screen.getByDisplayValue('Wajah berbeda.')).toBeTruthy();
  });

  it('cannot be made longer than the longest, and then says so without a button that does nothing', async () => {
    const claim = { ...mine(15), latestEnd: mine(15).expiresAt };
    await open(seen(aCase({ claim: { ...claim, expiresAt: claim.latestEnd } })));
    pass(14);
    expect(await screen.findByText('Klaim Anda segera berakhir')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Perpanjang' })).toBeNull();
  });

  it('and is lost says who has the case, offers the next one, and saves what was typed', async () => {
    let claim: object = mine(15);
    const { keyboard, sent, history, unmount } = await open(aCase(), {
      ReplacementReview: () => ({ replacementRequest: seen(aCase({ draft: rejecting, claim })) }),
      ExtendClaim: () => {
        claim = heldByAndi();
        return { extendClaim: ANDI_HAS_IT };
      },
    });
    const panel = await screen.findByRole('form', { name: 'Tolak permohonan' });
    await keyboard.type(within(panel).getByDisplayValue('Wajah berbeda.'), ' Juga namanya.');
    pass(14);
    await keyboard.click(await screen.findByRole('button', { name: 'Perpanjang' }));
    expect(await screen.findByText('Sedang diproses Andi Contoh')).toBeTruthy();
    expect(screen.queryByRole('form')).toBeNull();
    expect(screen.queryByRole('group', { name: 'Keputusan' })).toBeNull();
    await keyboard.keyboard('n');
    await waitFor(() => expect(history.location.pathname).toBe('/permohonan/EML-2611-00999'));
    unmount();
    await waitFor(() =>
      expect(sent('SaveDraft').at(-1)?.variables.input).toMatchObject({
        note: 'Wajah berbeda. Juga namanya.',
      }),
    );
    expect(sent('ReleaseClaim')).toEqual([]); // nobody gives back what somebody else has
  });
});

describe('taking a case by its number', () => {
  it('says each time why it could not be had, and leaves the page to read', async () => {
    const answers: (object | Error)[] = [
      ANDI_HAS_IT,
      { __typename: 'NothingToClaim', message: 'Permohonan ini sudah selesai.' },
      { __typename: 'NotFound', message: 'Tidak ditemukan.' },
      { __typename: 'SomethingNew', message: 'Kata server yang lebih baru.' },
      new Error('down'),
    ];
    const { keyboard } = await open(aCase({ claim: null }), {
      ClaimRequest: () => {
        const answer = answers.shift();
        return answer instanceof Error ? answer : { claimRequest: answer };
      },
    });
    for (const words of [
      /Baru saja diambil Andi/,
      /sudah selesai/,
      /^Tidak ditemukan/,
      /lebih baru/,
      /terjangkau/,
    ]) {
      await keyboard.click(await screen.findByRole('button', { name: 'Ambil permohonan ini' }));
      expect(await screen.findByText(words)).toBeTruthy();
    }
    expect(screen.getByText('Hanya dapat dibaca')).toBeTruthy();
  });
});
