import { Trans, useLingui } from '@lingui/react/macro';

import { useAnswers } from '../../platform/kept-answers.ts';
import { NewPassword } from '../../ui/new-password.tsx';
import { whenEmpty } from '../../ui/step-form.tsx';
import { answers } from './answers.ts';
import { StepPage } from './step-page.tsx';

export function PasswordStep() {
  const { t } = useLingui();
  const [{ password }, set] = useAnswers(answers);
  return (
    <StepPage
      title={t`Buat kata sandi`}
      missing={(given) => (given.password ? [] : whenEmpty('', 'password', t`Isi kata sandi baru.`))}
    >
      <p>
        <Trans>Kontak Anda sudah terbukti dan tidak ditanyakan lagi di tab ini selama 7 hari.</Trans>
      </p>
      <NewPassword name="password" value={password} onChange={(value) => set({ password: value })} />
    </StepPage>
  );
}
