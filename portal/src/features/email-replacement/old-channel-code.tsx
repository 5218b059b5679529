import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import type { Command } from '../../platform/command.ts';
import { Resend } from '../../ui/code-page.tsx';
import { Form } from '../../ui/form.tsx';
import { MessageHint } from '../../ui/message-hint.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface OldChannelCodeProps {
  readonly command: Command;
  readonly onCode: (code: string) => Promise<void>;
  readonly resendAvailableAt: string | undefined;
  readonly onResend: () => Promise<void>;
}

/** The service does not say when this code ends, nor whether one was sent: only who has the channel may know. */
export function OldChannelCode({ command, onCode, resendAvailableAt, onResend }: OldChannelCodeProps) {
  const { t } = useLingui();
  const [code, setCode] = useState('');
  const submit = () => {
    if (code.trim()) return onCode(code);
    command.refuse({ field: 'code', message: t`Isi kode dari pesan terakhir.` });
  };
  return (
    <>
      <Form command={command} onSubmit={submit} button={<Trans>Lanjutkan</Trans>}>
        <div className="code">
          <TextField
            name="code"
            label={t`Kode`}
            hint={t`6 angka dari pesan yang baru saja dikirim.`}
            value={code}
            onChange={setCode}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={40}
          />
        </div>
      </Form>
      <Resend command={command} availableAt={resendAvailableAt} onResend={onResend} />
      <MessageHint />
    </>
  );
}
