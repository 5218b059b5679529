import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { type Channel, RequestPasswordResetDocument } from '../../gql/graphql.ts';
import { type Command, useCommand } from '../../platform/command.ts';
import { knownIdentifier } from '../../platform/known-identifier.ts';
import { request } from '../../platform/request.ts';
import { Link } from '../../platform/router.tsx';
import { refusal } from '../../platform/sentences.ts';
import { type Captcha, CaptchaState, useCaptcha } from '../../ui/captcha.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Form } from '../../ui/form.tsx';
import { IdentifierField } from '../../ui/identifier-field.tsx';
import { Page } from '../../ui/page.tsx';
import { Sent } from '../../ui/sent.tsx';

interface Requested {
  readonly message: string;
  readonly resendAvailableAt: string;
}

/** The same answer for everybody; the link goes to a proven contact alone. */
export function ResetRequestPage() {
  const command = useCommand();
  const captcha = useCaptcha('PASSWORD_RESET');
  const [channel, setChannel] = useState<Channel>('WHATSAPP');
  const [sent, setSent] = useState<Requested>();
  const send = async () => setSent(await ask(channel, captcha));
  if (!sent) return <RequestForm {...{ command, captcha, channel, setChannel, send }} />;
  const other = () => setSent(undefined);
  return <Sent {...{ ...sent, channel, command, captcha }} onResend={send} onOther={other} />;
}

interface RequestFormProps {
  readonly command: Command;
  readonly captcha: Captcha;
  readonly channel: Channel;
  readonly setChannel: (channel: Channel) => void;
  readonly send: () => Promise<void>;
}

function RequestForm({ command, captcha, channel, setChannel, send }: RequestFormProps) {
  const { t } = useLingui();
  const submit = () => {
    if (knownIdentifier.now.identifier.trim()) return send();
    command.refuse({ field: 'identifier', message: t`Isi username, email, atau nomor ponsel.` });
  };
  return (
    <Page title={t`Lupa kata sandi`} back="/masuk">
      <p>
        <Trans>
          Kami mengirim tautan untuk membuat kata sandi baru. Sampai tautan itu dipakai, tidak ada yang
          berubah.
        </Trans>
      </p>
      <Form
        command={command}
        onSubmit={submit}
        button={<Trans>Kirim tautan</Trans>}
        onFirstFocus={captcha.begin}
      >
        <IdentifierField />
        <Choice
          name="channel"
          legend={t`Kirim lewat`}
          value={channel}
          onChange={setChannel}
          options={[
            { value: 'WHATSAPP', label: 'WhatsApp' },
            { value: 'EMAIL', label: 'Email' },
          ]}
        />
        <CaptchaState captcha={captcha} />
      </Form>
      <ul className="more">
        <li>
          <Link to="/lupa-akun">
            <Trans>Saya tidak ingat satu pun dari ketiganya</Trans>
          </Link>
        </li>
        <li>
          <Link to="/email-tidak-aktif">
            <Trans>Email dan nomor saya sudah tidak aktif</Trans>
          </Link>
        </li>
      </ul>
    </Page>
  );
}

async function ask(channel: Channel, captcha: Captcha): Promise<Requested> {
  const { identifier } = knownIdentifier.now;
  const input = { identifier, channel, captcha: await captcha.take() };
  const { requestPasswordReset: outcome } = await request(RequestPasswordResetDocument, { input });
  if (outcome.__typename === 'PasswordResetRequested') return outcome;
  throw refusal(outcome, '', 'MESSAGE');
}
