import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Channel } from '../gql/graphql.ts';
import type { Command } from '../platform/command.ts';
import { type Captcha, CaptchaState } from './captcha.tsx';
import { inMinutes, useSecondsUntil } from './countdown.tsx';
import { FailureSummary } from './failure-summary.tsx';
import { MessageHint } from './message-hint.tsx';
import { Page } from './page.tsx';

interface SentProps {
  /** The service's own sentence, the same for everybody. */
  readonly message: string;
  readonly resendAvailableAt: string;
  /** The one it was asked for by, if it was one. */
  readonly channel: Channel | null;
  readonly command: Command;
  /** Of the next sending. */
  readonly captcha: Captcha;
  readonly onResend: () => Promise<void>;
  readonly onOther: () => void;
  readonly children?: ReactNode;
}

/** After something was asked for that may have been sent: where to look, and when to ask again. */
export function Sent({ message, resendAvailableAt, channel, children, ...again }: SentProps) {
  const { command, captcha, onResend, onOther } = again;
  const { t } = useLingui();
  const wait = useSecondsUntil(resendAvailableAt);
  const left = inMinutes(wait);
  return (
    <Page key="sent" title={t`Periksa pesan Anda`}>
      <FailureSummary command={command} />
      <div className="good">
        <p>{message}</p>
      </div>
      <MessageHint channel={channel ?? undefined} />
      {children}
      <div role="status">{wait === 0 && channel === 'WHATSAPP' && <PerhapsByEmail />}</div>
      {wait > 0 ? (
        <p className="quiet">
          <Trans>Kirim ulang dapat diminta dalam {left}.</Trans>
        </p>
      ) : (
        <>
          <button type="button" aria-disabled={command.working} onClick={() => void command.run(onResend)}>
            <Trans>Kirim ulang</Trans>
          </button>
          <CaptchaState captcha={captcha} />
        </>
      )}
      <p role="status" className="unseen">
        {wait === 0 && <Trans>Kirim ulang dapat diminta sekarang.</Trans>}
      </p>
      <button type="button" onClick={onOther}>
        <Trans>Ubah isian atau pakai kanal lain</Trans>
      </button>
    </Page>
  );
}

/** The service does so by itself after a minute without a receipt; said to everybody, as everything here. */
function PerhapsByEmail() {
  return (
    <p className="note">
      <Trans>
        Belum masuk WhatsApp? Bila akunnya punya email yang sudah terbukti, pesan yang sama kini juga kami
        kirim ke email itu. Periksa email Anda, atau pakai kanal lain.
      </Trans>
    </p>
  );
}
