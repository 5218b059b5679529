import { useLingui } from '@lingui/react/macro';

import { useAnswers } from '../../platform/kept-answers.ts';
import { Choice } from '../../ui/choice.tsx';
import { StepForm, whenEmpty } from '../../ui/step-form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { answers, type Reason } from './answers.ts';
import { reasons } from './reasons.ts';
import { usePlace } from './steps.ts';

export function ReasonStep() {
  const { t } = useLingui();
  const [{ reason, story }, set] = useAnswers(answers);
  const options = Object.entries(reasons()).map(([value, label]) => ({ value: value as Reason, label }));
  return (
    <StepForm
      title={t`Mengapa emailnya perlu diganti?`}
      place={usePlace()}
      home="/email-tidak-aktif"
      missing={() => whenEmpty(answers.now.reason, 'reason', t`Pilih satu alasan.`)}
    >
      <Choice
        name="reason"
        legend={t`Alasan`}
        legendHidden
        value={reason}
        onChange={(value) => set({ reason: value })}
        options={options}
      />
      <TextField
        name="story"
        label={t`Keterangan, bila perlu`}
        hint={t`Jangan menulis NIK, kata sandi, atau kode di sini.`}
        value={story}
        onChange={(value) => set({ story: value })}
        maxLength={500}
        autoComplete="off"
      />
    </StepForm>
  );
}
