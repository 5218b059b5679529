import type { Trace } from '../../account/delivery.type.js';
import { after, SECOND_MS } from '../../platform/clock.js';
import type { Language, Words } from '../../platform/words/language.js';

const words = (id: string, en: string): Words => ({ id, en });

const OUR_FAULT = words('gangguan pada layanan kami', 'trouble on our side');

const REASONS: Readonly<Record<string, Words>> = {
  NO_SUCH_ADDRESS: words('alamat tidak ada', 'no such address'),
  BOUNCED: words('dikembalikan oleh penyedia', 'returned by the provider'),
  REFUSED: words('ditolak oleh penyedia', 'refused by the provider'),
  NOT_ON_WHATSAPP: words('bukan nomor WhatsApp', 'not a WhatsApp number'),
  BLOCKED: words('penerima menolak atau memblokir pesan', 'the recipient refuses or blocks messages'),
  TEMPLATE_MISSING: OUR_FAULT,
  TEMPLATE_MISMATCH: OUR_FAULT,
  TEMPLATE_PAUSED: OUR_FAULT,
  TEMPLATE_REFUSED: OUR_FAULT,
  PROVIDER_ACCOUNT: OUR_FAULT,
  OUT_OF_TRIES: words('semua percobaan gagal', 'all tries failed'),
  UNKNOWN: words('sebab belum diketahui', 'for a reason not known yet'),
  PROVIDER_DOWN: words('penyedia sedang terganggu', 'the provider has trouble'),
  RATE_LIMITED: words('penyedia membatasi jumlah pesan', 'the provider limits the number of messages'),
  PROVIDER_BUSY: words('penyedia sedang sibuk', 'the provider is busy'),
  MAILBOX_UNAVAILABLE: words('kotak surat penuh atau tidak tersedia', 'the mailbox is full or not available'),
  TIMEOUT: words('penyedia tidak menjawab', 'the provider did not answer'),
  CONNECTION: words('penyedia tidak terhubung', 'the provider could not be reached'),
  TOO_OLD: words('masa berlakunya habis sebelum terkirim', 'too old before it could be sent'),
  SUPERSEDED: words('diganti pesan yang lebih baru', 'replaced by a newer message'),
  VOID: words('tidak diperlukan lagi', 'no longer needed'),
  TAKEN_BACK: words('keputusannya ditarik kembali', 'the decision behind it was taken back'),
  FELL_BACK: words('tidak ada kabar, dikirim juga lewat email', 'no word of it, sent by email as well'),
  BUDGET: words('jatah pesan terpakai habis', 'the number of messages allowed was reached'),
};

/** Why a message is where it is; a code that has no words yet is shown as it is. */
export const reasonWords = (reason: string | null, language: Language): string | null =>
  reason === null ? null : (REASONS[reason]?.[language] ?? reason);

const WAIT = words('Tunggu, pesan sedang dikirim.', 'Wait, the message is being sent.');
const SEND_ANEW = words('Kirim pesan baru.', 'Send a new message.');
const OTHER_CHANNEL = words('Tawarkan kanal lain.', 'Offer the other channel.');
const ADDRESS_WRONG = words(
  'Tawarkan kanal lain; alamat yang salah diperbaiki lewat permohonan.',
  'Offer the other channel; a wrong address is mended by a request.',
);
// Mail servers send no receipts: whether it arrived only its owner can see.
const NO_NEWS: Readonly<Record<Trace['channel'], Words>> = {
  EMAIL: words(
    'Minta penelepon memeriksa kotak masuk, Spam dan Promosi; bila tidak ada, tawarkan kanal lain.',
    'Ask the caller to look into the inbox, spam and promotions; if it is not there, offer the other channel.',
  ),
  WHATSAPP: words(
    'Belum ada kabar dari penyedia, tawarkan kanal lain.',
    'No word from the provider yet, offer the other channel.',
  ),
};

const BY_EMAIL_TOO = words(
  'Minta penelepon memeriksa email; pesan yang sama isinya dikirim juga ke sana.',
  'Ask the caller to look into the email; one of its own was sent there too.',
);

const STEPS: Readonly<Record<Trace['status'], Words>> = {
  QUEUED: WAIT,
  SENDING: WAIT,
  ACCEPTED: words('Tunggu kabar dari penyedia.', 'Wait for word from the provider.'),
  DELIVERED: words(
    'Minta penelepon memeriksa kotak masuk, Spam dan Promosi.',
    'Ask the caller to look into the inbox, spam and promotions.',
  ),
  READ: words('Pesan sudah dibuka; tidak perlu dikirim lagi.', 'It was opened; no need to send again.'),
  RETRYING: words(
    'Tunggu percobaan berikutnya, atau pakai kanal lain.',
    'Wait for the next try, or use the other channel.',
  ),
  FAILED: OTHER_CHANNEL,
  EXPIRED: SEND_ANEW,
  SUPPRESSED: words('Tunggu sampai jatahnya terbuka lagi.', 'Wait until messages are allowed again.'),
};

/** What to do about a message now. `receiptWaitS`: seconds a receipt may take before the other channel is offered. */
export function nextStepWords(row: Trace, now: Date, receiptWaitS: number): Words {
  const silent = row.acceptedAt !== null && after(row.acceptedAt, receiptWaitS * SECOND_MS) <= now;
  if (row.status === 'ACCEPTED' && row.reason === 'FELL_BACK') return BY_EMAIL_TOO;
  if (row.status === 'ACCEPTED' && silent) return NO_NEWS[row.channel];
  if (row.status !== 'FAILED') return STEPS[row.status];
  if (row.reason === 'NO_SUCH_ADDRESS' || row.reason === 'BOUNCED') return ADDRESS_WRONG;
  return REASONS[row.reason ?? ''] === OUR_FAULT ? SEND_ANEW : OTHER_CHANNEL;
}
