import { Trans, useLingui } from '@lingui/react/macro';

import { useCommand } from '../../platform/command.ts';
import { useAnswers } from '../../platform/kept-answers.ts';
import { Link } from '../../platform/router.tsx';
import { useTabMemory } from '../../platform/tab-memory.ts';
import { CaptchaState, useCaptcha } from '../../ui/captcha.tsx';
import { ContactField } from '../../ui/contact-field.tsx';
import { Form } from '../../ui/form.tsx';
import { Page } from '../../ui/page.tsx';
import { answers } from './answers.ts';
import { ask } from './ask.ts';
import { usePlace } from './steps.ts';
import { ticket } from './ticket.ts';

/** Which page a refused field stands on. */
const PAGES = {
  nik: '/email-tidak-aktif/akun',
  nib: '/email-tidak-aktif/akun',
  identifier: '/email-tidak-aktif/akun',
  fullName: '/email-tidak-aktif/pemohon',
  position: '/email-tidak-aktif/pemohon',
  requester: '/email-tidak-aktif/pemohon',
  reason: '/email-tidak-aktif/alasan',
};
const ELSEWHERE = { pages: PAGES };

export function NewEmailStep() {
  const { t } = useLingui();
  const { back, step } = usePlace();
  const [{ newEmail }, set] = useAnswers(answers);
  const open = useTabMemory(ticket);
  const command = useCommand();
  const captcha = useCaptcha('EMAIL_REPLACEMENT');
  const submit = async () => {
    if (newEmail.trim()) await ask(captcha);
    else command.refuse({ field: 'newEmail', message: t`Isi alamat email baru.` });
  };
  return (
    <Page title={t`Apa alamat email barunya?`} back={back ?? '/email-tidak-aktif'} step={step}>
      <Form
        command={command}
        onSubmit={submit}
        button={<Trans>Kirim kode</Trans>}
        onFirstFocus={captcha.begin}
        elsewhere={ELSEWHERE}
      >
        <ContactField
          name="newEmail"
          channel="EMAIL"
          value={newEmail}
          onChange={(value) => set({ newEmail: value })}
        />
        <p className="quiet">
          <Trans>
            Pakai email yang hanya Anda atau badan usaha Anda yang membukanya. Kami mengirim kode ke sana.
          </Trans>
        </p>
        <CaptchaState captcha={captcha} />
      </Form>
      {open && (
        <p>
          <Link to="/email-tidak-aktif/kode">
            <Trans>Saya sudah punya kodenya</Trans>
          </Link>
        </p>
      )}
    </Page>
  );
}
