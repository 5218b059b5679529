import { useApolloClient, useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';

import { RefreshProofDocument, type RefreshProofMutation } from '../gql/graphql';
import { Button } from '../ui/button';
import { CodeField } from '../ui/code-field';
import { troubleOf } from '../ui/trouble';
import { unknownOutcome } from '../ui/unknown-outcome';
import styles from './proof-panel.module.css';
import { askForTimes } from './session-times';

interface ProofPanelProps {
  readonly why: string;
  readonly onDone: (proven: boolean) => void;
}

export function ProofPanel({ why, onDone }: ProofPanelProps) {
  const { t } = useLingui();
  const client = useApolloClient();
  const [code, setCode] = useState('');
  const [fault, setFault] = useState('');
  const [refresh, { loading }] = useMutation(RefreshProofDocument, { fetchPolicy: 'no-cache' });
  const field = useRef<HTMLInputElement>(null);
  const cameFrom = useRef(document.activeElement);
  useEffect(() => field.current?.focus(), []);

  const leave = (proven: boolean) => {
    (cameFrom.current as HTMLElement | null)?.focus();
    onDone(proven);
  };
  const submit = async () => {
    try {
      const { data } = await refresh({ variables: { input: { code } } });
      const refused = data && refusalOf(data.refreshProof);
      if (!refused) {
        void askForTimes(client);
        return leave(true);
      }
      setFault(refused);
    } catch (error) {
      setFault(troubleOf(error).text);
    }
    setCode('');
    field.current?.focus();
  };

  return (
    <form
      className={styles.panel}
      aria-label={t`Verifikasi ulang`}
      onKeyDown={(event) => event.key === 'Escape' && leave(false)}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className={styles.why}>{why}</p>
      <CodeField ref={field} value={code} onChange={setCode} error={fault} />
      <Button type="submit" kind="main" loading={loading}>
        <Trans>Lanjutkan</Trans>
      </Button>
      <Button onClick={() => leave(false)}>
        <Trans>Batal</Trans>
      </Button>
    </form>
  );
}

/** Null when the code was accepted. */
function refusalOf(outcome: RefreshProofMutation['refreshProof']): string | null {
  switch (outcome.__typename) {
    case 'ProofRefreshed':
      return null;
    case 'AgentLoginRejected':
    case 'TooManyRequests':
      return outcome.message;
    default:
      return unknownOutcome(outcome);
  }
}
