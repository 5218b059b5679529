import { answers } from './answers.ts';

/** Which page a refused field stands on. The service judges some only when everything is handed in. */
const PAGES: Readonly<Record<string, string>> = {
  scale: '/daftar/jenis',
  actor: '/daftar/pelaku',
  entity: '/daftar/badan-usaha',
  'entity.kind': '/daftar/badan-usaha',
  'entity.name': '/daftar/badan-usaha',
  'entity.registrationNumber': '/daftar/badan-usaha',
  'entity.npwp': '/daftar/badan-usaha',
  'entity.nib': '/daftar/badan-usaha',
  'entity.country': '/daftar/badan-usaha',
  'identity.nik': '/daftar/identitas',
  'identity.passport': '/daftar/identitas',
  'identity.passportCountry': '/daftar/identitas',
  password: '/daftar/kata-sandi',
  fullName: '/daftar/profil',
  sex: '/daftar/profil',
  birthDate: '/daftar/profil',
  position: '/daftar/profil/jabatan',
  'address.street': '/daftar/profil/alamat',
  'address.regionCode': '/daftar/profil/alamat',
  'address.postalCode': '/daftar/profil/alamat',
  npwp: '/daftar/profil/npwp',
  email: '/daftar/profil/kontak-kedua',
  whatsapp: '/daftar/profil/kontak-kedua',
};

export const ELSEWHERE = { pages: PAGES };
/** Whoever mends one answer at the end comes back to it. */
export const TO_MEND = { pages: PAGES, onLeave: () => answers.set({ mending: true }) };
