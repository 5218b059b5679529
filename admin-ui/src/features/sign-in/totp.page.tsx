import { useApolloClient } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { Navigate, useNavigate, useRouter, useSearch } from '@tanstack/react-router';

import { ViewerDocument, type ViewerFieldsFragment } from '../../gql/graphql';
import { keepChallenge, pendingChallenge } from './challenge';
import { Frame } from './frame';
import { TotpStep } from './totp-step';

export function TotpPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const router = useRouter();
  const client = useApolloClient();
  const { ke } = useSearch({ from: '/masuk/kode' });
  const challenge = pendingChallenge();
  // After a reload there is no first step to go on from.
  if (!challenge) return <Navigate to="/masuk" search={{ ke }} replace />;

  const enter = (agent: ViewerFieldsFragment) => {
    keepChallenge(null);
    client.writeQuery({ query: ViewerDocument, data: { viewer: agent } });
    router.history.replace(router.buildLocation({ to: ke ?? '/' }).href);
  };
  return (
    <Frame
      title={challenge.otpauthUri ? t`Pasang autentikator` : t`Masukkan kode`}
      step={t`Langkah 2 dari 2`}
    >
      <TotpStep
        challenge={challenge}
        onSignedIn={enter}
        onRestart={(why) => {
          keepChallenge(null, why);
          void navigate({ to: '/masuk', search: { ke } });
        }}
      />
    </Frame>
  );
}
