import { Trans, useLingui } from '@lingui/react/macro';

import { VerifyRegistrationCodeDocument } from '../../gql/graphql.ts';
import { useCommand } from '../../platform/command.ts';
import { useAnswers } from '../../platform/kept-answers.ts';
import { request } from '../../platform/request.ts';
import { Link, navigate } from '../../platform/router.tsx';
import { refusal } from '../../platform/sentences.ts';
import { useTabMemory } from '../../platform/tab-memory.ts';
import { CodeForm } from '../../ui/code-page.tsx';
import { Page } from '../../ui/page.tsx';
import { answers } from './answers.ts';
import { type Draft, draft } from './draft.ts';
import { endDraft, resendTo } from './send-code.ts';
import { usePlace } from './steps.ts';

export function CodeStep() {
  const { t } = useLingui();
  const { back, step } = usePlace();
  const begun = useTabMemory(draft);
  const command = useCommand();
  if (!begun) return null;
  return (
    <Page title={t`Masukkan kode 6 angka`} back={back} step={step}>
      <CodeForm
        command={command}
        sent={begun.sent}
        onCode={(code) => prove(begun, code)}
        onResend={() => resendTo(begun)}
      >
        <OtherWays begun={begun} />
      </CodeForm>
    </Page>
  );
}

function OtherWays({ begun }: { begun: Draft }) {
  const [, set] = useAnswers(answers);
  const byWhatsApp = begun.sent.sentTo.channel === 'WHATSAPP';
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

async function prove(begun: Draft, code: string): Promise<void> {
  const input = { registrationToken: begun.token, code, idempotencyKey: begun.commandKey };
  const { verifyRegistrationCode: outcome } = await request(VerifyRegistrationCodeDocument, { input });
  switch (outcome.__typename) {
    case 'RegistrationVerified':
      draft.keep({ ...begun, token: outcome.registrationToken, verified: true });
      // The code is spent: "back" would only lead to a page that has nothing to do.
      return navigate('/daftar/kata-sandi', { replace: true });
    case 'RegistrationExpired':
      endDraft();
      throw refusal(outcome);
    default:
      throw refusal(outcome, 'code');
  }
}
