import { Trans, useLingui } from '@lingui/react/macro';

import { useAnswers } from '../../platform/kept-answers.ts';
import { Choice } from '../../ui/choice.tsx';
import { CountryField } from '../../ui/country-field.tsx';
import { NikField, nikFaults } from '../../ui/nik-field.tsx';
import { whenEmpty } from '../../ui/step-form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type Answers, answers, isEntity } from './answers.ts';
import { StepPage } from './step-page.tsx';

/** Residents of the country have a NIK; only those who stand for a larger business may come without. */
const mayBeForeign = ({ scale, actor }: Answers) => scale === 'NON_UMK' && actor !== 'INDIVIDUAL';

export function IdentityStep() {
  const { t } = useLingui();
  const [given, set] = useAnswers(answers);
  const missing = (typed: Answers) =>
    typed.identityBy === 'NIK'
      ? nikFaults(typed.nik, 'identity.nik')
      : [
          ...whenEmpty(typed.passport, 'identity.passport', t`Isi nomor paspor.`),
          ...whenEmpty(typed.passportCountry, 'identity.passportCountry', t`Pilih negara penerbit paspor.`),
        ];
  return (
    <StepPage title={isEntity(given) ? t`Siapa penanggung jawabnya?` : t`Berapa NIK Anda?`} missing={missing}>
      {mayBeForeign(given) && (
        <Choice
          name="identityBy"
          legend={t`Tanda pengenal`}
          value={given.identityBy}
          onChange={(identityBy) => set({ identityBy })}
          options={[
            { value: 'NIK', label: t`NIK (warga negara Indonesia dan penduduk)` },
            { value: 'PASSPORT', label: t`Paspor` },
          ]}
        />
      )}
      {given.identityBy === 'PASSPORT' ? (
        <Passport />
      ) : (
        <NikField name="identity.nik" value={given.nik} onChange={(nik) => set({ nik })} />
      )}
      <p className="quiet">
        <Trans>
          Kami mencocokkannya dengan data kependudukan setelah kontak Anda terbukti, tidak sebelumnya.
        </Trans>
      </p>
    </StepPage>
  );
}

function Passport() {
  const { t } = useLingui();
  const [{ passport, passportCountry }, set] = useAnswers(answers);
  return (
    <>
      <TextField
        name="identity.passport"
        label={t`Nomor paspor`}
        hint={t`Huruf dan angka, seperti pada paspor yang masih berlaku.`}
        value={passport}
        onChange={(value) => set({ passport: value })}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <CountryField
        name="identity.passportCountry"
        label={t`Negara penerbit`}
        value={passportCountry}
        onChange={(value) => set({ passportCountry: value })}
      />
    </>
  );
}
