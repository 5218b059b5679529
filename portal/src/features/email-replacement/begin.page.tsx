import { Trans, useLingui } from '@lingui/react/macro';

import { Link } from '../../platform/router.tsx';
import { useTabMemory } from '../../platform/tab-memory.ts';
import { Page } from '../../ui/page.tsx';
import { answers } from './answers.ts';
import { type Ticket, ticket } from './ticket.ts';

/** The shorter ways come first: most people still have one channel, and people deciding takes days. */
export function BeginPage() {
  const { t } = useLingui();
  const open = useTabMemory(ticket);
  return (
    <Page title={t`Email sudah tidak aktif`} back="/bantuan">
      <p>
        <Trans>
          Masih memakai nomor WhatsApp yang terdaftar? Itu jalan tercepat, tanpa menunggu petugas:
        </Trans>
      </p>
      <Link to="/lupa-kata-sandi" className="button main">
        <Trans>Atur ulang kata sandi lewat WhatsApp</Trans>
      </Link>
      <Link to="/lupa-akun" className="button">
        <Trans>Saya hanya lupa email atau username yang mana</Trans>
      </Link>
      <h2>
        <Trans>Tidak ada yang dapat dipakai lagi</Trans>
      </h2>
      <p>
        <Trans>
          Ajukan penggantian email. Petugas DPMPTSP (dinas perizinan) memeriksa siapa Anda, karena siapa pun
          yang menguasai email itu menguasai izin usahanya. Kontak lama diberi tahu dan dapat menghentikannya.
        </Trans>
      </p>
      <Link to="/email-tidak-aktif/akun" className="button" onClick={() => begin(open)}>
        {open && !open.submitted ? (
          <Trans>Lanjutkan permohonan {open.ticket}</Trans>
        ) : (
          <Trans>Ajukan penggantian email</Trans>
        )}
      </Link>
      <Link to="/status-permohonan" className="button">
        <Trans>Lihat status permohonan</Trans>
      </Link>
    </Page>
  );
}

/** One that was handed in is not changed by the next. */
function begin(open: Ticket | null): void {
  if (!open?.submitted) return;
  ticket.forget();
  answers.forget();
}
