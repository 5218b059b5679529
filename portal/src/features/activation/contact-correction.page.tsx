import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { type Channel, CorrectUnverifiedContactDocument } from '../../gql/graphql.ts';
import { type Command, useCommand } from '../../platform/command.ts';
import { KeptAnswers, useAnswers } from '../../platform/kept-answers.ts';
import { knownIdentifier } from '../../platform/known-identifier.ts';
import { request } from '../../platform/request.ts';
import { Link } from '../../platform/router.tsx';
import { refusal } from '../../platform/sentences.ts';
import { type Captcha, CaptchaState, useCaptcha } from '../../ui/captcha.tsx';
import { Choice } from '../../ui/choice.tsx';
import { ContactField } from '../../ui/contact-field.tsx';
import { Form } from '../../ui/form.tsx';
import { IdentifierField } from '../../ui/identifier-field.tsx';
import { Page } from '../../ui/page.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { Sent } from '../../ui/sent.tsx';

const answers = new KeptAnswers<{ channel: Channel; contact: string }>({ channel: 'EMAIL', contact: '' });

interface Requested {
  readonly message: string;
  readonly resendAvailableAt: string;
}

/** Before activation a mistyped contact is mended with the password; what was sent to the wrong one is void then. */
export function ContactCorrectionPage() {
  const command = useCommand();
  const captcha = useCaptcha('RESEND_ACTIVATION');
  const [password, setPassword] = useState('');
  const [sent, setSent] = useState<Requested>();
  const send = async () => setSent(await correct(password, captcha));
  if (!sent) return <CorrectionForm {...{ command, captcha, password, setPassword, send }} />;
  return (
    <Sent
      {...{ ...sent, command, captcha }}
      channel={answers.now.channel}
      onResend={send}
      onOther={() => setSent(undefined)}
    >
      <Link to="/aktivasi" className="button main">
        <Trans>Saya punya kodenya</Trans>
      </Link>
    </Sent>
  );
}

interface CorrectionFormProps {
  readonly command: Command;
  readonly captcha: Captcha;
  readonly password: string;
  readonly setPassword: (password: string) => void;
  readonly send: () => Promise<void>;
}

function CorrectionForm({ command, captcha, password, setPassword, send }: CorrectionFormProps) {
  const { t } = useLingui();
  const submit = () => {
    const given = [
      ['identifier', knownIdentifier.now.identifier, t`Isi username, email, atau nomor ponsel.`],
      ['password', password, t`Isi kata sandi yang Anda buat saat mendaftar.`],
      ['contact', answers.now.contact, t`Isi kontak yang benar.`],
    ] as const;
    const missing = given.flatMap(([field, value, message]) => (value.trim() ? [] : [{ field, message }]));
    if (missing.length === 0) return send();
    command.refuse(...missing);
  };
  return (
    <Page title={t`Perbaiki kontak yang salah ketik`} back="/aktivasi">
      <p>
        <Trans>
          Hanya untuk akun yang belum aktif. Pesan aktivasi sebelumnya tidak berlaku lagi sesudahnya.
        </Trans>
      </p>
      <Form
        command={command}
        onSubmit={submit}
        button={<Trans>Perbaiki dan kirim</Trans>}
        onFirstFocus={captcha.begin}
      >
        <IdentifierField />
        <PasswordField
          name="password"
          label={t`Kata sandi`}
          kind="current-password"
          value={password}
          onChange={setPassword}
        />
        <WhichContact />
        <CaptchaState captcha={captcha} />
      </Form>
    </Page>
  );
}

function WhichContact() {
  const { t } = useLingui();
  const [{ channel, contact }, set] = useAnswers(answers);
  return (
    <>
      <Choice
        name="channel"
        legend={t`Yang diperbaiki`}
        value={channel}
        onChange={(value) => set({ channel: value, contact: '' })}
        options={[
          { value: 'EMAIL', label: 'Email' },
          { value: 'WHATSAPP', label: 'WhatsApp' },
        ]}
      />
      <ContactField
        name="contact"
        channel={channel}
        value={contact}
        onChange={(value) => set({ contact: value })}
      />
    </>
  );
}

async function correct(password: string, captcha: Captcha): Promise<Requested> {
  const { identifier } = knownIdentifier.now;
  const { channel, contact } = answers.now;
  const input = { identifier, password, channel, contact, captcha: await captcha.take() };
  const { correctUnverifiedContact: outcome } = await request(CorrectUnverifiedContactDocument, { input });
  if (outcome.__typename === 'ActivationRequested') return outcome;
  throw refusal(outcome);
}
