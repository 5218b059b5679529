import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';

import { type Answers, RINA } from '../kit/console';
import { aCase, allowed, heldByAndi } from './case-at-desk';
import { nextCase, open } from './open-case';

afterEach(cleanup);

const MADE = { ...RINA, role: 'SUPERVISOR' as const };
const MAY = ['takeOverClaim', 'transferRequest'].map((action) => allowed(action));
const HELD = {
  ...{ __typename: 'ClaimHeldByOther', message: '', until: '2026-11-25T10:00:00.000Z' },
  heldBy: { __typename: 'Agent', id: '0193-sari', fullName: 'Sari Contoh' },
};
const said = (__typename: string, message: string) => ({ __typename, message });

/** What each answer reads like on the page. */
const REFUSALS: readonly [object | Error, RegExp][] = [
  [said('NothingToClaim', 'Permohonan ini tidak sedang dipegang petugas lain.'), /tidak sedang dipegang/],
  [HELD, /Baru saja diambil Sari Contoh/],
  [said('NotFound', 'Tidak ditemukan.'), /Tidak ditemukan/],
  [said('SomethingNew', 'Kata-kata baru.'), /Kata-kata baru/],
  [new Error('down'), /Server tidak terjangkau/],
];
const answering = (field: string, answer: object | Error) => () =>
  answer instanceof Error ? answer : { [field]: answer };

async function takingOver(answers: Answers) {
  const shown = await open(aCase({ claim: heldByAndi(), allowedActions: MAY }), answers, MADE);
  await shown.keyboard.click(await screen.findByRole('button', { name: 'Ambil alih…' }));
  const panel = await screen.findByRole('form', { name: 'Ambil alih permohonan' });
  return { ...shown, panel };
}

async function transferring(answers: Answers) {
  const offices = [{ __typename: 'Office', id: '0193-cimahi', name: 'DPMPTSP Kota Cimahi', active: true }];
  const shown = await open(
    aCase({ claim: null, allowedActions: MAY }),
    { TransferOffices: () => ({ offices }), ...answers },
    MADE,
  );
  await shown.keyboard.click(await screen.findByRole('button', { name: /Lainnya/ }));
  await shown.keyboard.click(await screen.findByRole('menuitem', { name: 'Alihkan kantor…' }));
  const panel = await screen.findByRole('form', { name: 'Alihkan kantor' });
  return { ...shown, panel };
}

const REASON = 'Petugas sedang tidak di tempat';

describe('taking a case over that is refused', () => {
  it.each(REFUSALS)(
    'says why, keeps the reason, and leaves the case as it was: %#',
    async (answer, words) => {
      const { panel, keyboard, sent } = await takingOver({
        TakeOverClaim: answering('takeOverClaim', answer),
      });
      const reason = within(panel).getByLabelText('Alasan') as HTMLTextAreaElement;
      await keyboard.type(reason, `${REASON}{Control>}{Enter}{/Control}`);
      expect((await within(panel).findByRole('alert')).textContent).toMatch(words);
      expect(reason.value).toBe(REASON);
      expect(sent('TakeOverClaim')).toHaveLength(1);
      expect(screen.getByText('Sedang diproses Andi Contoh')).toBeTruthy();
    },
  );

  it('is refused before it is sent without a reason', async () => {
    const { panel, keyboard, sent } = await takingOver({});
    await keyboard.type(within(panel).getByLabelText('Alasan'), 'pendek{Control>}{Enter}{/Control}');
    const button = within(panel).getByRole('button', { name: /Ambil alih permohonan/ });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(sent('TakeOverClaim')).toEqual([]);
  });
});

describe('a transfer that is refused', () => {
  it.each(REFUSALS)('says why, keeps what was chosen, and stays on the page: %#', async (answer, words) => {
    const { panel, keyboard, history } = await transferring({
      TransferRequest: answering('transferRequest', answer),
    });
    await keyboard.click(within(panel).getByRole('combobox', { name: 'Kantor tujuan' }));
    await keyboard.click(await screen.findByRole('option', { name: 'DPMPTSP Kota Cimahi' }));
    await keyboard.type(within(panel).getByLabelText('Alasan'), `${REASON}{Control>}{Enter}{/Control}`);
    expect((await within(panel).findByRole('alert')).textContent).toMatch(words);
    expect(within(panel).getByDisplayValue(REASON)).toBeTruthy();
    expect(history.location.pathname).toBe('/');
  });

  it('can be tried again where the list of offices did not come', async () => {
    let down = true;
    const offices = [{ __typename: 'Office', id: '0193-cimahi', name: 'DPMPTSP Kota Cimahi', active: true }];
    const { panel, keyboard } = await transferring({
      TransferOffices: () => (down ? new Error('down') : { offices }),
      TransferRequest: () => ({ transferRequest: { __typename: 'RequestClaimed', request: nextCase } }),
    });
    const retry = await within(panel).findByRole('button', { name: 'Coba lagi' });
    down = false;
    await keyboard.click(retry);
    await waitFor(() => expect(within(panel).queryByRole('alert')).toBeNull());
    await keyboard.click(within(panel).getByRole('combobox', { name: 'Kantor tujuan' }));
    expect(await screen.findByRole('option', { name: 'DPMPTSP Kota Cimahi' })).toBeTruthy();
  });
});
