import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { codeAt } from '../../server/src/office/totp.js';
import { MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { AGENT_PASSWORD, type AtDesk, atDesk, invited, provenAfresh } from '../kit/agents.js';
import { filedCase } from '../kit/cases.js';
import {
  type Console,
  focused,
  freshCode,
  heading,
  openConsole,
  pageIn,
  signIn,
  sitDown,
} from '../kit/console-browser.js';

let desk: Console;
beforeAll(async () => {
  desk = await openConsole();
});
afterEach(() => desk.leave());
afterAll(() => desk.close());

const colleague = (role: Parameters<typeof atDesk>[1] = 'AGENT') => atDesk(desk.app, role);

const UPDATE = 'mutation Update($input: UpdateAgentInput!) { updateAgent(input: $input) { __typename } }';
/** By one admin, or by two where a second has to agree; both send the same. */
async function saved(admins: readonly AtDesk[], { id: agentId }: AtDesk, change: object): Promise<void> {
  const outcomes: string[] = [];
  for (const admin of admins) {
    await provenAfresh(desk.app, admin);
    const { data } = await admin.ask(UPDATE, { input: { agentId, ...change } });
    outcomes.push(data.updateAgent.__typename);
  }
  expect(outcomes.at(-1)).toBe('AgentSaved');
}
const notesKept = async () =>
  (await desk.app.db.rows.query<{ note: string }[]>('SELECT note FROM replacement_drafts')).map(
    ({ note }) => note,
  );

describe('signing in', () => {
  it('takes a stranger to the sign-in and then to the page that was wanted', async () => {
    const page = await desk.computer();
    await signIn(page, desk, await colleague(), 'pengaturan');
    expect(new URL(page.url()).pathname).toBe('/helpdesk/pengaturan');
    expect(await heading(page).innerText()).toBe('Pengaturan');
    expect(await focused(page)).toBe('Pengaturan');
    expect(page.seen.complaints).toEqual([]);
  });

  it('begins the day where the role does', async () => {
    for (const [role, place] of [
      ['AGENT', '/helpdesk/antrean'],
      ['APPROVER', '/helpdesk/antrean'],
      ['ADMIN', '/helpdesk/admin/petugas'],
      ['AUDITOR', '/helpdesk/audit'],
    ] as const) {
      const page = await desk.computer();
      await signIn(page, desk, await colleague(role));
      await page.waitForURL(`**${place}`);
    }
  });

  it('goes on from the code after a wrong one, and says when one was used', async () => {
    const agent = await colleague();
    const page = await desk.computer();
    await page.goto(`${desk.origin}/helpdesk/masuk`);
    await page.getByLabel('Nama pengguna').fill(agent.username);
    await page.getByLabel('Kata sandi', { exact: true }).fill(AGENT_PASSWORD);
    await page.keyboard.press('Enter');
    const used = codeAt(agent.seed, desk.app.now());
    for (const [code, said] of [
      [used === '135790' ? '135791' : '135790', 'Tidak dapat masuk'],
      [used, 'Kode sudah dipakai. Tunggu kode berikutnya.'],
    ] as const) {
      await page.getByLabel('Kode 6 angka').fill(code);
      await page.keyboard.press('Enter');
      await page.getByText(said).waitFor();
    }
    await page.getByLabel('Kode 6 angka').fill(freshCode(desk.app, agent));
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
  });

  it('says the same of an unknown name and a wrong password, in the language of the page', async () => {
    const agent = await colleague();
    const page = await desk.computer();
    await page.goto(`${desk.origin}/helpdesk/masuk`);
    await page.getByRole('button', { name: 'English' }).click();
    const said: string[] = [];
    for (const name of [agent.username, 'nobody']) {
      await page.getByLabel('User name').fill(name);
      await page.getByLabel('Password', { exact: true }).fill('not-the-password-99');
      await page.keyboard.press('Enter');
      said.push(await page.getByRole('alert').innerText());
      await page.reload();
    }
    expect(said[0]).toContain('You could not be signed in.');
    expect(said[1]).toBe(said[0]);
  });

  it('never leads away from the console', async () => {
    const page = await desk.computer();
    await signIn(page, desk, await colleague(), 'masuk?ke=//example.com/akun');
    await page.waitForURL(`${desk.origin}/helpdesk/antrean`);
  });
});

describe('accepting an invitation', () => {
  it('sets a password, teaches the authenticator by its typed key, and forgets the link', async () => {
    const { token } = await invited(desk.app, 'AGENT');
    const page = await desk.computer();
    await page.goto(`${desk.origin}/helpdesk/undangan#${token}`);
    await heading(page).waitFor();
    expect(page.url()).toBe(`${desk.origin}/helpdesk/undangan`);
    await page.getByLabel('Kata sandi baru').fill('1234');
    await page.getByRole('button', { name: 'Terima undangan' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Kata sandi baru').fill(AGENT_PASSWORD);
    await page.getByRole('button', { name: 'Terima undangan' }).click();
    await page.getByTitle('Kode QR untuk aplikasi autentikator').or(page.getByRole('img')).first().waitFor();
    const seed = (await page.locator('code').innerText()).replaceAll(' ', '');
    await page.getByLabel('Kode 6 angka').fill(codeAt(seed, desk.app.now()));
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
    expect(page.seen.addresses.filter((address) => address.includes(token))).toEqual([]);
  });
});

describe('a session', () => {
  it('ends in every tab at once, and Back shows nothing of it', async () => {
    const page = await desk.computer();
    await signIn(page, desk, await colleague(), 'pengaturan');
    const other = await pageIn(page.context());
    await other.goto(`${desk.origin}/helpdesk/bantuan`);
    await other.getByRole('navigation', { name: 'Menu utama' }).waitFor();
    await page.getByRole('button', { name: /^Menu / }).click();
    await page.getByRole('menuitem', { name: 'Keluar' }).click();
    for (const tab of [page, other]) await tab.waitForURL('**/helpdesk/keluar?sebab=sendiri');
    await page.goBack().catch(() => undefined);
    await page.waitForURL(/masuk|keluar/);
    expect(await page.getByText('Rina Contoh').count()).toBe(0);
  });

  it('warns two minutes before it falls idle; Enter goes on', async () => {
    const page = await desk.computer();
    await page.clock.install();
    await sitDown(page, desk, await colleague(), 'pengaturan');
    desk.app.passTime(13 * MINUTE_MS + 5 * SECOND_MS);
    await page.clock.fastForward(31 * SECOND_MS);
    await page.getByRole('dialog', { name: 'Sesi hampir berakhir' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    desk.app.passTime(10 * MINUTE_MS);
    await page.clock.fastForward(31 * SECOND_MS);
    expect(await page.getByRole('heading', { name: 'Sesi Anda berakhir' }).count()).toBe(0);
  });

  it('gives back what was being typed to the same person, and hides it meanwhile', async () => {
    const agent = await colleague();
    const page = await desk.computer();
    await page.clock.install();
    await sitDown(page, desk, agent, 'akun');
    const field = page.getByLabel('NIK, NIB, email, telepon, username, nomor permohonan, atau ID akun', {
      exact: true,
    });
    await field.fill('orang yang sedang dilayani');
    desk.app.passTime(16 * MINUTE_MS);
    await page.clock.fastForward(31 * SECOND_MS);
    await page.getByRole('heading', { name: 'Sesi Anda berakhir' }).waitFor();
    expect(await field.isVisible()).toBe(false);
    await page.getByLabel('Kata sandi', { exact: true }).fill(AGENT_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByLabel('Kode 6 angka').fill(freshCode(desk.app, agent));
    await page.keyboard.press('Enter');
    await field.waitFor();
    expect(await field.inputValue()).toBe('orang yang sedang dilayani');
  });

  it('tells a dismissed agent at the next step what happened and what to do, and keeps the draft', async () => {
    const agent = await colleague();
    const admins = [await atDesk(desk.app, 'ADMIN', 'CENTRAL'), await atDesk(desk.app, 'ADMIN', 'CENTRAL')];
    const { ticket } = await filedCase(desk.app);
    const page = await desk.computer();
    const note = page.getByLabel('Catatan internal');
    await signIn(page, desk, agent, `permohonan/${ticket}`);
    await page.getByRole('button', { name: 'Ambil permohonan ini' }).click();
    await note.fill('Foto KTP terbaca.');
    await expect.poll(notesKept).toContain('Foto KTP terbaca.');
    await saved(admins.slice(0, 1), agent, { active: false });
    await page.getByRole('checkbox').first().click();
    await page.waitForURL('**/helpdesk/keluar?sebab=nonaktif');
    await page.getByText(/Admin menonaktifkan akun petugas ini.*Hubungi admin kantor Anda/).waitFor();

    await saved(admins, agent, { active: true });
    await signIn(page, desk, agent, `permohonan/${ticket}`);
    await page.getByRole('button', { name: 'Ambil permohonan ini' }).click();
    await note.waitFor();
    expect(await note.inputValue()).toBe('Foto KTP terbaca.');
  });

  it('proves itself again by the chip, and the answer goes where it was asked', async () => {
    const agent = await colleague();
    const page = await desk.computer();
    await sitDown(page, desk, agent, 'pengaturan');
    const chip = page.getByRole('button', { name: /^Verifikasi/ });
    await chip.click();
    await page.getByLabel('Kode 6 angka').fill(freshCode(desk.app, agent));
    await page.keyboard.press('Enter');
    await page.getByLabel('Kode 6 angka').waitFor({ state: 'detached' });
    expect(await chip.innerText()).toBe('Verifikasi: 30 mnt');
    expect(await page.evaluate('document.activeElement.innerText')).toBe('Verifikasi: 30 mnt');
  });
});

describe('the shell', () => {
  it('names the roles that may open a page, to one that may not', async () => {
    const page = await desk.computer();
    await sitDown(page, desk, await colleague(), 'audit');
    await page.getByText('Halaman ini bukan untuk peran Anda').waitFor();
    await page.getByText('Yang dapat membukanya: Pengawas, Admin, Auditor.').waitFor();
  });

  it('says that the line is down, and goes on by itself', async () => {
    const page = await desk.computer();
    await page.clock.install();
    await sitDown(page, desk, await colleague(), 'pengaturan');
    await page.context().setOffline(true);
    await page.clock.fastForward(31 * SECOND_MS);
    await page.getByText('Tidak ada sambungan ke server').waitFor();
    await page.context().setOffline(false);
    await page.clock.fastForward(6 * SECOND_MS);
    await page.getByText('Tidak ada sambungan ke server').waitFor({ state: 'detached' });
  });

  it('keeps a page that is not there inside, and its script out of trouble', async () => {
    const page = await desk.computer();
    await sitDown(page, desk, await colleague(), 'tidak/ada');
    expect(await heading(page).innerText()).toBe('Tidak ditemukan');
    expect(page.seen.complaints).toEqual([]);
  });
});
