import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { ActivateAccountWithCodeDocument } from '../../gql/graphql.ts';
import { useCommand } from '../../platform/command.ts';
import { type SendNamed, useNamedCommand } from '../../platform/command-key.ts';
import { knownIdentifier } from '../../platform/known-identifier.ts';
import { request } from '../../platform/request.ts';
import { Link } from '../../platform/router.tsx';
import { refusal } from '../../platform/sentences.ts';
import { Form } from '../../ui/form.tsx';
import { IdentifierField } from '../../ui/identifier-field.tsx';
import { MessageHint } from '../../ui/message-hint.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { activatedAs } from './activated-as.ts';

/** For the code that WhatsApp carries, and for whoever opened this page without a link. */
export function CodeActivation() {
  const { t } = useLingui();
  const command = useCommand();
  const named = useNamedCommand();
  const [code, setCode] = useState('');
  const submit = async () => {
    const { identifier } = knownIdentifier.now;
    const missing = [
      ...(identifier.trim()
        ? []
        : [{ field: 'identifier', message: t`Isi username, email, atau nomor ponsel.` }]),
      ...(code.trim() ? [] : [{ field: 'code', message: t`Isi kode dari pesan WhatsApp terakhir.` }]),
    ];
    if (missing.length > 0) return command.refuse(...missing);
    await activate(named, identifier, code);
  };
  return (
    <>
      <p>
        <Trans>
          Punya email dari kami? Buka saja tautan di dalamnya. Punya pesan WhatsApp? Isi kodenya di sini.
        </Trans>
      </p>
      <Form command={command} onSubmit={submit} button={<Trans>Aktifkan akun saya</Trans>}>
        <IdentifierField />
        <div className="code">
          <TextField
            name="code"
            label={t`Kode aktivasi`}
            hint={t`6 angka pada pesan WhatsApp yang terakhir.`}
            value={code}
            onChange={setCode}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={40}
          />
        </div>
      </Form>
      <ul className="more">
        <li>
          <Link to="/masuk">
            <Trans>Akun saya mungkin sudah aktif: masuk</Trans>
          </Link>
        </li>
        <li>
          <Link to="/aktivasi/kirim-ulang">
            <Trans>Kirim ulang pesan aktivasi</Trans>
          </Link>
        </li>
        <li>
          <Link to="/aktivasi/ubah-kontak">
            <Trans>Kontaknya salah ketik</Trans>
          </Link>
        </li>
      </ul>
      <MessageHint />
    </>
  );
}

async function activate(named: SendNamed, identifier: string, code: string): Promise<void> {
  const { activateAccountWithCode: outcome } = await named({ identifier, code }, (idempotencyKey) =>
    request(ActivateAccountWithCodeDocument, { input: { identifier, code, idempotencyKey } }),
  );
  if (outcome.__typename !== 'AccountActivated') throw refusal(outcome, 'code');
  activatedAs.set({ username: outcome.username });
}
