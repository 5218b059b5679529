import { Trans, useLingui } from '@lingui/react/macro';

import { useState } from 'react';

import { useAnswers } from '../../platform/kept-answers.ts';
import { NewPassword } from '../../ui/new-password.tsx';
import { whenEmpty } from '../../ui/step-form.tsx';
import { answers } from './answers.ts';
import { StepPage } from './step-page.tsx';

export function PasswordStep() {
  const { t } = useLingui();
  const [{ password }, set] = useAnswers(answers);
  // As the page was opened: the sentence must not change under whoever types.
  const [reloaded] = useState(() => answers.now.fullName !== '' && answers.now.password === '');
  return (
    <StepPage
      title={t`Buat kata sandi`}
      missing={(given) => (given.password ? [] : whenEmpty('', 'password', t`Isi kata sandi baru.`))}
    >
      <p>
        {reloaded ? (
          <Trans>
            Isian Anda masih ada. Hanya kata sandi yang perlu diisi sekali lagi, karena tidak kami simpan di
            mana pun.
          </Trans>
        ) : (
          <Trans>Kontak Anda sudah terbukti dan tidak ditanyakan lagi di tab ini selama 7 hari.</Trans>
        )}
      </p>
      <NewPassword name="password" value={password} onChange={(value) => set({ password: value })} />
    </StepPage>
  );
}
