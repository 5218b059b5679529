import { Trans, useLingui } from '@lingui/react/macro';

import { Page } from '../../ui/page.tsx';

export function AccessibilityPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Aksesibilitas`} back="/">
      <p>
        <Trans>
          Halaman ini dibuat menurut WCAG 2.2 tingkat AA (pedoman aksesibilitas konten web). Semuanya dapat
          dipakai dengan papan tik, dengan pembaca layar, pada layar selebar 320 piksel, dan dengan teks dua
          kali lebih besar.
        </Trans>
      </p>
      <p>
        <Trans>
          Tidak ada teka-teki gambar atau suara. Kode dapat ditempel, kata sandi dapat dilihat, dan waktu sesi
          dapat diperpanjang dengan satu tombol.
        </Trans>
      </p>
      <p>
        <Trans>
          Yang belum: pengujian dengan TalkBack dilakukan sekali tiap rilis, bukan terus-menerus. Ada
          hambatan? Sampaikan kepada DPMPTSP setempat; pelayanan di kantor tersedia bagi siapa pun.
        </Trans>
      </p>
    </Page>
  );
}
