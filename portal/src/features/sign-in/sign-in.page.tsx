import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';

import { type Command, useCommand } from '../../platform/command.ts';
import type { FieldFault } from '../../platform/failures.ts';
import { knownIdentifier } from '../../platform/known-identifier.ts';
import { Link, navigate } from '../../platform/router.tsx';
import { refusal } from '../../platform/sentences.ts';
import { renewSession, wantedPage } from '../../platform/session.ts';
import { CaptchaState, useCaptcha } from '../../ui/captcha.tsx';
import { Form } from '../../ui/form.tsx';
import { IdentifierField } from '../../ui/identifier-field.tsx';
import { Page } from '../../ui/page.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { login } from './login.ts';
import { type NotActivated, NotActive } from './not-active.tsx';

export function SignInPage() {
  const { t } = useLingui();
  const command = useCommand();
  const [{ path: wanted }] = useState(() => wantedPage.now);
  useEffect(() => wantedPage.forget(), []);
  const [notActive, setNotActive] = useState<NotActivated>();
  return notActive ? (
    <NotActive outcome={notActive} />
  ) : (
    <Page title={t`Masuk`} back="/">
      {wanted && <WhyHere />}
      <SignInForm command={command} wanted={wanted} onNotActive={setNotActive} />
      <ul className="more">
        <li>
          <Link to="/lupa-kata-sandi">
            <Trans>Lupa kata sandi</Trans>
          </Link>
        </li>
        <li>
          <Link to="/lupa-akun">
            <Trans>Lupa akun (username, email, atau nomor)</Trans>
          </Link>
        </li>
        <li>
          <Link to="/aktivasi/kirim-ulang">
            <Trans>Kirim ulang aktivasi</Trans>
          </Link>
        </li>
        <li>
          <Link to="/bantuan">
            <Trans>Butuh bantuan?</Trans>
          </Link>
        </li>
      </ul>
    </Page>
  );
}

/** Whoever meant to open their account reads why they are asked. */
function WhyHere() {
  return (
    <p className="note" role="status">
      <Trans>
        Masuklah untuk membuka halaman itu. Bila tadi sudah masuk, sesinya berakhir demi keamanan; yang sudah
        disimpan tetap tersimpan.
      </Trans>
    </p>
  );
}

interface SignInFormProps {
  readonly command: Command;
  /** The page that was asked for without a session. */
  readonly wanted: string;
  readonly onNotActive: (outcome: NotActivated) => void;
}

function SignInForm({ command, wanted, onNotActive }: SignInFormProps) {
  const { t } = useLingui();
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const captcha = useCaptcha('LOGIN');
  const submit = async () => {
    const { identifier } = knownIdentifier.now;
    const missing: FieldFault[] = [
      ...(identifier.trim()
        ? []
        : [{ field: 'identifier', message: t`Isi username, email, atau nomor ponsel.` }]),
      ...(password ? [] : [{ field: 'password', message: t`Isi kata sandi.` }]),
    ];
    if (missing.length > 0) return command.refuse(...missing);
    const answer = asked ? await captcha.take() : null;
    const outcome = await login({ identifier, password, captcha: answer });
    if (outcome.__typename === 'AccountNotActivated') return onNotActive(outcome);
    if (outcome.__typename === 'LoggedIn') return enter(wanted);
    // The next try needs one; it is worked on while the person reads.
    if (outcome.__typename === 'CaptchaRequired' || outcome.__typename === 'CaptchaRejected') {
      setAsked(true);
      captcha.begin();
    }
    throw refusal(outcome, '', 'LOGIN');
  };
  return (
    <Form command={command} onSubmit={submit} button={<Trans>Masuk</Trans>}>
      <IdentifierField />
      <PasswordField
        name="password"
        label={t`Kata sandi`}
        kind="current-password"
        value={password}
        onChange={setPassword}
      />
      {asked && <CaptchaState captcha={captcha} />}
    </Form>
  );
}

async function enter(wanted: string): Promise<void> {
  await renewSession();
  knownIdentifier.forget();
  navigate(wanted || '/akun', { replace: true });
}
