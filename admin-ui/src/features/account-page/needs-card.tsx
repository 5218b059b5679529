import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { refusalOf } from '../../desk/allowed';
import { Button } from '../../ui/button';
import { Card, Row } from '../../ui/page';
import { useShortcut } from '../../ui/shortcuts';
import type { Act, OneAccount } from './act';
import { LastActivation } from './last-activation';
import { NEEDS, type Need, needWord, sayingFor } from './needs';
import styles from './needs-card.module.css';
import { preconditionOf } from './preconditions';
import { usePending } from './use-pending';

/** From what the person needs to what an agent may do about it. Agents start things; they never see or choose a secret. */
export function NeedsCard({ account, onAct }: { account: OneAccount; onAct: (act: Act) => void }) {
  const { t } = useLingui();
  const [need, setNeed] = useState<Need | null>(
    account.status === 'AWAITING_ACTIVATION' ? 'ACTIVATION' : null,
  );
  const { pending, known } = usePending(account.id);
  const running = known ? (pending?.ticket ?? null) : undefined;
  const waits = account.status === 'AWAITING_ACTIVATION';
  const refusal = refusalOf(account.allowedActions, 'RESEND_ACTIVATION');
  useShortcut({
    keys: 's',
    label: t`Kirim ulang aktivasi`,
    scope: t`Halaman akun`,
    run: () => onAct('RESEND'),
    refusal,
  });
  return (
    <Card title={t`Apa yang dibutuhkan pemohon?`}>
      <Row>
        {NEEDS.map((one) => (
          <button
            key={one}
            type="button"
            className={styles.need}
            aria-pressed={one === need}
            onClick={() => setNeed(one)}
          >
            {needWord(one)}
          </button>
        ))}
      </Row>
      {need && (
        <div className={styles.answer} role="status">
          <p className={styles.precondition}>{preconditionOf(need, account, running)}</p>
          {need === 'ACTIVATION' && waits && <LastActivation id={account.id} />}
          <p>{sayingFor(need, account.status)}</p>
        </div>
      )}
      {need === 'ACTIVATION' && waits && (
        <Row>
          <Button kind="main" shortcut="S" refusal={refusal} onClick={() => onAct('RESEND')}>
            <Trans>Kirim ulang aktivasi</Trans>
          </Button>
        </Row>
      )}
    </Card>
  );
}
