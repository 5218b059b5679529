import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import {
  type Channel,
  ConfirmContactChangeDocument,
  RequestContactChangeDocument,
} from '../../gql/graphql.ts';
import { type Command, useCommand } from '../../platform/command.ts';
import { type SendNamed, useNamedCommand } from '../../platform/command-key.ts';
import { request } from '../../platform/request.ts';
import { refusal } from '../../platform/sentences.ts';
import { Choice } from '../../ui/choice.tsx';
import { CodeForm, type SentCode } from '../../ui/code-page.tsx';
import { ContactField } from '../../ui/contact-field.tsx';
import { Form } from '../../ui/form.tsx';
import { Page } from '../../ui/page.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { type AccountPageProps, Proven } from './overview.page.tsx';
import { wrongPassword } from './wrong-password.ts';

interface Typed {
  readonly channel: Channel;
  readonly contact: string;
  readonly password: string;
}

const EMPTY: Typed = { channel: 'EMAIL', contact: '', password: '' };

/** Password, then a code to the new contact; the former one is told and has a way back. */
export function ContactsPage({ me, reload }: AccountPageProps) {
  const { t } = useLingui();
  const command = useCommand();
  const named = useNamedCommand();
  const [typed, setTyped] = useState(EMPTY);
  const [sent, setSent] = useState<SentCode>();
  const [changed, setChanged] = useState(false);
  const send = async () => setSent(await askFor(named, typed));
  const confirm = async (code: string) => {
    await prove(named, { channel: typed.channel, code });
    setSent(undefined);
    setTyped(EMPTY);
    setChanged(true);
    await reload();
  };
  if (sent)
    return (
      <Page key="code" title={t`Masukkan kode 6 angka`}>
        <CodeForm command={command} sent={sent} onCode={confirm} onResend={send}>
          <button type="button" onClick={() => setSent(undefined)}>
            <Trans>Ubah kontak</Trans>
          </button>
        </CodeForm>
      </Page>
    );
  return (
    <Page key="contacts" title={t`Email dan WhatsApp`} back="/akun">
      {changed && (
        <div className="good" role="status">
          <p>
            <Trans>Kontak sudah diperbarui. Kontak yang lama kami beri tahu.</Trans>
          </p>
        </div>
      )}
      <Current me={me} />
      <ChangeForm command={command} typed={typed} setTyped={setTyped} send={send} />
    </Page>
  );
}

function Current({ me }: Pick<AccountPageProps, 'me'>) {
  return (
    <dl className="facts">
      <div>
        <dt>Email</dt>
        <dd>
          <Proven contact={me.email} />
        </dd>
      </div>
      <div>
        <dt>WhatsApp</dt>
        <dd>
          <Proven contact={me.whatsapp} />
        </dd>
      </div>
    </dl>
  );
}

interface ChangeFormProps {
  readonly command: Command;
  readonly typed: Typed;
  readonly setTyped: (change: (now: Typed) => Typed) => void;
  readonly send: () => Promise<void>;
}

function ChangeForm({ command, typed, setTyped, send }: ChangeFormProps) {
  const { t } = useLingui();
  return (
    <>
      <h2>
        <Trans>Ganti atau buktikan kontak</Trans>
      </h2>
      <Form command={command} onSubmit={send} button={<Trans>Kirim kode</Trans>}>
        <Choice
          name="channel"
          legend={t`Kontak`}
          value={typed.channel}
          onChange={(channel) => setTyped((now) => ({ ...now, channel, contact: '' }))}
          options={[
            { value: 'EMAIL', label: 'Email' },
            { value: 'WHATSAPP', label: 'WhatsApp' },
          ]}
        />
        <ContactField
          name="contact"
          channel={typed.channel}
          value={typed.contact}
          onChange={(contact) => setTyped((now) => ({ ...now, contact }))}
        />
        <PasswordField
          name="password"
          label={t`Kata sandi Anda`}
          hint={t`Agar orang lain yang memegang perangkat ini tidak dapat menggantinya.`}
          kind="current-password"
          value={typed.password}
          onChange={(password) => setTyped((now) => ({ ...now, password }))}
        />
      </Form>
    </>
  );
}

async function askFor(named: SendNamed, typed: Typed): Promise<SentCode> {
  const { channel, contact } = typed;
  const { requestContactChange: outcome } = await named({ channel, contact }, (idempotencyKey) =>
    request(RequestContactChangeDocument, { input: { ...typed, idempotencyKey } }),
  );
  if (outcome.__typename === 'LoginRejected') throw wrongPassword('password');
  if (outcome.__typename !== 'ContactChangeRequested') throw refusal(outcome);
  const { codeSentTo: sentTo, codeExpiresAt, resendAvailableAt } = outcome;
  return { sentTo, codeExpiresAt, resendAvailableAt };
}

async function prove(
  named: SendNamed,
  typed: { readonly channel: Channel; readonly code: string },
): Promise<void> {
  const { confirmContactChange: outcome } = await named(typed, (idempotencyKey) =>
    request(ConfirmContactChangeDocument, { input: { ...typed, idempotencyKey } }),
  );
  if (outcome.__typename !== 'Account') throw refusal(outcome, 'code');
}
