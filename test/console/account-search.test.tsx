import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { keepPurpose } from '../../admin-ui/src/desk/lookup-intent';
import { kindOf } from '../../admin-ui/src/features/account-search/identifier-kind';
import { replies } from './desk-pages';
import { wholeConsole } from './whole-console';

afterEach(() => {
  cleanup();
  keepPurpose('');
  vi.unstubAllGlobals();
});

const found = (id: string, more: object = {}) => ({
  ...{ __typename: 'HelpdeskAccount', id, username: `akun-${id}`, fullName: 'Budi S••••', entityName: null },
  ...{ actor: 'INDIVIDUAL', status: 'ACTIVE', regionName: 'Kota Bandung', ...more },
});
const lookedUp = (accounts: object[], more: object = {}) => ({
  ...{ __typename: 'AccountsLookedUp', recognisedAs: 'NIK', nothingFound: null, hint: null, accounts },
  ...more,
});

async function open(...answers: object[]) {
  const said = [...answers];
  const shown = await wholeConsole('/akun', 'AGENT', {
    ...replies,
    LookUpAccount: () => ({ lookUpAccount: said.shift() }),
  });
  const main = within(screen.getByRole('main'));
  const field = () => main.getByLabelText(/^NIK, NIB, email/);
  const asked = () =>
    shown.line.asked
      .filter(({ operation }) => operation === 'LookUpAccount')
      .map(({ variables }) => variables.input);
  return { ...shown, main, field, asked };
}

describe('looking an account up', () => {
  it('shows masked hits to choose from where there are several', async () => {
    const company = { entityName: 'CV Maju', actor: 'BUSINESS_ENTITY', regionName: null };
    const { keyboard, main, field, asked } = await open(lookedUp([found('1'), found('2', company)]));
    await keyboard.selectOptions(main.getByLabelText('Keperluan'), 'PHONE_CALL');
    await keyboard.type(field(), '  {Enter}');
    expect(asked()).toEqual([]); // nothing was typed yet
    await keyboard.type(field(), '3273015505849901{Enter}');
    expect((await main.findByText('CV Maju')).closest('tr')?.textContent).toContain('Badan usaha–');
    expect(main.getByText('Budi S••••')).toBeTruthy();
  });

  it('shows what it is taken for, and takes the agent’s word for it', async () => {
    const { keyboard, main, field, asked } = await open(lookedUp([]), lookedUp([]), lookedUp([]));
    await keyboard.selectOptions(main.getByLabelText('Keperluan'), 'COUNTER_VISIT');
    await keyboard.type(field(), '0860999999999');
    const kind = () => main.getByLabelText('Dicari sebagai') as HTMLSelectElement;
    expect(kind().value).toBe('PHONE');
    await keyboard.selectOptions(kind(), 'NIB');
    await keyboard.type(field(), '{Enter}');
    await keyboard.clear(field());
    expect(main.queryByLabelText('Dicari sebagai')).toBeNull();
    await keyboard.type(field(), 'budi{Enter}');
    await waitFor(() => expect(asked()).toHaveLength(2));
    expect(asked()).toEqual([
      { identifier: '0860999999999', kind: 'NIB', purpose: 'COUNTER_VISIT' },
      { identifier: 'budi', kind: null, purpose: 'COUNTER_VISIT' },
    ]);
  });

  it('says the server’s words of a miss, of a budget that runs low, and of one that is spent', async () => {
    const miss = 'Tidak ditemukan untuk NIK ini. Periksa angkanya; NIK terdiri dari 16 angka.';
    const low = 'Sisa 9 pencarian dalam 10 menit ini.';
    const { keyboard, main, field, line } = await open(
      lookedUp([], { nothingFound: miss, hint: low }),
      {
        __typename: 'TooManyRequests',
        message: 'Jatah pencarian habis.',
        retryAt: '2026-11-23T07:42:00Z',
      },
      { __typename: 'SomethingNew', message: 'Kata server yang lebih baru.' },
    );
    expect(main.getByText(/Hanya kecocokan persis/)).toBeTruthy();
    await keyboard.selectOptions(main.getByLabelText('Keperluan'), 'PHONE_CALL');
    await keyboard.type(field(), '3273015505849901{Enter}');
    expect(await main.findByText(miss)).toBeTruthy();
    expect(main.getByText(low)).toBeTruthy();
    await keyboard.type(field(), '{Enter}');
    expect(await main.findByText('Jatah pencarian habis.')).toBeTruthy();
    await keyboard.type(field(), '{Enter}');
    expect(await main.findByText('Kata server yang lebih baru.')).toBeTruthy();
    line.state = 'down';
    await keyboard.type(field(), '{Enter}');
    expect((await main.findAllByRole('alert')).map(({ textContent }) => textContent).join()).toContain(
      'Server tidak terjangkau',
    );
  });

  it('holds a field that has to be filled in for empty, and for wrong only once it was sent so', async () => {
    const { keyboard, main, field } = await open();
    const purpose = main.getByLabelText('Keperluan');
    expect([purpose, field()].map((one) => one.getAttribute('aria-invalid'))).toEqual(['false', 'false']);
    await keyboard.click(main.getByRole('button', { name: 'Cari' }));
    // Nothing speaks for the browser any more, which knows that it is missing.
    await waitFor(() => expect(purpose.hasAttribute('aria-invalid')).toBe(false));
    expect(field().hasAttribute('aria-invalid')).toBe(false);
  });

  it('wants another purpose in words, and keeps what was asked out of the address', async () => {
    const { keyboard, main, field, asked } = await open(lookedUp([found('0193-account')]));
    await keyboard.selectOptions(main.getByLabelText('Keperluan'), 'OTHER');
    await keyboard.type(main.getByLabelText('Keterangan keperluan'), 'Audit kantor');
    await keyboard.type(field(), 'demo01akun{Enter}');
    await waitFor(() => expect(window.location.pathname).toBe('/helpdesk/akun/0193-account'));
    expect(asked()).toMatchObject([{ purpose: 'OTHER', note: 'Audit kantor' }]);
  });

  it('looks up at once what was typed into the bar above, once a purpose is known', async () => {
    const { keyboard, main, field, asked } = await open(lookedUp([]));
    const bar = within(screen.getByRole('banner')).getByRole('textbox');
    await keyboard.type(bar, 'budi{Enter}');
    await waitFor(() => expect((field() as HTMLInputElement).value).toBe('budi'));
    expect(asked()).toEqual([]);
    await keyboard.selectOptions(main.getByLabelText('Keperluan'), 'PHONE_CALL');
    await keyboard.clear(bar);
    await keyboard.type(bar, 'demo01akun{Enter}');
    await waitFor(() => expect(asked()).toMatchObject([{ identifier: 'demo01akun', purpose: 'PHONE_CALL' }]));
  });

  it('tells numbers, contacts and names apart while they are typed', () => {
    const typed = {
      ...{ '3273 0155 0584 9901': 'NIK', '9120999999914': 'NIB', '+62 860 9999 999': 'PHONE' },
      ...{ 'a@example.com': 'EMAIL', 'EML-2611-1': 'TICKET', 'budi.s': 'USERNAME', '  ': null },
      '01a214d9-662e-760a-9e15-1115356f8f1f': 'ACCOUNT_ID',
    };
    for (const [text, kind] of Object.entries(typed)) expect([text, kindOf(text)]).toEqual([text, kind]);
  });
});
