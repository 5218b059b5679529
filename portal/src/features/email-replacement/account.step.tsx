import { useLingui } from '@lingui/react/macro';

import { useAnswers } from '../../platform/kept-answers.ts';
import { Choice } from '../../ui/choice.tsx';
import { NibField } from '../../ui/nib-field.tsx';
import { NikField, nikFaults } from '../../ui/nik-field.tsx';
import { StepForm, whenEmpty } from '../../ui/step-form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { answers } from './answers.ts';
import { usePlace } from './steps.ts';

export function AccountStep() {
  const { t } = useLingui();
  const [given, set] = useAnswers(answers);
  const missing = () => [
    ...nikFaults(answers.now.nik, 'nik'),
    ...whenEmpty(answers.now.hasNib, 'hasNib', t`Jawab apakah usaha Anda sudah punya NIB.`),
    ...(answers.now.hasNib === 'yes' ? whenEmpty(answers.now.nib, 'nib', t`Isi NIB, 13 angka.`) : []),
  ];
  return (
    <StepForm
      title={t`Akun mana yang emailnya diganti?`}
      place={usePlace()}
      home="/email-tidak-aktif"
      missing={missing}
    >
      <NikField name="nik" value={given.nik} onChange={(nik) => set({ nik })} />
      <Choice
        name="hasNib"
        legend={t`Apakah usaha Anda sudah punya NIB (nomor induk berusaha)?`}
        value={given.hasNib}
        onChange={(hasNib) => set({ hasNib })}
        options={[
          { value: 'yes', label: t`Sudah` },
          { value: 'no', label: t`Belum` },
        ]}
      />
      {given.hasNib === 'yes' && <NibField name="nib" value={given.nib} onChange={(nib) => set({ nib })} />}
      <TextField
        name="identifier"
        label={t`Username atau email lama, bila ingat`}
        value={given.identifier}
        onChange={(identifier) => set({ identifier })}
        autoCapitalize="none"
        spellCheck={false}
        autoComplete="username"
      />
    </StepForm>
  );
}
