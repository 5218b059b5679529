import { Trans, useLingui } from '@lingui/react/macro';

import { useAnswers } from '../../platform/kept-answers.ts';
import { Choice } from '../../ui/choice.tsx';
import { StepForm, whenEmpty } from '../../ui/step-form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { answers } from './answers.ts';
import { evidenceFor, evidenceName } from './evidence-words.ts';
import { usePlace } from './steps.ts';

export function ApplicantStep() {
  const { t } = useLingui();
  const [given, set] = useAnswers(answers);
  const missing = () => [
    ...whenEmpty(answers.now.forEntity, 'forEntity', t`Pilih akun perseorangan atau badan usaha.`),
    ...whenEmpty(answers.now.fullName, 'fullName', t`Isi nama sesuai KTP.`),
    ...(answers.now.forEntity === 'yes'
      ? whenEmpty(answers.now.position, 'position', t`Isi jabatan penanggung jawab.`)
      : []),
    ...whenEmpty(answers.now.requester, 'requester', t`Pilih siapa yang mengajukan.`),
  ];
  return (
    <StepForm
      title={t`Siapa yang mengajukan?`}
      place={usePlace()}
      home="/email-tidak-aktif"
      missing={missing}
    >
      <Choice
        name="forEntity"
        legend={t`Jenis akun`}
        value={given.forEntity}
        onChange={(forEntity) => set({ forEntity })}
        options={[
          { value: 'no', label: t`Perseorangan` },
          { value: 'yes', label: t`Badan usaha` },
        ]}
      />
      <TextField
        name="fullName"
        label={t`Nama pemilik atau penanggung jawab`}
        hint={t`Persis seperti pada KTP atau paspor.`}
        value={given.fullName}
        onChange={(fullName) => set({ fullName })}
        autoComplete="name"
      />
      {given.forEntity === 'yes' && (
        <TextField
          name="position"
          label={t`Jabatan di badan usaha`}
          value={given.position}
          onChange={(position) => set({ position })}
          autoComplete="organization-title"
        />
      )}
      <Requester />
      <WhatIsAsked />
    </StepForm>
  );
}

function Requester() {
  const { t } = useLingui();
  const [{ requester }, set] = useAnswers(answers);
  return (
    <Choice
      name="requester"
      legend={t`Anda mengajukan sebagai`}
      value={requester}
      onChange={(value) => set({ requester: value })}
      options={[
        { value: 'OWNER', label: t`pemilik atau penanggung jawab` },
        { value: 'PROXY_EMPLOYEE', label: t`kuasa: pegawai` },
        { value: 'PROXY_NOTARY', label: t`kuasa: notaris atau stafnya` },
        { value: 'PROXY_CONSULTANT', label: t`kuasa: konsultan` },
      ]}
    />
  );
}

/** Known before anything is sent, so that it can be fetched. */
function WhatIsAsked() {
  const [{ forEntity, requester }] = useAnswers(answers);
  if (!forEntity || !requester) return null;
  return (
    <div className="note" role="status">
      <h2>
        <Trans>Dokumen yang akan diminta</Trans>
      </h2>
      <ul>
        {evidenceFor(forEntity === 'yes', requester).map((kind) => (
          <li key={kind}>{evidenceName(kind)}</li>
        ))}
      </ul>
    </div>
  );
}
