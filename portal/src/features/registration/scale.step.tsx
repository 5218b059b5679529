import { Trans, useLingui } from '@lingui/react/macro';

import { useAnswers } from '../../platform/kept-answers.ts';
import { Choice } from '../../ui/choice.tsx';
import { whenEmpty } from '../../ui/step-form.tsx';
import { answers } from './answers.ts';
import { StepPage } from './step-page.tsx';

export function ScaleStep() {
  const { t } = useLingui();
  const [{ scale }, set] = useAnswers(answers);
  return (
    <StepPage
      title={t`Usaha Anda termasuk yang mana?`}
      missing={(given) => whenEmpty(given.scale, 'scale', t`Pilih UMK atau Non-UMK.`)}
    >
      <Choice
        name="scale"
        legend={t`Skala usaha`}
        legendHidden
        value={scale}
        // Only larger businesses may be represented from abroad, so the next answer may no longer fit.
        onChange={(value) => set({ scale: value, actor: undefined })}
        options={[
          {
            value: 'UMK',
            label: t`UMK (usaha mikro dan kecil)`,
            hint: t`Milik warga negara Indonesia, modal paling banyak Rp5 miliar tanpa tanah dan bangunan.`,
          },
          {
            value: 'NON_UMK',
            label: t`Non-UMK`,
            hint: t`Usaha menengah dan besar, semua penanaman modal asing, kantor perwakilan, dan badan usaha luar negeri.`,
          },
        ]}
      />
      <details>
        <summary>
          <Trans>Bantu saya memilih</Trans>
        </summary>
        <p>
          <Trans>
            Hitung modal usaha tanpa nilai tanah dan bangunan tempat usaha. Sampai Rp5 miliar dan seluruhnya
            milik warga negara Indonesia: pilih UMK. Lebih dari itu, atau ada modal asing: pilih Non-UMK.
            Belum yakin? Tanyakan kepada DPMPTSP (dinas perizinan) kabupaten atau kota Anda; tidak ada yang
            tersimpan sampai di sini.
          </Trans>
        </p>
      </details>
    </StepPage>
  );
}
