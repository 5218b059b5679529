import { Trans, useLingui } from '@lingui/react/macro';

import { useAnswers } from '../../platform/kept-answers.ts';
import { knownIdentifier } from '../../platform/known-identifier.ts';
import { Link } from '../../platform/router.tsx';
import { dayAndTime } from '../../platform/times.ts';
import { MessageHint } from '../../ui/message-hint.tsx';
import { Page } from '../../ui/page.tsx';
import { type Finished, finished } from './finished.ts';

export function FinishedPage() {
  const { t } = useLingui();
  const [{ outcome }] = useAnswers(finished);
  switch (outcome?.__typename) {
    case 'RegistrationCompleted':
      return <Completed {...outcome} />;
    case 'RegistrationPending':
      return (
        <Page title={t`Pendaftaran tersimpan`}>
          <p>{outcome.message}</p>
          <p>
            <Trans>Anda tidak perlu melakukan apa pun. Halaman ini boleh ditutup.</Trans>
          </p>
        </Page>
      );
    case 'IdentityAlreadyRegistered':
      return <AlreadyRegistered message={outcome.message} />;
    default:
      return <Forgotten />;
  }
}

type CompletedProps = Extract<Finished, { __typename: 'RegistrationCompleted' }>;

function Completed({ username, activationSentTo, activationExpiresAt, warnings }: CompletedProps) {
  const { t } = useLingui();
  const until = dayAndTime(activationExpiresAt);
  return (
    <Page title={t`Tinggal satu langkah: aktifkan akun`}>
      <div className="good">
        <p>
          <Trans>Username Anda:</Trans> <span className="value">{username}</span>
        </p>
        <p>
          <Trans>Catat username ini. Kami juga mengirimkannya setelah akun aktif.</Trans>
        </p>
      </div>
      <p>
        <Trans>Pesan aktivasi, berlaku sampai {until}, dikirim ke:</Trans>
      </p>
      <ul>
        {activationSentTo.map(({ channel, value }) => (
          <li key={value}>
            {channel === 'EMAIL' ? (
              <Trans>email {value}: tautan</Trans>
            ) : (
              <Trans>WhatsApp {value}: kode</Trans>
            )}
          </li>
        ))}
      </ul>
      {warnings.length > 0 && (
        <p className="note">
          <Trans>
            Beberapa isian berbeda dari dugaan kami, misalnya tanggal pada NIK. Itu bisa sah dan tidak
            menghalangi Anda.
          </Trans>
        </p>
      )}
      <Link
        to="/aktivasi"
        className="button main"
        onClick={() => knownIdentifier.set({ identifier: username })}
      >
        <Trans>Saya punya kodenya</Trans>
      </Link>
      <MessageHint />
    </Page>
  );
}

function AlreadyRegistered({ message }: { message: string }) {
  const { t } = useLingui();
  return (
    <Page title={t`Identitas ini sudah punya akun`}>
      <div className="note">
        <p>{message}</p>
        <p>
          <Trans>Mungkin pernah dibuatkan untuk Anda. Akun baru tidak dibuat.</Trans>
        </p>
      </div>
      <Link to="/lupa-akun" className="button main">
        <Trans>Cari akun saya</Trans>
      </Link>
      <Link to="/masuk" className="button">
        <Trans>Masuk</Trans>
      </Link>
    </Page>
  );
}

function Forgotten() {
  const { t } = useLingui();
  return (
    <Page title={t`Pendaftaran Anda sudah kami terima`}>
      <p>
        <Trans>
          Hasilnya tidak tersimpan di tab ini. Lihat pesan terakhir dari kami di email atau WhatsApp.
        </Trans>
      </p>
      <Link to="/aktivasi" className="button main">
        <Trans>Aktifkan akun</Trans>
      </Link>
    </Page>
  );
}
