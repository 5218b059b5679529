import { Trans, useLingui } from '@lingui/react/macro';

import { useAnswers } from '../../platform/kept-answers.ts';
import { NpwpField } from '../../ui/npwp-field.tsx';
import { answers } from './answers.ts';
import { StepPage } from './step-page.tsx';

export function NpwpStep() {
  const { t } = useLingui();
  const [{ npwp }, set] = useAnswers(answers);
  return (
    <StepPage title={t`Apakah Anda punya NPWP?`} missing={() => []}>
      <p>
        <Trans>
          NPWP (nomor pokok wajib pajak) perorangan sekarang sama dengan NIK. Isi bila Anda punya; kosongkan
          bila belum, lalu lanjutkan.
        </Trans>
      </p>
      <NpwpField name="npwp" optional value={npwp} onChange={(value) => set({ npwp: value })} />
    </StepPage>
  );
}
