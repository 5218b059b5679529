import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { type Channel, ResendActivationDocument } from '../../gql/graphql.ts';
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

export function ResendPage() {
  const command = useCommand();
  const captcha = useCaptcha('RESEND_ACTIVATION');
  const [channel, setChannel] = useState<Channel | 'BOTH'>('BOTH');
  const [sent, setSent] = useState<Requested>();
  const send = async () => setSent(await resend(channel, captcha));
  if (!sent) return <ResendForm {...{ command, captcha, channel, setChannel, send }} />;
  return (
    <Sent
      {...{ ...sent, command, captcha }}
      channel={channel === 'BOTH' ? null : channel}
      onResend={send}
      onOther={() => setSent(undefined)}
    >
      <Link to="/aktivasi" className="button main">
        <Trans>Saya punya kodenya</Trans>
      </Link>
    </Sent>
  );
}

interface ResendFormProps {
  readonly command: Command;
  readonly captcha: Captcha;
  readonly channel: Channel | 'BOTH';
  readonly setChannel: (channel: Channel | 'BOTH') => void;
  readonly send: () => Promise<void>;
}

function ResendForm({ command, captcha, channel, setChannel, send }: ResendFormProps) {
  const { t } = useLingui();
  const submit = () => {
    if (knownIdentifier.now.identifier.trim()) return send();
    command.refuse({ field: 'identifier', message: t`Isi username, email, atau nomor ponsel.` });
  };
  return (
    <Page title={t`Kirim ulang aktivasi`} back="/aktivasi">
      <Form
        command={command}
        onSubmit={submit}
        button={<Trans>Kirim ulang</Trans>}
        onFirstFocus={captcha.begin}
      >
        <IdentifierField />
        <Choice
          name="channel"
          legend={t`Kirim ke`}
          value={channel}
          onChange={setChannel}
          options={[
            { value: 'BOTH', label: t`semua kontak yang terdaftar` },
            { value: 'EMAIL', label: t`email saja (tautan)` },
            { value: 'WHATSAPP', label: t`WhatsApp saja (kode)` },
          ]}
        />
        <CaptchaState captcha={captcha} />
      </Form>
    </Page>
  );
}

async function resend(channel: Channel | 'BOTH', captcha: Captcha): Promise<Requested> {
  const { identifier } = knownIdentifier.now;
  const input = { identifier, channel: channel === 'BOTH' ? null : channel, captcha: await captcha.take() };
  const { resendActivation: outcome } = await request(ResendActivationDocument, { input });
  if (outcome.__typename === 'ActivationRequested') return outcome;
  throw refusal(outcome, '', 'MESSAGE');
}
