import { Trans, useLingui } from '@lingui/react/macro';

import type { Channel } from '../../gql/graphql.ts';
import { useAnswers } from '../../platform/kept-answers.ts';
import { useTabMemory } from '../../platform/tab-memory.ts';
import { ContactField } from '../../ui/contact-field.tsx';
import { whenEmpty } from '../../ui/step-form.tsx';
import { type Answers, answers, isEntity } from './answers.ts';
import { type Draft, draft } from './draft.ts';
import { StepPage } from './step-page.tsx';

/** The channel that is not proven yet. */
export const otherChannel = (begun: Draft | null): Channel =>
  begun?.sent.sentTo.channel === 'EMAIL' ? 'WHATSAPP' : 'EMAIL';

export function OtherContactStep() {
  const { t } = useLingui();
  const begun = useTabMemory(draft);
  const [given, set] = useAnswers(answers);
  const channel = otherChannel(begun);
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
