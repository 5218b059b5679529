import { useLingui } from '@lingui/react/macro';

import { useAnswers } from '../../platform/kept-answers.ts';
import { BirthDateField, dateFaults, isoDate } from '../../ui/birth-date-field.tsx';
import { Choice } from '../../ui/choice.tsx';
import { whenEmpty } from '../../ui/step-form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type Answers, answers, isEntity } from './answers.ts';
import { BirthDateHint } from './birth-date-hint.tsx';
import { StepPage } from './step-page.tsx';

export function PersonStep() {
  const { t } = useLingui();
  const [given, set] = useAnswers(answers);
  const missing = (typed: Answers) => [
    ...whenEmpty(typed.fullName, 'fullName', t`Isi nama sesuai KTP.`),
    ...(isEntity(typed)
      ? []
      : [
          ...whenEmpty(typed.sex, 'sex', t`Pilih jenis kelamin.`),
          ...whenEmpty(isoDate(typed.birth), 'birthDate', t`Isi tanggal, bulan, dan tahun lahir.`),
        ]),
    ...dateFaults(typed.birth, 'birthDate'),
  ];
  return (
    <StepPage title={isEntity(given) ? t`Nama penanggung jawab` : t`Nama Anda sesuai KTP`} missing={missing}>
      <TextField
        name="fullName"
        label={t`Nama lengkap`}
        hint={t`Persis seperti pada KTP atau paspor; satu kata saja boleh.`}
        value={given.fullName}
        onChange={(fullName) => set({ fullName })}
        autoComplete="name"
        maxLength={150}
      />
      {!isEntity(given) && (
        <Choice
          name="sex"
          legend={t`Jenis kelamin`}
          value={given.sex}
          onChange={(sex) => set({ sex })}
          options={[
            { value: 'FEMALE', label: t`Perempuan` },
            { value: 'MALE', label: t`Laki-laki` },
          ]}
        />
      )}
      <BirthDateField
        name="birthDate"
        optional={isEntity(given)}
        value={given.birth}
        onChange={(birth) => set({ birth })}
      />
      <BirthDateHint given={given} />
    </StepPage>
  );
}
