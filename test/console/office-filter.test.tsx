import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';

import { OfficeFilter } from '../../admin-ui/src/desk/office-filter';
import { RINA, show } from '../kit/console';

afterEach(cleanup);

const MADE = {
  ...{ ...RINA, role: 'SUPERVISOR' as const },
  office: { ...RINA.office, level: 'PROVINCE' as const, regionCode: '32' },
};
const office = (name: string, regionCode: string) => ({
  ...{ __typename: 'Office', id: `0193-${name}`, name, regionCode, zone: 'Asia/Jakarta', active: true },
});
const OFFICES = { offices: [office('Cimahi', '32.77'), office('Serang', '36.73')] };

async function open(...answers: (object | Error)[]) {
  const chosen: (string | undefined)[] = [];
  const filter = <OfficeFilter onChange={(id) => chosen.push(id)} />;
  const shown = await show(filter, {
    answers: { OfficesInReach: () => answers.shift() ?? new Error('Asked too often.') },
    viewer: MADE,
  });
  const field = await screen.findByRole('combobox', { name: 'Kantor' });
  return { ...shown, chosen, field, keyboard: userEvent.setup() };
}

describe('the choice of an office', () => {
  it('asks for the list once, when it is opened, and shows those in reach', async () => {
    const { asked, chosen, field, keyboard } = await open(OFFICES);
    expect(asked).toEqual([]);
    await keyboard.click(field);
    await keyboard.click(await screen.findByRole('option', { name: 'Cimahi' }));
    expect(chosen).toEqual(['0193-Cimahi']);
    await keyboard.click(field);
    await screen.findByRole('option', { name: 'Cimahi' });
    expect(screen.queryByRole('option', { name: 'Serang' })).toBeNull();
    expect(asked).toHaveLength(1);
  });

  it('says where the list did not come, and asks again when it is opened again', async () => {
    const { field, keyboard } = await open(new Error('The line is down.'), OFFICES);
    await keyboard.click(field);
    expect(await screen.findByText('Daftar kantor belum dapat dimuat. Tutup dan buka lagi.')).toBeTruthy();
    await keyboard.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByText(/belum dapat dimuat/)).toBeNull());
    await keyboard.click(field);
    expect(await screen.findByRole('option', { name: 'Cimahi' })).toBeTruthy();
  });
});
