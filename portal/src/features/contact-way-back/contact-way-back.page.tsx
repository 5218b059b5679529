import { Trans, useLingui } from '@lingui/react/macro';

import { UndoContactChangeDocument } from '../../gql/graphql.ts';
import { request } from '../../platform/request.ts';
import { Link } from '../../platform/router.tsx';
import { LinkPage, type OpenedLink, type Spent } from '../../ui/link-page.tsx';
import { Page } from '../../ui/page.tsx';

/** The way back for a contact that was replaced, opened by the message to the former one. */
export function ContactWayBackPage() {
  const { t } = useLingui();
  return (
    <LinkPage
      title={t`Kembalikan kontak lama?`}
      explained={
        <>
          <p>
            <Trans>
              Kontak pada akun Anda diganti. Bila bukan Anda yang menggantinya, tekan tombol ini: kontak lama
              dipakai lagi, kontak baru dilepas, dan semua orang harus masuk ulang.
            </Trans>
          </p>
          <p className="quiet">
            <Trans>Anda sendiri yang menggantinya? Tutup halaman ini; tidak ada yang berubah.</Trans>
          </p>
        </>
      }
      button={<Trans>Kembalikan kontak lama</Trans>}
      spend={putBack}
      otherwise={
        <p>
          <Trans>
            Bila Anda baru saja menekan tombolnya, kontak mungkin sudah kembali; lihat pesan terakhir dari
            kami. Bila tidak, segera hubungi DPMPTSP (dinas perizinan) setempat.
          </Trans>
        </p>
      }
      withoutToken={{
        title: t`Tautannya tidak lengkap`,
        body: (
          <p>
            <Trans>
              Buka sekali lagi tautan dari pesan yang Anda terima di kontak lama. Bila tetap begini, hubungi
              DPMPTSP (dinas perizinan) setempat.
            </Trans>
          </p>
        ),
      }}
    />
  );
}

async function putBack(input: OpenedLink): Promise<Spent> {
  const { undoContactChange: outcome } = await request(UndoContactChangeDocument, { input });
  return outcome.__typename === 'ContactChangeUndone'
    ? { done: <PutBack contact={outcome.restored.value} /> }
    : outcome;
}

function PutBack({ contact }: { contact: string }) {
  const { t } = useLingui();
  return (
    <Page key="done" title={t`Kontak lama sudah dikembalikan`}>
      <div className="good">
        <p>
          <Trans>Kontak:</Trans> <span className="value">{contact}</span>
        </p>
      </div>
      <p>
        <Trans>
          Semua sesi sudah diakhiri. Sekarang masuklah dan ganti kata sandi Anda, karena orang yang mengganti
          kontak mengetahuinya. Bila tidak dapat masuk, hubungi DPMPTSP setempat.
        </Trans>
      </p>
      <Link to="/masuk" className="button main">
        <Trans>Masuk</Trans>
      </Link>
    </Page>
  );
}
