import { Trans, useLingui } from '@lingui/react/macro';

import { VerifyRegistrationCodeDocument } from '../../gql/graphql.ts';
import { useCommand } from '../../platform/command.ts';
import { useAnswers } from '../../platform/kept-answers.ts';
import { request } from '../../platform/request.ts';
import { Link, navigate } from '../../platform/router.tsx';
import { refusal } from '../../platform/sentences.ts';
import { CodeForm } from '../../ui/code-page.tsx';
import { Page } from '../../ui/page.tsx';
import { answers } from './answers.ts';
import { type Draft, dropDraft, keepDraft, useDraft } from './draft.ts';
import { resendTo } from './send-code.ts';
import { useStep } from './step-page.tsx';

export function CodeStep() {
  const { t } = useLingui();
  const { back, step } = useStep();
  const draft = useDraft();
  const command = useCommand();
  if (!draft) return null;
  return (
    <Page title={t`Masukkan kode 6 angka`} back={back} step={step}>
      <CodeForm
        command={command}
        sent={draft.sent}
        onCode={(code) => prove(draft, code)}
        onResend={() => resendTo(draft)}
      >
        <OtherWays draft={draft} />
      </CodeForm>
    </Page>
  );
}

function OtherWays({ draft }: { draft: Draft }) {
  const [, set] = useAnswers(answers);
  const byWhatsApp = draft.sent.sentTo.channel === 'WHATSAPP';
  return (
    <ul className="more">
      <li>
        <Link to="/daftar/kontak">
          {byWhatsApp ? <Trans>Ubah nomor</Trans> : <Trans>Ubah alamat email</Trans>}
        </Link>
      </li>
      <li>
        <Link
          to="/daftar/kontak"
          onClick={() => set({ channel: byWhatsApp ? 'EMAIL' : 'WHATSAPP', contact: '' })}
        >
          {byWhatsApp ? <Trans>Pakai email</Trans> : <Trans>Pakai WhatsApp</Trans>}
        </Link>
      </li>
    </ul>
  );
}

async function prove(draft: Draft, code: string): Promise<void> {
  const input = { registrationToken: draft.token, code };
  const { verifyRegistrationCode: outcome } = await request(VerifyRegistrationCodeDocument, { input });
  switch (outcome.__typename) {
    case 'RegistrationVerified':
      keepDraft({ ...draft, token: outcome.registrationToken, verified: true });
      // The code is spent: "back" would only lead to a page that has nothing to do.
      return navigate('/daftar/kata-sandi', { replace: true });
    case 'RegistrationExpired':
      dropDraft();
      throw refusal(outcome);
    default:
      throw refusal(outcome, 'code');
  }
}
