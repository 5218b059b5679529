import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { SECOND_MS } from '../../server/src/platform/clock.js';
import { atDesk } from '../kit/agents.js';
import { caseRow, decided, filedCase } from '../kit/cases.js';
import { picture } from '../kit/documents.js';
import { active, newPerson, type Person } from '../kit/people.js';
import { DESK, findingsOn, heading, type Opened, openPortal, type Portal, press } from '../kit/portal.js';
import { reachable } from '../kit/recovery.js';
import { applied, freshEmail, handedIn } from '../kit/replacements.js';

let portal: Portal;
let photo: { name: string; mimeType: string; buffer: Buffer };
beforeAll(async () => {
  portal = await openPortal();
  photo = { name: 'ktp.jpg', mimeType: 'image/jpeg', buffer: await picture('jpeg', 2600, 1700) };
});
afterEach(() => portal.closePages());
afterAll(() => portal.stop());

/** From the page of help to the code for the new address. */
async function asks(
  page: Opened,
  person: Person,
  newEmail: string,
  look: (name: string) => Promise<void> = async () => undefined,
): Promise<void> {
  await page.getByRole('link', { name: 'Ajukan penggantian email' }).click();
  await page.getByLabel('NIK (nomor induk').fill(person.nik);
  await page.getByLabel('Belum', { exact: true }).check();
  await look('akun-mana');
  await press(page, 'Lanjutkan');
  await page.getByLabel('Perseorangan').check();
  await page.getByLabel('Nama pemilik').fill(person.fullName);
  await page.getByLabel('pemilik atau penanggung jawab', { exact: true }).check();
  await page.getByText('Foto diri memegang KTP').waitFor();
  await look('pemohon');
  await press(page, 'Lanjutkan');
  await page.getByLabel('Email sudah dihapus').check();
  await press(page, 'Lanjutkan');
  await page.getByLabel('Alamat email').fill(newEmail);
  await press(page, 'Kirim kode');
  await heading(page, 'Masukkan kode 6 angka');
}

async function provesNewEmail(page: Opened, newEmail: string): Promise<void> {
  const [message] = await portal.app.inbox(newEmail);
  await page.getByLabel('Kode', { exact: true }).fill(`${message?.code}`);
  await press(page, 'Lanjutkan');
}

async function uploads(page: Opened): Promise<void> {
  await page.getByLabel('Pilih berkas').setInputFiles(photo);
  await press(page, 'Terbaca jelas? Unggah');
}

