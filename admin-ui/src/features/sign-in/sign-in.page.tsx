import { useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';

import { keepChallenge, lastRefusal } from './challenge';
import { Frame } from './frame';
import { PasswordStep } from './password-step';

export function SignInPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { ke } = useSearch({ from: '/masuk' });
  return (
    <Frame title={t`Masuk ke konsol`} step={t`Langkah 1 dari 2`}>
      <PasswordStep
        because={lastRefusal()}
        onChallenge={(challenge) => {
          keepChallenge(challenge);
          void navigate({ to: '/masuk/kode', search: { ke } });
        }}
      />
    </Frame>
  );
}
