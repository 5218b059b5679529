import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';

import { OneCase } from '../../admin-ui/src/features/replacement-review/review.page';
import { type Answers, RINA, show } from '../kit/console';
import { aCase, allowed, heldByAndi, TICKET } from './case-at-desk';
import { REASONS, seen } from './open-case';

afterEach(cleanup);

const MADE = { ...RINA, role: 'SUPERVISOR' as const };
const MAY = ['takeOverClaim', 'transferRequest'].map((action) => allowed(action));
const OFFICES = [{ __typename: 'Office', id: '0193-cimahi', name: 'DPMPTSP Kota Cimahi', active: true }];
const NOTHING = { __typename: 'DeliveryPage', items: [], endCursor: null, hasNextPage: false };

interface State {
  readonly named: string;
  readonly one: ReturnType<typeof aCase> | Error | null;
  /** What leads there, by the keys of the page. */
  readonly keys?: string;
  readonly viewer?: typeof MADE;
  readonly presses?: RegExp;
  /** What stands there then, in either language. */
  readonly shows: RegExp;
}

const STATES: readonly State[] = [
  { named: 'in hand', one: seen(aCase()), shows: /Keputusan|Decision/ },
  { named: 'unseen', one: aCase(), shows: /Belum dilihat|Not viewed|Unseen/i },
  { named: 'read only', one: aCase({ claim: null }), shows: /Hanya dapat dibaca|Read only/i },
  { named: 'with somebody else', one: aCase({ claim: heldByAndi() }), shows: /Andi Contoh/ },
  { named: 'decided', one: aCase({ claim: null, status: 'REJECTED' }), shows: /Ditolak|Rejected/ },
  {
    named: 'an error',
    one: new Error('down'),
    shows: /Server tidak terjangkau|cannot be reached|not reachable/i,
  },
  { named: 'not found', one: null, shows: /Tidak ditemukan|Not found/i },
  { named: 'rejecting', one: seen(aCase()), keys: 'r', shows: /Tolak permohonan|Reject/ },
  { named: 'returning', one: seen(aCase()), keys: 'b', shows: /Kembalikan|Return/ },
  { named: 'escalating', one: seen(aCase()), keys: 'e', shows: /Eskalasi|Escalat/ },
  { named: 'revealing', one: seen(aCase()), keys: 'u', shows: /Lihat data|Show data/ },
  { named: 'the whole evidence', one: seen(aCase()), keys: 'z', shows: /KTP|ID card/ },
  {
    named: 'taking over',
    one: aCase({ claim: heldByAndi(), allowedActions: MAY }),
    viewer: MADE,
    presses: /Ambil alih…|Take over…/,
    shows: /Ambil alih permohonan|Take over/,
  },
];

async function findings(): Promise<string[]> {
  // Colours need a browser: `test/browser/console-cases` looks at them. The page around stands in the shell.
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
  const { violations } = await axe.run(document.body, { rules });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`));
}

async function opened({ one, viewer }: State, language: 'id' | 'en') {
  const answers: Answers = {
    ReplacementReview: () => (one instanceof Error ? one : { replacementRequest: one }),
    MarkEvidenceSeen: () => ({ markEvidenceSeen: false }),
    DecisionReasons: () => ({ decisionReasons: REASONS }),
    TransferOffices: () => ({ offices: OFFICES }),
    CaseDeliveries: () => ({
      replacementRequest: {
        ...{ __typename: 'ReplacementRequest', ticket: TICKET },
        account: { __typename: 'HelpdeskAccount', id: '0193-account', deliveries: NOTHING },
      },
    }),
    SaveDraft: () => ({ saveDraft: true }),
    ReleaseClaim: () => ({ releaseClaim: true }),
  };
  const addresses = ['/permohonan/$nomor', '/antrean', '/akun/$id'];
  return show(<OneCase ticket={TICKET} />, { answers, viewer, addresses, language });
}

describe.each(['id', 'en'] as const)('the page of a case in %s', (language) => {
  it.each(STATES)('gives axe nothing to say: $named', async (state) => {
    await opened(state, language);
    const keyboard = userEvent.setup();
    await screen.findByRole('heading', { level: 1 });
    if (state.keys) {
      await screen.findByRole('group', { name: /Keputusan|Decision/ });
      await keyboard.keyboard(state.keys);
    }
    if (state.presses) await keyboard.click(await screen.findByRole('button', { name: state.presses }));
    const shown = await screen.findAllByText((_, element) => state.shows.test(said(element)));
    expect(shown.length).toBeGreaterThan(0);
    expect(await findings()).toEqual([]);
  });
});

/** What an element says, to the eye or to a screen reader. */
const said = (element: Element | null): string =>
  `${element?.textContent ?? ''} ${element?.getAttribute('aria-label') ?? ''} ${element?.getAttribute('title') ?? ''}`;
