import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';

import { Link, navigate } from '../../platform/router.tsx';
import { useTabMemory } from '../../platform/tab-memory.ts';
import { dayAndTime } from '../../platform/times.ts';
import { Page } from '../../ui/page.tsx';
import { ticket } from './ticket.ts';

/** To keep and to print; the number alone says nothing about anybody. */
export function ReceiptPage() {
  const { t } = useLingui();
  const open = useTabMemory(ticket);
  const handedIn = open?.submitted === true;
  useEffect(() => {
    if (!handedIn) navigate('/email-tidak-aktif', { replace: true });
  }, [handedIn]);
  if (!open || !handedIn) return null;
  const at = open.updatedAt && dayAndTime(open.updatedAt);
  const newEmail = open.sent?.sentTo.value ?? t`email baru Anda`;
  return (
    <Page title={t`Permohonan sudah dikirim`}>
      <div className="good">
        <p>
          <Trans>Nomor permohonan:</Trans> <span className="value whole">{open.ticket}</span>
        </p>
        {at && (
          <p>
            <Trans>Dikirim {at}.</Trans>
          </p>
        )}
        <CopyNumber ticket={open.ticket} />
      </div>
      <p>
        <Trans>
          Petugas DPMPTSP memeriksanya pada hari kerja. Pemilik lama diberi tahu dan dapat menghentikannya.
          Hasilnya, kantor yang memeriksa, dan waktu yang dijanjikan kami kirim ke {newEmail}.
        </Trans>
      </p>
      <Link to="/status-permohonan" className="button main">
        <Trans>Lihat status permohonan</Trans>
      </Link>
      <button type="button" onClick={() => print()}>
        <Trans>Cetak atau simpan sebagai PDF</Trans>
      </button>
    </Page>
  );
}

function CopyNumber({ ticket: number }: { ticket: string }) {
  const [copied, setCopied] = useState<boolean>();
  const copy = () =>
    (navigator.clipboard?.writeText(number) ?? Promise.reject()).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <>
      <button type="button" className="plain" onClick={() => void copy()}>
        <Trans>Salin nomor</Trans>
      </button>
      <p role="status">
        {copied === true && <Trans>Nomor sudah disalin.</Trans>}
        {copied === false && <Trans>Nomor tidak dapat disalin di peramban ini. Catat nomornya.</Trans>}
      </p>
    </>
  );
}
