import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { ChangePasswordDocument } from '../../gql/graphql.ts';
import { useCommand } from '../../platform/command.ts';
import { type SendNamed, useNamedCommand } from '../../platform/command-key.ts';
import { request } from '../../platform/request.ts';
import { refusal } from '../../platform/sentences.ts';
import { Form } from '../../ui/form.tsx';
import { NewPassword } from '../../ui/new-password.tsx';
import { Page } from '../../ui/page.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { whyRefused } from '../../ui/password-rules.ts';
import type { AccountPageProps } from './overview.page.tsx';
import { SessionList } from './session-list.tsx';
import { wrongPassword } from './wrong-password.ts';

export function SecurityPage({ me, reload }: AccountPageProps) {
  const { t } = useLingui();
  return (
    <Page title={t`Kata sandi dan perangkat`} back="/akun">
      <h2>
        <Trans>Ganti kata sandi</Trans>
      </h2>
      <PasswordForm username={me.username} reload={reload} />
      <h2>
        <Trans>Perangkat yang sedang masuk</Trans>
      </h2>
      <SessionList sessions={me.sessions} reload={reload} />
    </Page>
  );
}

interface PasswordFormProps {
  readonly username: string;
  readonly reload: () => Promise<void>;
}

function PasswordForm({ username, reload }: PasswordFormProps) {
  const { t } = useLingui();
  const command = useCommand();
  const named = useNamedCommand();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [ended, setEnded] = useState<number>();
  const submit = async () => {
    setEnded(await change(named, { currentPassword: current, newPassword: next }));
    setCurrent('');
    setNext('');
    await reload();
  };
  return (
    <>
      <div role="status">
        {ended !== undefined && (
          <p className="good">
            <Trans>Kata sandi sudah diganti.</Trans>{' '}
            {ended > 0 && <Trans>Perangkat lain yang dikeluarkan: {ended}.</Trans>}
          </p>
        )}
      </div>
      <Form command={command} onSubmit={submit} button={<Trans>Ganti kata sandi</Trans>}>
        {/* For password managers, which otherwise do not know whose password this is. */}
        <input type="text" autoComplete="username" value={username} readOnly hidden />
        <PasswordField
          name="currentPassword"
          label={t`Kata sandi sekarang`}
          kind="current-password"
          value={current}
          onChange={setCurrent}
        />
        <NewPassword name="newPassword" value={next} onChange={setNext} />
      </Form>
    </>
  );
}

/** How many other devices were logged out by it. */
async function change(
  named: SendNamed,
  typed: { readonly currentPassword: string; readonly newPassword: string },
): Promise<number> {
  const { changePassword: outcome } = await named(typed, (idempotencyKey) =>
    request(ChangePasswordDocument, { input: { ...typed, idempotencyKey } }),
  );
  switch (outcome.__typename) {
    case 'PasswordChanged':
      return outcome.endedSessions;
    case 'PasswordRejected':
      throw refusal({ message: whyRefused(outcome.reasons) }, 'newPassword');
    case 'LoginRejected':
      throw wrongPassword('currentPassword');
    default:
      throw refusal(outcome);
  }
}
