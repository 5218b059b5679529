import { useLingui } from '@lingui/react/macro';

import { useAnswers } from '../../platform/kept-answers.ts';
import { AddressFields } from '../../ui/address-fields.tsx';
import { Choice } from '../../ui/choice.tsx';
import { CountryField } from '../../ui/country-field.tsx';
import { whenEmpty } from '../../ui/step-form.tsx';
import { type Answers, answers, isEntity } from './answers.ts';
import { StepPage } from './step-page.tsx';

export function AddressStep() {
  const { t } = useLingui();
  const [given, set] = useAnswers(answers);
  const missing = (typed: Answers) => [
    ...whenEmpty(typed.street, 'address.street', t`Isi nama jalan dan nomor.`),
    ...whenEmpty(typed.regionCode, 'address.regionCode', t`Pilih wilayah sampai kabupaten atau kota.`),
  ];
  return (
    <StepPage title={isEntity(given) ? t`Alamat badan usaha` : t`Alamat Anda`} missing={missing}>
      {given.actor === 'FOREIGN_ENTITY' && (
        <Choice
          name="abroad"
          legend={t`Letak alamat`}
          value={given.abroad ? 'yes' : 'no'}
          onChange={(where) => set({ abroad: where === 'yes', regionCode: '' })}
          options={[
            { value: 'no', label: t`Di Indonesia` },
            { value: 'yes', label: t`Di luar negeri` },
          ]}
        />
      )}
      {given.abroad && (
        <CountryField
          name="address.regionCode"
          label={t`Negara`}
          value={given.regionCode}
          onChange={(regionCode) => set({ regionCode })}
        />
      )}
      <AddressFields value={given} withRegions={!given.abroad} onChange={(address) => set(address)} />
    </StepPage>
  );
}
