import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { EmailReplacementStatusDocument, type ProgressFragment } from '../../gql/graphql.ts';
import { type Command, useCommand } from '../../platform/command.ts';
import { KeptAnswers, useAnswers } from '../../platform/kept-answers.ts';
import { request } from '../../platform/request.ts';
import { refusal } from '../../platform/sentences.ts';
import { type Captcha, CaptchaState, useCaptcha } from '../../ui/captcha.tsx';
import { Form } from '../../ui/form.tsx';
import { NikField } from '../../ui/nik-field.tsx';
import { Page } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Progress } from './progress.tsx';
import { ticket } from './ticket.ts';

const asked = new KeptAnswers({ ticket: ticket.now?.ticket ?? '', nik: '' });

export function StatusPage() {
  const command = useCommand();
  const captcha = useCaptcha('EMAIL_REPLACEMENT');
  const [progress, setProgress] = useState<ProgressFragment>();
  const look = async () => setProgress(await statusOf(captcha));
  return progress ? (
    <Progress progress={progress} onAgain={() => setProgress(undefined)} />
  ) : (
    <StatusForm command={command} captcha={captcha} look={look} />
  );
}

interface StatusFormProps {
  readonly command: Command;
  readonly captcha: Captcha;
  readonly look: () => Promise<void>;
}

function StatusForm({ command, captcha, look }: StatusFormProps) {
  const { t } = useLingui();
  const [given, set] = useAnswers(asked);
  const submit = () => {
    const missing = [
      ...(given.ticket.trim() ? [] : [{ field: 'ticket', message: t`Isi nomor permohonan.` }]),
      ...(given.nik.trim() ? [] : [{ field: 'nik', message: t`Isi NIK. Ada pada KTP, 16 angka.` }]),
    ];
    if (missing.length === 0) return look();
    command.refuse(...missing);
  };
  return (
    <Page title={t`Status permohonan`} back="/email-tidak-aktif">
      <Form
        command={command}
        onSubmit={submit}
        button={<Trans>Lihat status</Trans>}
        onFirstFocus={captcha.begin}
      >
        <TextField
          name="ticket"
          label={t`Nomor permohonan`}
          hint={t`Seperti EML-2611-00421`}
          value={given.ticket}
          onChange={(value) => set({ ticket: value })}
          autoCapitalize="characters"
          autoComplete="off"
        />
        <NikField name="nik" value={given.nik} onChange={(nik) => set({ nik })} />
        <CaptchaState captcha={captcha} />
      </Form>
    </Page>
  );
}

async function statusOf(captcha: Captcha): Promise<ProgressFragment> {
  const input = { ...asked.now, captcha: await captcha.take() };
  const { emailReplacementStatus: outcome } = await request(EmailReplacementStatusDocument, { input });
  if (outcome.__typename === 'EmailReplacementProgress') return outcome;
  throw refusal(outcome);
}
