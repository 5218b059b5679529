import { useLingui } from '@lingui/react/macro';

import { useAnswers } from '../../platform/kept-answers.ts';
import { CountryField } from '../../ui/country-field.tsx';
import { NibField } from '../../ui/nib-field.tsx';
import { NpwpField } from '../../ui/npwp-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { whenEmpty } from '../../ui/step-form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { answers } from './answers.ts';
import { entityKinds } from './entity-kinds.ts';
import { StepPage } from './step-page.tsx';

export function EntityStep() {
  const { t } = useLingui();
  const [given, set] = useAnswers(answers);
  return (
    <StepPage
      title={t`Data badan usaha`}
      missing={(typed) => [
        ...whenEmpty(typed.entityKind, 'entity.kind', t`Pilih bentuk badan usaha.`),
        ...whenEmpty(typed.entityName, 'entity.name', t`Isi nama badan usaha.`),
        ...whenEmpty(
          typed.registrationNumber,
          'entity.registrationNumber',
          t`Isi nomor pengesahan atau dasar hukum.`,
        ),
      ]}
    >
      <SelectField
        name="entity.kind"
        label={t`Bentuk badan usaha`}
        none={t`Pilih`}
        options={entityKinds()}
        value={given.entityKind}
        onChange={(kind) => set({ entityKind: kind as typeof given.entityKind })}
      />
      <TextField
        name="entity.name"
        label={t`Nama badan usaha`}
        hint={t`Persis seperti pada akta atau pengesahan.`}
        value={given.entityName}
        onChange={(entityName) => set({ entityName })}
        autoComplete="organization"
        maxLength={200}
      />
      <LegalBasis />
      <EntityNumbers />
    </StepPage>
  );
}

function LegalBasis() {
  const { t } = useLingui();
  const [{ actor, registrationNumber }, set] = useAnswers(answers);
  const words = {
    BUSINESS_ENTITY: [
      t`Nomor pengesahan AHU atau dasar hukum`,
      t`Contoh: AHU-9999901.AH.01.01.TAHUN 2025. Badan milik negara atau daerah: nomor undang-undang atau peraturannya.`,
    ],
    REPRESENTATIVE_OFFICE: [t`Nomor surat persetujuan atau penunjukan`, t`Seperti tertulis pada surat itu.`],
    FOREIGN_ENTITY: [t`Nomor pendaftaran di negara asal`, t`Seperti tertulis pada dokumen pendaftarannya.`],
  };
  const [label, hint] = words[actor === 'INDIVIDUAL' || !actor ? 'BUSINESS_ENTITY' : actor];
  return (
    <TextField
      name="entity.registrationNumber"
      label={label}
      hint={hint}
      value={registrationNumber}
      onChange={(value) => set({ registrationNumber: value })}
      autoComplete="off"
      maxLength={120}
    />
  );
}

function EntityNumbers() {
  const { t } = useLingui();
  const [given, set] = useAnswers(answers);
  return (
    <>
      <NpwpField
        name="entity.npwp"
        optional={given.actor !== 'BUSINESS_ENTITY'}
        value={given.entityNpwp}
        onChange={(entityNpwp) => set({ entityNpwp })}
      />
      <NibField name="entity.nib" optional value={given.nib} onChange={(nib) => set({ nib })} />
      {given.actor !== 'BUSINESS_ENTITY' && (
        <CountryField
          name="entity.country"
          label={t`Negara asal`}
          value={given.country}
          onChange={(country) => set({ country })}
        />
      )}
    </>
  );
}
