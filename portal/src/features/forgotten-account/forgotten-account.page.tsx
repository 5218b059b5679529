import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { FindAccountsDocument, type FindAccountsQuery } from '../../gql/graphql.ts';
import { type Command, useCommand } from '../../platform/command.ts';
import { KeptAnswers, useAnswers } from '../../platform/kept-answers.ts';
import { request } from '../../platform/request.ts';
import { refusal } from '../../platform/sentences.ts';
import { type Captcha, CaptchaState, useCaptcha } from '../../ui/captcha.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Form } from '../../ui/form.tsx';
import { NibField } from '../../ui/nib-field.tsx';
import { NikField, nikFaults } from '../../ui/nik-field.tsx';
import { Page } from '../../ui/page.tsx';
import { FoundAccounts } from './found-accounts.tsx';

export type Found = Extract<FindAccountsQuery['findAccounts'], { __typename: 'AccountsFound' }>['accounts'];

const answers = new KeptAnswers<{ hasNib?: 'yes' | 'no'; nik: string; nib: string }>({ nik: '', nib: '' });

/** "Lupa akun": masks on the screen, the full username only by message to a contact on record. */
export function ForgottenAccountPage() {
  const command = useCommand();
  const captcha = useCaptcha('FIND_ACCOUNT');
  const [found, setFound] = useState<Found>();
  const find = async () => setFound(await look(captcha));
  return found ? (
    <FoundAccounts accounts={found} onAgain={() => setFound(undefined)} />
  ) : (
    <SearchForm command={command} captcha={captcha} find={find} />
  );
}

interface SearchFormProps {
  readonly command: Command;
  readonly captcha: Captcha;
  readonly find: () => Promise<void>;
}

function SearchForm({ command, captcha, find }: SearchFormProps) {
  const { t } = useLingui();
  const [{ hasNib, nik, nib }, set] = useAnswers(answers);
  const submit = () => {
    const missing = [
      ...(hasNib ? [] : [{ field: 'hasNib', message: t`Jawab apakah usaha Anda sudah punya NIB.` }]),
      ...nikFaults(nik, 'nik'),
      ...(hasNib !== 'yes' || nib.trim() ? [] : [{ field: 'nib', message: t`Isi NIB, 13 angka.` }]),
    ];
    if (missing.length === 0) return find();
    command.refuse(...missing);
  };
  return (
    <Page title={t`Cari akun saya`} back="/masuk">
      <Form command={command} onSubmit={submit} button={<Trans>Cari</Trans>} onFirstFocus={captcha.begin}>
        <Choice
          name="hasNib"
          legend={t`Apakah usaha Anda sudah punya NIB (nomor induk berusaha)?`}
          value={hasNib}
          onChange={(value) => set({ hasNib: value })}
          options={[
            { value: 'yes', label: t`Sudah` },
            { value: 'no', label: t`Belum` },
          ]}
        />
        <NikField name="nik" value={nik} onChange={(value) => set({ nik: value })} />
        {hasNib === 'yes' && <NibField name="nib" value={nib} onChange={(value) => set({ nib: value })} />}
        <CaptchaState captcha={captcha} />
      </Form>
      <p className="quiet">
        <Trans>Pemilik akun diberi tahu setiap kali akunnya dicari.</Trans>
      </p>
    </Page>
  );
}

async function look(captcha: Captcha): Promise<Found> {
  const { hasNib, nik, nib } = answers.now;
  const withNib = hasNib === 'yes';
  const input = { nik, hasNib: withNib, nib: withNib ? nib : null, captcha: await captcha.take() };
  const { findAccounts: outcome } = await request(FindAccountsDocument, { input });
  if (outcome.__typename === 'AccountsFound') return outcome.accounts;
  throw refusal(outcome);
}
