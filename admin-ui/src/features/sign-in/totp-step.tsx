import { Trans } from '@lingui/react/macro';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';

import { ConfirmTotpDocument, type ConfirmTotpMutation, type ViewerFieldsFragment } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { CodeField } from '../../ui/code-field';
import { Stack } from '../../ui/page';
import { unknownOutcome } from '../../ui/unknown-outcome';
import type { Challenge } from './challenge';
import { useAnswer } from './use-answer';

/** Once in a working life; the drawing of its picture is not carried around every day. */
const Enrolment = lazy(async () => ({ default: (await import('./enrolment')).Enrolment }));

interface TotpStepProps {
  readonly challenge: Challenge;
  readonly onSignedIn: (agent: ViewerFieldsFragment) => void;
  /** Back to the password: the challenge lasts five minutes. */
  readonly onRestart: (why?: string) => void;
}

export function TotpStep({ challenge: { challenge, otpauthUri }, onSignedIn, onRestart }: TotpStepProps) {
  const [code, setCode] = useState('');
  const { loading, fault, fail, ask } = useAnswer(ConfirmTotpDocument);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!otpauthUri) field.current?.focus();
  }, [otpauthUri]);

  const submit = async () => {
    const data = await ask({ input: { challenge, code } });
    if (!data) return;
    const outcome = data.confirmTotp;
    if (outcome.__typename === 'AgentLoggedIn') return onSignedIn(outcome.agent);
    if (outcome.__typename === 'AgentLoginRejected' && outcome.startOver) return onRestart(outcome.message);
    setCode('');
    fail(refusalOf(outcome));
    field.current?.focus();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack>
        {otpauthUri && (
          <Suspense>
            <Enrolment otpauthUri={otpauthUri} />
          </Suspense>
        )}
        <CodeField ref={field} value={code} onChange={setCode} error={fault} />
        <Button type="submit" kind="main" loading={loading} wide>
          <Trans>Lanjutkan</Trans>
        </Button>
        <Button kind="quiet" onClick={() => onRestart()}>
          <Trans>Mulai lagi dari kata sandi</Trans>
        </Button>
      </Stack>
    </form>
  );
}

type Refusal = Exclude<ConfirmTotpMutation['confirmTotp'], { __typename: 'AgentLoggedIn' }>;

function refusalOf(outcome: Refusal): string {
  switch (outcome.__typename) {
    case 'AgentLoginRejected':
    case 'TooManyRequests':
      return outcome.message;
    default:
      return unknownOutcome(outcome);
  }
}
