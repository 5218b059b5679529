import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { LogInAgentDocument, type LogInAgentMutation } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Stack } from '../../ui/page';
import { PasswordField, TextField } from '../../ui/text-fields';
import { unknownOutcome } from '../../ui/unknown-outcome';
import type { Challenge } from './challenge';
import { useAnswer } from './use-answer';

interface PasswordStepProps {
  /** Given when only this person can go on. */
  readonly username?: string;
  readonly onChallenge: (challenge: Challenge) => void;
  /** Why the person is here again. */
  readonly because?: string;
}

export function PasswordStep({ username: known, onChallenge, because }: PasswordStepProps) {
  const { t } = useLingui();
  const [username, setUsername] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const { loading, fault, fail, ask } = useAnswer(LogInAgentDocument, because);

  const submit = async () => {
    const data = await ask({ input: { username, password } });
    if (!data) return;
    const outcome = data.logInAgent;
    if (outcome.__typename === 'TotpRequired' || outcome.__typename === 'TotpEnrolment')
      return onChallenge(outcome);
    setPassword('');
    fail(refusalOf(outcome));
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack>
        {fault && <Notice tone="bad" role="alert" title={fault} />}
        <TextField
          label={t`Nama pengguna`}
          value={username}
          onChange={setUsername}
          autoComplete="username"
          disabled={known !== undefined}
          required
        />
        <PasswordField
          label={t`Kata sandi`}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          required
        />
        <Button type="submit" kind="main" loading={loading} wide>
          <Trans>Masuk</Trans>
        </Button>
      </Stack>
    </form>
  );
}

type Refusal = Exclude<LogInAgentMutation['logInAgent'], { __typename: 'TotpRequired' | 'TotpEnrolment' }>;

function refusalOf(outcome: Refusal): string {
  switch (outcome.__typename) {
    case 'AgentLoginRejected':
    case 'TooManyRequests':
      return outcome.message;
    default:
      return unknownOutcome(outcome);
  }
}
