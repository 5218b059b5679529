import { AccountStatus } from '../../account/account-status.js';
import type { Channel } from '../../account/contact.js';
import { clockTime } from '../../office/zones.js';
import { HOUR_MS, SECOND_MS } from '../../platform/clock.js';
import type { Words } from '../../platform/words/language.js';

/** What an account's state says against sending its activation again. */
export const AGAINST_STATE = {
  [AccountStatus.AWAITING_ACTIVATION]: null,
  [AccountStatus.ACTIVE]: {
    id: 'Akun sudah aktif. Bantu pemohon masuk, atau mengatur ulang kata sandi.',
    en: 'The account is active already. Help the caller to log in, or to reset the password.',
  },
  [AccountStatus.BLOCKED]: {
    id: 'Akun diblokir. Arahkan pemohon ke pengawas.',
    en: 'The account is blocked. Refer the caller to a supervisor.',
  },
  [AccountStatus.CLOSED]: { id: 'Akun sudah ditutup.', en: 'The account is closed.' },
} satisfies Record<AccountStatus, Words | null>;

const CALLED: Readonly<Record<Channel, string>> = { EMAIL: 'email', WHATSAPP: 'WhatsApp' };

export const noSuchChannel = (channel: Channel): Words => ({
  id: `Akun ini tidak mempunyai ${CALLED[channel]}. Pilih kanal lain.`,
  en: `This account has no ${CALLED[channel]}. Choose the other channel.`,
});

// Not said: that it is somebody else's, proven at another account.
export const UNUSABLE: Words = {
  id: 'Aktivasi tidak dapat dikirim ke kontak ini. Pilih kanal lain, atau minta pemohon memperbaiki kontaknya di halaman aktivasi.',
  en: 'Activation cannot be sent to this contact. Choose the other channel, or have the caller mend the contact on the activation page.',
};

interface Sending {
  /** An agent's name; null: whoever registered asked for it. */
  readonly by: string | null;
  readonly at: Date;
  readonly channel: Channel;
}

/** `Rina mengirim 20 detik lalu lewat WhatsApp. …` */
export function sentJustNow({ by, at, channel }: Sending, now: Date): Words {
  const ago = Math.max(1, Math.round((now.getTime() - at.getTime()) / SECOND_MS));
  const via = CALLED[channel];
  return {
    id: `${by ?? 'Pemohon sendiri'} mengirim ${ago} detik lalu lewat ${via}. Tidak ada pesan kedua; periksa pesan itu dahulu.`,
    en: `${by ?? 'The applicant'} sent it ${ago} seconds ago by ${via}. There is no second message; look at that one first.`,
  };
}

/** `Belum bisa: jatah per jam habis, bisa lagi 14.42 WIB.` */
export function budgetUsedUp(retryAt: Date, now: Date, zone: string): Words {
  const hourly = retryAt.getTime() - now.getTime() <= HOUR_MS;
  const again = clockTime(retryAt, zone, now);
  return {
    id: `Belum bisa: jatah per ${hourly ? 'jam' : 'hari'} habis, bisa lagi ${again}.`,
    en: `Not yet: the ${hourly ? 'hourly' : 'daily'} number of messages is used up; possible again ${again}.`,
  };
}
