import { Trans } from '@lingui/react/macro';

/** Version 2026-11 of docs/privacy.md, word for word: what `acceptTerms` accepts. A rule test compares them. */
export function DeclarationText() {
  return (
    <>
      <p>
        <Trans>Saya menyatakan bahwa:</Trans>
      </p>
      <ol>
        <li>
          <Trans>
            data yang saya isi benar, lengkap, dan milik saya atau milik badan yang berhak saya wakili, dan
            saya bertanggung jawab atasnya;
          </Trans>
        </li>
        <li>
          <Trans>
            data itu boleh dicocokkan dengan catatan kependudukan, perpajakan, dan badan hukum, serta disimpan
            oleh penyelenggara Akun OSS untuk membuat, mengamankan, dan melayani akun ini, dan tidak untuk
            keperluan lain;
          </Trans>
        </li>
        <li>
          <Trans>
            kontak yang saya berikan boleh dipakai untuk kode, tautan, dan pemberitahuan keamanan akun;
          </Trans>
        </li>
        <li>
          <Trans>setiap perubahan penting pada akun dicatat beserta waktu dan alamat jaringannya;</Trans>
        </li>
        <li>
          <Trans>
            saya dapat meminta salinan, perbaikan, atau penghapusan data saya melalui DPMPTSP setempat, sejauh
            peraturan mengizinkan.
          </Trans>
        </li>
      </ol>
    </>
  );
}
