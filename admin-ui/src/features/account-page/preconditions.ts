import { t } from '@lingui/core/macro';

import { refusalOf } from '../../desk/allowed';
import type { OneAccount } from './act';
import type { Need } from './needs';

/**
 * Whether what the caller needs can be had now, and why or why not, in a sentence. `running`: the number of the case about this
 * account's email, null where there is none; undefined as long as nobody knows.
 */
export function preconditionOf(need: Need, account: OneAccount, running: string | null | undefined): string {
  const { status } = account;
  if (status === 'BLOCKED') return t`Belum bisa: akun diblokir. Pengawas membukanya dengan nomor keputusan.`;
  if (status === 'CLOSED') return t`Tidak bisa: akun sudah ditutup.`;
  if (need === 'ACTIVATION') return ofActivation(account);
  if (need === 'EMAIL') return ofCase(running);
  if (need === 'PASSWORD' && status === 'AWAITING_ACTIVATION')
    return t`Belum bisa: akun belum aktif. Aktifkan dahulu.`;
  return ofChannels(account);
}

function ofCase(running: string | null | undefined): string {
  if (running === undefined) return t`Belum diketahui: permohonan yang berjalan belum dapat dibaca.`;
  return running
    ? t`Belum bisa: permohonan ${running} masih berjalan.`
    : t`Bisa: tidak ada permohonan yang berjalan.`;
}

function ofActivation({ status, allowedActions }: OneAccount): string {
  if (status !== 'AWAITING_ACTIVATION') return t`Tidak perlu: akun sudah aktif.`;
  const refusal = refusalOf(allowedActions, 'RESEND_ACTIVATION');
  return refusal ? t`Belum bisa: ${refusal}` : t`Bisa: akun menunggu aktivasi.`;
}

/** Links and usernames go to proven channels only. */
function ofChannels({ email, whatsapp }: OneAccount): string {
  const byEmail = Boolean(email?.verifiedAt);
  const byWhatsapp = Boolean(whatsapp?.verifiedAt);
  if (byEmail && byWhatsapp) return t`Bisa: email dan WhatsApp terbukti.`;
  if (byEmail) return t`Bisa lewat email; WhatsApp belum terbukti.`;
  if (byWhatsapp) return t`Bisa lewat WhatsApp; email belum terbukti.`;
  return t`Belum bisa: tidak ada email atau WhatsApp yang terbukti. Pilih Email tidak aktif.`;
}
