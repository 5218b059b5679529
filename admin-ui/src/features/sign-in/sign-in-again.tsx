import { useApolloClient } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { useSignOut } from '../../desk/use-sign-out';
import { ViewerDocument, type ViewerFieldsFragment } from '../../gql/graphql';
import { Button } from '../../ui/button';
import type { Challenge } from './challenge';
import { PasswordStep } from './password-step';
import styles from './sign-in.module.css';
import { TotpStep } from './totp-step';

interface SignInAgainProps {
  readonly agentId: string;
  readonly username: string;
  readonly onBack: () => void;
}

/** Over a page whose session has ended. Only the same person finds the page as it was. */
export function SignInAgain({ agentId, username, onBack }: SignInAgainProps) {
  const { t } = useLingui();
  const client = useApolloClient();
  const signOut = useSignOut(client);
  const [challenge, setChallenge] = useState<Challenge | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const enter = (agent: ViewerFieldsFragment) => {
    if (agent.id !== agentId) return window.location.replace(import.meta.env.BASE_URL);
    client.writeQuery({ query: ViewerDocument, data: { viewer: agent } });
    onBack();
    void client.refetchQueries({ include: 'active' });
  };

  return (
    <section className={styles.card} aria-label={t`Masuk lagi`}>
      <h1 ref={heading} tabIndex={-1}>
        <Trans>Sesi Anda berakhir</Trans>
      </h1>
      <p>
        <Trans>Masuk lagi untuk melanjutkan. Isian yang belum dikirim tetap ada.</Trans>
      </p>
      {challenge ? (
        <TotpStep challenge={challenge} onSignedIn={enter} onRestart={() => setChallenge(null)} />
      ) : (
        <PasswordStep username={username} onChallenge={setChallenge} />
      )}
      <Button kind="quiet" onClick={() => void signOut('diam')}>
        <Trans>Keluar dan buang isian</Trans>
      </Button>
    </section>
  );
}
