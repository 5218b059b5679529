import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';

import { serverNow } from '../platform/clock.ts';
import type { Command } from '../platform/command.ts';
import { clockTime } from '../platform/times.ts';
import { inMinutes, useSecondsUntil } from './countdown.tsx';
import { Form } from './form.tsx';
import { MessageHint } from './message-hint.tsx';
import { TextField } from './text-field.tsx';

export interface SentCode {
  readonly sentTo: { readonly channel: 'EMAIL' | 'WHATSAPP'; readonly value: string };
  readonly codeExpiresAt: string;
  readonly resendAvailableAt?: string;
}

interface CodeFormProps {
  readonly command: Command;
  readonly sent: SentCode;
  readonly onCode: (code: string) => Promise<void>;
  /** Sends another; the former code is void then. */
  readonly onResend: () => Promise<void>;
  /** Other ways on: another address, the other channel. */
  readonly children?: ReactNode;
}

/** A code that was sent, typed in one field; sending it again when the service allows it, which a reload does not change. */
export function CodeForm({ command, sent, onCode, onResend, children }: CodeFormProps) {
  const { t } = useLingui();
  const [code, setCode] = useState('');
  const { sentTo, codeExpiresAt } = sent;
  const until = clockTime(codeExpiresAt, serverNow());
  const submit = () => {
    if (code.trim() === '') command.refuse({ field: 'code', message: t`Isi kode dari pesan terakhir.` });
    else return onCode(code);
  };
  return (
    <>
      <p>
        {sentTo.channel === 'WHATSAPP' ? (
          <Trans>
            Kami mengirimnya lewat WhatsApp ke <strong>{sentTo.value}</strong>.
          </Trans>
        ) : (
          <Trans>
            Kami mengirimnya ke email <strong>{sentTo.value}</strong>.
          </Trans>
        )}
      </p>
      <Form command={command} onSubmit={submit} button={<Trans>Lanjutkan</Trans>}>
        <div className="code">
          <TextField
            name="code"
            label={t`Kode`}
            hint={t`6 angka, berlaku sampai ${until}`}
            value={code}
            onChange={setCode}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={40}
          />
        </div>
      </Form>
      <Resend command={command} availableAt={sent.resendAvailableAt} onResend={onResend} />
      {children}
      <MessageHint channel={sentTo.channel} />
    </>
  );
}

interface ResendProps extends Pick<CodeFormProps, 'command' | 'onResend'> {
  readonly availableAt: string | undefined;
}

/** The wait until another code can be asked for, by the service's clock, and then the button. */
export function Resend({ command, availableAt, onResend }: ResendProps) {
  const wait = useSecondsUntil(availableAt);
  const left = inMinutes(wait);
  return (
    <div>
      {wait > 0 ? (
        <p className="quiet">
          <Trans>Belum sampai? Anda dapat meminta kirim ulang dalam {left}.</Trans>
        </p>
      ) : (
        <>
          <p>
            <Trans>Belum sampai? Kirim ulang, atau pilih jalan lain di bawah ini.</Trans>
          </p>
          <button type="button" aria-disabled={command.working} onClick={() => void command.run(onResend)}>
            <Trans>Kirim ulang kode</Trans>
          </button>
        </>
      )}
      {/* Said at its start and end alone; a clock that speaks every second helps nobody. */}
      <p role="status" className="unseen">
        {wait > 0 ? <Trans>Kode sudah dikirim.</Trans> : <Trans>Kode dapat dikirim ulang sekarang.</Trans>}
      </p>
    </div>
  );
}
