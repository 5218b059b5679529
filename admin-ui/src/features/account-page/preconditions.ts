import { t } from '@lingui/core/macro';

import { refusalOf } from '../../desk/allowed';
import type { OneAccount } from './act';
import type { Need } from './needs';

/** Whether what the caller needs can be had now, and why or why not, in a sentence. */
export interface Precondition {
  readonly met: boolean;
  readonly why: string;
}

const met = (why: string): Precondition => ({ met: true, why });
const unmet = (why: string): Precondition => ({ met: false, why });

/** `running`: the number of the case about this account's email, where there is one. */
export function preconditionOf(need: Need, account: OneAccount, running: string | undefined): Precondition {
  const { status } = account;
  if (status === 'BLOCKED')
    return unmet(t`Belum bisa: akun diblokir. Pengawas membukanya dengan nomor keputusan.`);
  if (status === 'CLOSED') return unmet(t`Tidak bisa: akun sudah ditutup.`);
  if (need === 'ACTIVATION') return ofActivation(account);
  if (need === 'EMAIL')
    return running
      ? unmet(t`Belum bisa: permohonan ${running} masih berjalan.`)
      : met(t`Bisa: tidak ada permohonan yang berjalan.`);
  if (need === 'PASSWORD' && status === 'AWAITING_ACTIVATION')
    return unmet(t`Belum bisa: akun belum aktif. Aktifkan dahulu.`);
  return ofChannels(account);
}

function ofActivation({ status, allowedActions }: OneAccount): Precondition {
  if (status !== 'AWAITING_ACTIVATION') return unmet(t`Tidak perlu: akun sudah aktif.`);
  const refusal = refusalOf(allowedActions, 'RESEND_ACTIVATION');
  return refusal ? unmet(t`Belum bisa: ${refusal}`) : met(t`Bisa: akun menunggu aktivasi.`);
}

/** Links and usernames go to proven channels only. */
function ofChannels({ email, whatsapp }: OneAccount): Precondition {
  const byEmail = Boolean(email?.verifiedAt);
  const byWhatsapp = Boolean(whatsapp?.verifiedAt);
  if (byEmail && byWhatsapp) return met(t`Bisa: email dan WhatsApp terbukti.`);
  if (byEmail) return met(t`Bisa lewat email; WhatsApp belum terbukti.`);
  if (byWhatsapp) return met(t`Bisa lewat WhatsApp; email belum terbukti.`);
  return unmet(t`Belum bisa: tidak ada email atau WhatsApp yang terbukti. Pilih Email tidak aktif.`);
}
