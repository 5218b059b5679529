import { Trans, useLingui } from '@lingui/react/macro';

import type { Channel } from '../../gql/graphql.ts';
import { useAnswers } from '../../platform/kept-answers.ts';
import { ContactField } from '../../ui/contact-field.tsx';
import { type Answers, answers, isEntity } from './answers.ts';
import { type Draft, useDraft } from './draft.ts';
import { StepPage, whenEmpty } from './step-page.tsx';

/** The channel that is not proven yet. */
export const otherChannel = (draft: Draft | null): Channel =>
  draft?.sent.sentTo.channel === 'EMAIL' ? 'WHATSAPP' : 'EMAIL';

export function OtherContactStep() {
  const { t } = useLingui();
  const draft = useDraft();
  const [given, set] = useAnswers(answers);
  const channel = otherChannel(draft);
  const needed = isEntity(given) && channel === 'EMAIL';
  const missing = ({ otherContact }: Answers) =>
    needed ? whenEmpty(otherContact, 'email', t`Isi alamat email badan usaha.`) : [];
  return (
    <StepPage title={channel === 'EMAIL' ? t`Alamat email` : t`Nomor WhatsApp`} missing={missing}>
      <p>
        <Trans>
          Kontak kedua menolong Anda masuk kembali bila yang pertama hilang. Pesan aktivasi dikirim ke
          keduanya.
        </Trans>{' '}
        {!needed && <Trans>Boleh dikosongkan.</Trans>}
      </p>
      <ContactField
        name={channel === 'EMAIL' ? 'email' : 'whatsapp'}
        channel={channel}
        value={given.otherContact}
        onChange={(otherContact) => set({ otherContact })}
      />
    </StepPage>
  );
}
