import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

import type { Command } from '../platform/command.ts';
import { inMinutes, useSecondsUntil } from './countdown.tsx';
import { FailureSummary } from './failure-summary.tsx';
import { MessageHint } from './message-hint.tsx';
import { Page } from './page.tsx';

interface SentProps {
  /** The service's own sentence, the same for everybody. */
  readonly message: string;
  readonly resendAvailableAt: string;
  readonly command: Command;
  readonly onResend: () => Promise<void>;
  readonly onOther: () => void;
  readonly children?: ReactNode;
}

/** After something was asked for that may have been sent: where to look, and when to ask again. */
export function Sent({ message, resendAvailableAt, command, onResend, onOther, children }: SentProps) {
  const { t } = useLingui();
  const wait = useSecondsUntil(resendAvailableAt);
  const left = inMinutes(wait);
  return (
    <Page key="sent" title={t`Periksa pesan Anda`}>
      <FailureSummary command={command} />
      <div className="good">
        <p>{message}</p>
      </div>
      <MessageHint />
      {children}
      {wait > 0 ? (
        <p className="quiet">
          <Trans>Kirim ulang dapat diminta dalam {left}.</Trans>
        </p>
      ) : (
        <button type="button" aria-disabled={command.working} onClick={() => void command.run(onResend)}>
          <Trans>Kirim ulang</Trans>
        </button>
      )}
      <button type="button" onClick={onOther}>
        <Trans>Ubah isian atau pakai kanal lain</Trans>
      </button>
    </Page>
  );
}
