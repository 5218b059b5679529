import { Trans, useLingui } from '@lingui/react/macro';

import { useCommand } from '../../platform/command.ts';
import { useAnswers } from '../../platform/kept-answers.ts';
import { Link } from '../../platform/router.tsx';
import { useTabMemory } from '../../platform/tab-memory.ts';
import { CaptchaState, useCaptcha } from '../../ui/captcha.tsx';
import { Choice } from '../../ui/choice.tsx';
import { ContactField } from '../../ui/contact-field.tsx';
import { Form } from '../../ui/form.tsx';
import { Page } from '../../ui/page.tsx';
import { type Answers, answers, isEntity } from './answers.ts';
import { draft } from './draft.ts';
import { sendCode } from './send-code.ts';
import { usePlace } from './steps.ts';
import { ELSEWHERE } from './where-fields-are.ts';

export function ContactStep() {
  const { t } = useLingui();
  const { back, step } = usePlace();
  const [given, set] = useAnswers(answers);
  const begun = useTabMemory(draft);
  const command = useCommand();
  const captcha = useCaptcha('REGISTER');
  const submit = async () => {
    if (given.contact.trim() === '') command.refuse({ field: 'contact', message: whatToFillIn(given, t) });
    else await sendCode(captcha);
  };
  return (
    <Page title={t`Ke mana kami mengirim kode?`} back={back} step={step}>
      <Form
        command={command}
        onSubmit={submit}
        button={<Trans>Kirim kode</Trans>}
        onFirstFocus={captcha.begin}
        elsewhere={ELSEWHERE}
      >
        <Choice
          name="channel"
          legend={t`Lewat`}
          value={given.channel}
          onChange={(channel) => set({ channel, contact: '' })}
          options={[
            { value: 'WHATSAPP', label: 'WhatsApp' },
            { value: 'EMAIL', label: 'Email' },
          ]}
        />
        <ContactField
          name="contact"
          channel={given.channel}
          value={given.contact}
          onChange={(contact) => set({ contact })}
        />
        <p className="quiet">
          <Trans>Pakai kontak milik Anda sendiri, bukan milik konsultan atau pegawai.</Trans>{' '}
          {isEntity(given) && <Trans>Setiap badan usaha perlu alamat email sendiri.</Trans>}
        </p>
        <CaptchaState captcha={captcha} />
      </Form>
      {begun && (
        <p>
          <Link to="/daftar/kode">
            <Trans>Saya sudah punya kodenya</Trans>
          </Link>
        </p>
      )}
    </Page>
  );
}

type Words = ReturnType<typeof useLingui>['t'];

const whatToFillIn = ({ channel }: Answers, t: Words): string =>
  channel === 'EMAIL' ? t`Isi alamat email Anda.` : t`Isi nomor WhatsApp Anda.`;