describe('asking to replace a dead email', () => {
  it('goes page by page to a number to quote, which prints on one sheet', async () => {
    const [person, newEmail] = [newPerson(), freshEmail()];
    const page = await portal.open('/email-tidak-aktif');
    const found: string[] = [];
    const lookAt = async (name: string) => void found.push(...(await findingsOn(page, name)));
    await lookAt('email-tidak-aktif');
    await asks(page, person, newEmail, lookAt);
    await provesNewEmail(page, newEmail);
    await heading(page, 'Foto KTP atau paspor');
    await lookAt('bukti');
    await page.getByLabel('Pilih berkas').setInputFiles(photo);
    await page.getByRole('button', { name: 'Putar gambar' }).click();
    await page.getByRole('button', { name: 'Perbesar gambar' }).waitFor();
    await lookAt('pratinjau');
    await press(page, 'Terbaca jelas? Unggah');
    await heading(page, 'Foto diri memegang KTP');
    await uploads(page);
    await heading(page, 'Semua dokumen sudah diunggah');
    await page.getByRole('link', { name: 'Lanjutkan' }).click();
    await heading(page, 'Kirim permohonan?');
    await lookAt('kirim');
    await page.getByRole('checkbox').check();
    await press(page, 'Kirim permohonan');
    await heading(page, 'Permohonan sudah dikirim');
    await lookAt('tanda-terima');
    const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
    expect(sheets).toHaveLength(1);
    expect(found).toEqual([]);
  });

  it('offers the shorter way to whoever still has the other channel, and refuses what is no picture', async () => {
    const person = await reachable(portal.app);
    const page = await portal.open('/email-tidak-aktif', { viewport: DESK });
    const newEmail = freshEmail();
    await asks(page, person, newEmail);
    await provesNewEmail(page, newEmail);
    await heading(page, /Masih memakai 0860••••\d{3}\?/);
    await press(page, 'Ya, kirim kode ke sana');
    await page.getByLabel('Kode', { exact: true }).waitFor();
    expect(await findingsOn(page, 'kanal-lama')).toEqual([]);
    const { code } = await portal.app.latest(person.e164, 'REPLACEMENT_CHANNEL_CODE');
    await page.getByLabel('Kode', { exact: true }).fill(`${code}`);
    await press(page, 'Lanjutkan');
    await heading(page, 'Foto KTP atau paspor');
    const notes = { name: 'catatan.txt', mimeType: 'text/plain', buffer: Buffer.from('bukan gambar') };
    await page.getByLabel('Pilih berkas').setInputFiles(notes);
    await page.getByRole('alert').getByText('Jenis berkas ini tidak dapat diterima').waitFor();
    const huge = { name: 'akta.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(6 * 1024 * 1024) };
    await page.getByLabel('Pilih berkas').setInputFiles(huge);
    await press(page, 'Terbaca jelas? Unggah');
    await page.getByText('terlalu besar (6 MB). Batasnya 5 MB.').waitFor();
    await press(page, 'Ganti berkas');
    await page.route('**/uploads/*', () => undefined); // a network that takes and gives nothing
    await uploads(page);
    await press(page, 'Batalkan unggahan');
    await page.unroute('**/uploads/*');
    await press(page, 'Terbaca jelas? Unggah');
    await heading(page, 'Foto diri memegang KTP');
  });
});

describe('a request that an officer has returned', () => {
  it('is mended by the link in the message, on a device that has never seen it', async () => {
    const rina = await atDesk(portal.app, 'AGENT', '31');
    const filed = await filedCase(portal.app, { seat: '31' });
    await decided(portal.app, rina, filed, 'RETURN');
    portal.app.passTime(11 * SECOND_MS);
    const link = await portal.linkIn(filed.newEmail, 'REPLACEMENT_RETURNED');
    const page = await portal.open(link);
    await heading(page, 'Lengkapi permohonan Anda');
    expect(page.url()).toBe(`${portal.origin}/status-permohonan`);
    expect(page.seen.posts).toEqual([]);
    await press(page, 'Buka permohonan');
    await heading(page, 'Apa yang perlu diperbaiki?');
    expect(await findingsOn(page, 'dikembalikan')).toEqual([]);
    await press(page, 'Ganti: Foto KTP atau paspor');
    await uploads(page);
    await page.getByText('sudah diunggah lagi').waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Lanjutkan' }).click();
    await page.getByRole('checkbox').check();
    await press(page, 'Kirim permohonan');
    await heading(page, 'Permohonan sudah dikirim');
    expect(await caseRow(portal.app, filed)).toMatchObject({ status: 'SUBMITTED' });
  });
});

describe('the owner, told at the old address,', () => {
  it('stops a request at one press', async () => {
    const person = await active(portal.app);
    await handedIn(portal.app, person);
    const page = await portal.open(await linkAt('/hentikan', person.email));
    await page.getByText('email Anda tetap').waitFor();
    expect(await findingsOn(page, 'hentikan')).toEqual([]);
    await press(page, 'Hentikan penggantian');
    await heading(page, 'Penggantian email dihentikan');
    expect(page.url()).toBe(`${portal.origin}/hentikan`);
  });

  it('puts the former email back after it was replaced', async () => {
    const person = await active(portal.app);
    await applied(portal.app, person);
    const page = await portal.open(await linkAt('/pulihkan-email', person.email));
    expect(await findingsOn(page, 'pulihkan')).toEqual([]);
    await press(page, 'Kembalikan email lama');
    await heading(page, 'Email lama sudah dikembalikan');
    expect(await findingsOn(page, 'dipulihkan')).toEqual([]);
  });

  /** The newest link at this address that opens this page. */
  async function linkAt(path: string, to: string): Promise<string> {
    const links = (await portal.app.inbox(to)).map(({ link }) => new URL(link ?? portal.origin));
    const found = links.find(({ pathname }) => pathname === path);
    return `${path}${found?.hash ?? ' is nowhere'}`;
  }
});

describe('following a request', () => {
  it('tells its state by number and NIK, and one sentence for any other', async () => {
    const [person, newEmail] = [newPerson(), freshEmail()];
    const page = await portal.open('/email-tidak-aktif');
    await asks(page, person, newEmail);
    const [ticket = ''] = /EML-\d{4}-\d+/.exec(await page.locator('main').innerText()) ?? [];
    await page.goto(`${portal.origin}/status-permohonan`);
    expect(await page.getByLabel('Nomor permohonan').inputValue()).toBe(ticket);
    await page.getByLabel('NIK (nomor induk').fill(newPerson().nik);
    await press(page, 'Lihat status');
    await page.getByText('tidak ditemukan').waitFor();
    await page.getByLabel('NIK (nomor induk').fill(person.nik);
    await press(page, 'Lihat status');
    await heading(page, 'Status: Menunggu konfirmasi');
    expect(await findingsOn(page, 'status')).toEqual([]);
  });
});
