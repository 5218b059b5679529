import { useLingui } from '@lingui/react/macro';

import { useAnswers } from '../../platform/kept-answers.ts';
import { whenEmpty } from '../../ui/step-form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { answers } from './answers.ts';
import { StepPage } from './step-page.tsx';

export function PositionStep() {
  const { t } = useLingui();
  const [{ position }, set] = useAnswers(answers);
  return (
    <StepPage
      title={t`Apa jabatannya?`}
      missing={(given) => whenEmpty(given.position, 'position', t`Isi jabatan penanggung jawab.`)}
    >
      <TextField
        name="position"
        label={t`Jabatan di badan usaha`}
        hint={t`Misalnya direktur, ketua, atau kepala perwakilan.`}
        value={position}
        onChange={(value) => set({ position: value })}
        autoComplete="organization-title"
        maxLength={100}
      />
    </StepPage>
  );
}
