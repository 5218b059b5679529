import { t } from '@lingui/core/macro';

import type { DeliveryFieldsFragment, DeliveryStatus } from '../gql/graphql';
import type { Tone } from '../ui/status-badge';

/** “Sampai” says that it reached the mailbox or the phone, never that somebody read it (console.md 12). */
export function deliveryStatusWord(status: DeliveryStatus): string {
  const words: Record<DeliveryStatus, string> = {
    QUEUED: t`Antre`,
    SENDING: t`Sedang dikirim`,
    ACCEPTED: t`Diterima penyedia`,
    DELIVERED: t`Sampai`,
    READ: t`Dibaca`,
    RETRYING: t`Gagal sementara`,
    FAILED: t`Gagal`,
    EXPIRED: t`Kedaluwarsa`,
    SUPPRESSED: t`Tidak dikirim`,
  };
  return words[status] ?? status;
}

export function deliveryTone(status: DeliveryStatus): Tone {
  const tones: Record<DeliveryStatus, Tone> = {
    QUEUED: 'wait',
    SENDING: 'wait',
    ACCEPTED: 'wait',
    DELIVERED: 'good',
    READ: 'good',
    RETRYING: 'warn',
    FAILED: 'bad',
    EXPIRED: 'quiet',
    SUPPRESSED: 'quiet',
  };
  return tones[status] ?? 'quiet';
}

const NO_NEWS_MS = 60_000;

/** The server's own sentence, or what the state itself suggests. */
export function nextStepOf({ status, nextStep, updatedAt }: DeliveryFieldsFragment, now: number): string {
  if (nextStep) return nextStep;
  const silent = status === 'ACCEPTED' && now - Date.parse(updatedAt) > NO_NEWS_MS;
  const words: Record<DeliveryStatus, string> = {
    QUEUED: t`Tunggu; sebentar lagi dikirim.`,
    SENDING: t`Tunggu; sedang dikirim.`,
    ACCEPTED: silent ? t`Belum ada kabar, tawarkan kanal lain.` : t`Tunggu kabar penyedia.`,
    DELIVERED: t`Minta penelepon memeriksa Spam dan Promosi.`,
    READ: t`Tidak perlu apa-apa.`,
    RETRYING: t`Tunggu, atau tawarkan kanal lain.`,
    FAILED: t`Tawarkan kanal lain.`,
    EXPIRED: t`Kirim yang baru.`,
    SUPPRESSED: t`Tunggu sampai jatah tersedia lagi.`,
  };
  return words[status] ?? '';
}

/** What a kind of message is about; a kind that is newer than this console is shown as it is called. */
export function deliveryKindWord(kind: string): string {
  const words: Readonly<Record<string, string>> = {
    ACTIVATION: t`Aktivasi`,
    ACTIVATION_LINK: t`Tautan aktivasi`,
    ACTIVATION_CODE: t`Kode aktivasi`,
    ACCOUNT_ACTIVATED: t`Akun aktif`,
    REGISTRATION_CODE: t`Kode pendaftaran`,
    CONTACT_TAKEN: t`Kontak sudah dipakai`,
    NEW_DEVICE: t`Masuk dari perangkat baru`,
    PASSWORD_CHANGED: t`Kata sandi diganti`,
    PASSWORD_RESET: t`Atur ulang kata sandi`,
    CONTACT_CHANGE_CODE: t`Kode ganti kontak`,
    CONTACT_CHANGED: t`Kontak diganti`,
  };
  return words[kind] ?? kind.toLowerCase().replaceAll('_', ' ');
}
