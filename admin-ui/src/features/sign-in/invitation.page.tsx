import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

import {
  AcceptInvitationDocument,
  type AcceptInvitationMutation,
  PasswordPolicyDocument,
} from '../../gql/graphql';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Stack } from '../../ui/page';
import { PasswordField } from '../../ui/text-fields';
import { unknownOutcome } from '../../ui/unknown-outcome';
import { keepChallenge } from './challenge';
import { Frame } from './frame';
import { faultsOf, hintOf } from './password-rules';
import { useAnswer } from './use-answer';

/** Read once: the secret leaves the address bar and the history before anything is drawn (R19). */
const takeToken = (): string => {
  const token = window.location.hash.slice(1);
  if (token) window.history.replaceState(window.history.state, '', window.location.pathname);
  return token;
};

export function InvitationPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [token, setToken] = useState('');
  useEffect(() => setToken((known) => known || takeToken()), []);
  const [password, setPassword] = useState('');
  const { data: policy } = useQuery(PasswordPolicyDocument);
  const { loading, fault, fail, ask } = useAnswer(AcceptInvitationDocument);

  const submit = async () => {
    const data = await ask({ input: { token, password } });
    if (!data) return;
    const outcome = data.acceptInvitation;
    // Whoever has an authenticator already keeps it and shows its code next.
    if (!('challenge' in outcome)) return fail(refusalOf(outcome));
    keepChallenge(outcome);
    void navigate({ to: '/masuk/kode', search: {} });
  };

  return (
    <Frame title={t`Terima undangan`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack>
          <p>
            <Trans>
              Buat kata sandi Anda sendiri, lalu hubungkan aplikasi autentikator. Membuka halaman ini saja
              belum mengubah apa pun.
            </Trans>
          </p>
          {fault && <Notice tone="bad" role="alert" title={fault} />}
          <PasswordField
            label={t`Kata sandi baru`}
            hint={hintOf(policy?.passwordPolicy)}
            value={password}
            onChange={setPassword}
            autoComplete="new-password"
            required
          />
          <Button type="submit" kind="main" loading={loading} wide>
            <Trans>Terima undangan</Trans>
          </Button>
        </Stack>
      </form>
    </Frame>
  );
}

type Refusal = Exclude<AcceptInvitationMutation['acceptInvitation'], { challenge: string }>;

function refusalOf(outcome: Refusal): string {
  switch (outcome.__typename) {
    case 'PasswordRejected':
      return faultsOf(outcome.reasons);
    case 'AgentLoginRejected':
    case 'TooManyRequests':
      return outcome.message;
    default:
      return unknownOutcome(outcome);
  }
}
