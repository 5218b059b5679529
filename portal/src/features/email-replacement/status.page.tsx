import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import {
  EmailReplacementProgressDocument,
  EmailReplacementStatusDocument,
  type ProgressFragment,
} from '../../gql/graphql.ts';
import { useCommand } from '../../platform/command.ts';
import { KeptAnswers, useAnswers } from '../../platform/kept-answers.ts';
import { request } from '../../platform/request.ts';
import { navigate } from '../../platform/router.tsx';
import { refusal } from '../../platform/sentences.ts';
import { type Captcha, CaptchaState, useCaptcha } from '../../ui/captcha.tsx';
import { Form } from '../../ui/form.tsx';
import { LinkPage, type Spent } from '../../ui/link-page.tsx';
import { NikField, nikFaults } from '../../ui/nik-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Progress } from './progress.tsx';
import { follow, ticket } from './ticket.ts';

const asked = new KeptAnswers({ ticket: ticket.now?.ticket ?? '', nik: '' });

/** By number and NIK; or by the link in the message of a returned request, which leads to what is asked for. */
export function StatusPage() {
  const { t } = useLingui();
  const [progress, setProgress] = useState<ProgressFragment>();
  const [turn, setTurn] = useState(0);
  if (progress) return <Progress progress={progress} onAgain={() => setProgress(undefined)} />;
  return (
    <LinkPage
      key={turn}
      title={t`Lengkapi permohonan Anda`}
      explained={
        <p>
          <Trans>Petugas meminta sesuatu lagi. Buka permohonan untuk melihat apa, lalu kirim kembali.</Trans>
        </p>
      }
      button={<Trans>Buka permohonan</Trans>}
      spend={({ token }) => open(token, setProgress)}
      otherwise={
        <button type="button" className="main" onClick={() => setTurn(turn + 1)}>
          <Trans>Lihat status dengan nomor permohonan</Trans>
        </button>
      }
      withoutToken={{
        title: t`Status permohonan`,
        back: '/email-tidak-aktif',
        body: <StatusForm onFound={setProgress} />,
      }}
    />
  );
}

function StatusForm({ onFound }: { onFound: (progress: ProgressFragment) => void }) {
  const { t } = useLingui();
  const command = useCommand();
  const captcha = useCaptcha('EMAIL_REPLACEMENT');
  const [given, set] = useAnswers(asked);
  const submit = async () => {
    const missing = [
      ...(given.ticket.trim() ? [] : [{ field: 'ticket', message: t`Isi nomor permohonan.` }]),
      ...nikFaults(given.nik, 'nik'),
    ];
    if (missing.length > 0) command.refuse(...missing);
    else onFound(await statusOf(captcha));
  };
  return (
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
  );
}

async function statusOf(captcha: Captcha): Promise<ProgressFragment> {
  const input = { ...asked.now, captcha: await captcha.take() };
  const { emailReplacementStatus: outcome } = await request(EmailReplacementStatusDocument, { input });
  if (outcome.__typename === 'EmailReplacementProgress') return outcome;
  throw refusal(outcome);
}

/** The link is good as long as the request waits, so nothing is spent; this tab goes on with it as its own. */
async function open(token: string, show: (progress: ProgressFragment) => void): Promise<Spent> {
  const input = { ticketToken: token };
  const { emailReplacementProgress: outcome } = await request(EmailReplacementProgressDocument, { input });
  if (outcome.__typename !== 'EmailReplacementProgress') return outcome;
  follow(outcome, token);
  if (outcome.status === 'RETURNED') navigate('/email-tidak-aktif/bukti', { replace: true });
  else show(outcome);
  return { done: null };
}
