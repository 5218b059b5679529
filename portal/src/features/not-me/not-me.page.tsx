import { Trans, useLingui } from '@lingui/react/macro';

import { ReportNotMeDocument } from '../../gql/graphql.ts';
import { request } from '../../platform/request.ts';
import { Link } from '../../platform/router.tsx';
import { endSession } from '../../platform/session.ts';
import { LinkPage, type OpenedLink, type Spent } from '../../ui/link-page.tsx';
import { Page } from '../../ui/page.tsx';

/** "This was not me", opened from any security notice. */
export function NotMePage() {
  const { t } = useLingui();
  return (
    <LinkPage
      title={t`Bukan Anda yang melakukannya?`}
      explained={
        <>
          <p>
            <Trans>
              Tombol ini mengeluarkan semua perangkat, membatalkan tautan dan kode yang masih berlaku,
              mematikan kata sandi yang sekarang, dan menghentikan penggantian email yang sedang berjalan.
            </Trans>
          </p>
          <p className="quiet">
            <Trans>Ternyata memang Anda? Tutup halaman ini; tidak ada yang berubah.</Trans>
          </p>
        </>
      }
      button={<Trans>Amankan akun saya</Trans>}
      spend={report}
      otherwise={<NextSteps />}
      withoutToken={{
        title: t`Tautannya tidak lengkap`,
        body: (
          <>
            <p>
              <Trans>
                Buka sekali lagi tautan dari pesan kami. Bila tetap begini, amankan akun dengan cara ini:
              </Trans>
            </p>
            <NextSteps />
          </>
        ),
      }}
    />
  );
}

function NextSteps() {
  return (
    <>
      <Link to="/lupa-kata-sandi" className="button main">
        <Trans>Buat kata sandi baru</Trans>
      </Link>
      <p>
        <Trans>
          Tidak lagi menguasai email atau nomor Anda? Segera datang ke DPMPTSP (dinas perizinan) setempat
          dengan KTP.
        </Trans>
      </p>
    </>
  );
}

async function report(input: OpenedLink): Promise<Spent> {
  const { reportNotMe: outcome } = await request(ReportNotMeDocument, { input });
  if (outcome.__typename !== 'AccountSecured') return outcome;
  endSession(); // this browser's too, if it had one
  return { done: <Secured /> };
}

function Secured() {
  const { t } = useLingui();
  return (
    <Page key="done" title={t`Akun Anda sudah diamankan`}>
      <div className="good">
        <p>
          <Trans>Semua perangkat sudah dikeluarkan, dan kata sandi lama tidak berlaku lagi.</Trans>
        </p>
      </div>
      <p>
        <Trans>Sekarang buatlah kata sandi baru. Kami mengirim tautannya ke kontak Anda yang terbukti.</Trans>
      </p>
      <NextSteps />
    </Page>
  );
}
