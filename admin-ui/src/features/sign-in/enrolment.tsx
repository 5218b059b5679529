import { Trans, useLingui } from '@lingui/react/macro';
import { QRCodeSVG } from 'qrcode.react';

import styles from './sign-in.module.css';

/** The key an authenticator has to learn: as a picture for its camera, and typed, for a desk without one. */
export function Enrolment({ otpauthUri }: { otpauthUri: string }) {
  const { t } = useLingui();
  const key = new URL(otpauthUri).searchParams.get('secret') ?? '';
  return (
    <div className={styles.enrolment}>
      <ol className={styles.steps}>
        <li>
          <Trans>Pasang aplikasi autentikator di ponsel Anda.</Trans>
        </li>
        <li>
          <Trans>Pindai gambar ini, atau ketik kuncinya.</Trans>
        </li>
        <li>
          <Trans>Masukkan kode 6 angka yang muncul di aplikasi.</Trans>
        </li>
      </ol>
      <div className={styles.qr}>
        <QRCodeSVG value={otpauthUri} size={168} title={t`Kode QR untuk aplikasi autentikator`} />
      </div>
      <p>
        <Trans>Kunci untuk diketik:</Trans>{' '}
        <code className={styles.key}>{key.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
    </div>
  );
}
