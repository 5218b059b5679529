import { Trans, useLingui } from '@lingui/react/macro';

import type { ActorKind } from '../../gql/graphql.ts';
import { useAnswers } from '../../platform/kept-answers.ts';
import { Choice, type Option } from '../../ui/choice.tsx';
import { whenEmpty } from '../../ui/step-form.tsx';
import { type Answers, answers } from './answers.ts';
import { StepPage } from './step-page.tsx';

export function ActorStep() {
  const { t } = useLingui();
  const [{ scale, actor }, set] = useAnswers(answers);
  const everybody: Option<ActorKind>[] = [
    { value: 'INDIVIDUAL', label: t`Orang perseorangan`, hint: t`Usaha atas nama Anda sendiri.` },
    { value: 'BUSINESS_ENTITY', label: t`Badan usaha`, hint: t`PT, CV, koperasi, yayasan, dan lainnya.` },
  ];
  const larger: Option<ActorKind>[] = [
    { value: 'REPRESENTATIVE_OFFICE', label: t`Kantor perwakilan` },
    { value: 'FOREIGN_ENTITY', label: t`Badan usaha luar negeri` },
  ];
  return (
    <StepPage
      title={t`Siapa pelaku usahanya?`}
      missing={(given) => whenEmpty(given.actor, 'actor', t`Pilih satu jenis pelaku usaha.`)}
    >
      <Choice
        name="actor"
        legend={t`Jenis pelaku usaha`}
        legendHidden
        value={actor}
        onChange={(value) => set({ actor: value, channel: value === 'INDIVIDUAL' ? 'WHATSAPP' : 'EMAIL' })}
        options={scale === 'NON_UMK' ? [...everybody, ...larger] : everybody}
      />
      {actor && <AtHand actor={actor} />}
    </StepPage>
  );
}

/** What to look for before it is asked, so that nobody has to stop half-way. */
function AtHand({ actor }: Required<Pick<Answers, 'actor'>>) {
  return (
    <div className="note" role="status">
      <h2>
        <Trans>Siapkan</Trans>
      </h2>
      <ul>
        {actor !== 'INDIVIDUAL' && (
          <>
            <li>
              <Trans>nama badan usaha dan nomor pengesahan atau dasar hukumnya</Trans>
            </li>
            <li>
              <Trans>NPWP (nomor pokok wajib pajak) dan NIB (nomor induk berusaha) bila ada</Trans>
            </li>
            <li>
              <Trans>alamat email milik badan usaha itu sendiri</Trans>
            </li>
          </>
        )}
        <li>
          {actor === 'INDIVIDUAL' ? (
            <Trans>KTP Anda (NIK 16 angka)</Trans>
          ) : (
            <Trans>KTP atau paspor penanggung jawab</Trans>
          )}
        </li>
        <li>
          <Trans>nomor WhatsApp atau email milik Anda yang aktif</Trans>
        </li>
      </ul>
      <p>
        <Trans>Mengisi semuanya perlu sekitar 5 sampai 10 menit.</Trans>
      </p>
    </div>
  );
}
