import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

import { useAnswers } from '../../platform/kept-answers.ts';
import { Link } from '../../platform/router.tsx';
import { isoDate } from '../../ui/birth-date-field.tsx';
import { useRegionName } from '../../ui/region-name.ts';
import { type Answers, answers, isEntity } from './answers.ts';
import type { Draft } from './draft.ts';

interface SummaryProps {
  readonly given: Answers;
  readonly begun: Draft;
}

/** Everything that is handed in, each with the way to mend it. What was proven by the code stands without. */
export function Summary({ given, begun }: SummaryProps) {
  const { t } = useLingui();
  const region = useRegionName(given.regionCode);
  const entity = isEntity(given);
  const place = [given.street, region, given.postalCode].filter(Boolean).join(', ');
  return (
    <dl className="facts">
      <Fact name={t`Kontak yang terbukti`}>{begun.sent.sentTo.value}</Fact>
      {given.nik && <Fact name="NIK">{given.nik}</Fact>}
      {given.entityName && <Fact name={t`Badan usaha`}>{given.entityName}</Fact>}
      <Fact name={t`Kata sandi`} mend="/daftar/kata-sandi">
        <Trans>sudah diisi</Trans>
      </Fact>
      <Fact name={t`Nama`} mend="/daftar/profil">
        {given.fullName}
      </Fact>
      {!entity && <PersonFacts given={given} />}
      {entity && (
        <Fact name={t`Jabatan`} mend="/daftar/profil/jabatan">
          {given.position}
        </Fact>
      )}
      <Fact name={t`Alamat`} mend="/daftar/profil/alamat">
        {place}
      </Fact>
      {!entity && (
        <Fact name="NPWP" mend="/daftar/profil/npwp">
          {given.npwp || <Trans>tidak diisi</Trans>}
        </Fact>
      )}
      <Fact name={t`Kontak kedua`} mend="/daftar/profil/kontak-kedua">
        {given.otherContact || <Trans>tidak diisi</Trans>}
      </Fact>
    </dl>
  );
}

function PersonFacts({ given }: { given: Answers }) {
  const { t } = useLingui();
  const [year, month, day] = isoDate(given.birth).split('-');
  return (
    <Fact name={t`Jenis kelamin dan tanggal lahir`} mend="/daftar/profil">
      {given.sex === 'FEMALE' ? t`Perempuan` : t`Laki-laki`}, {day}/{month}/{year}
    </Fact>
  );
}

function Fact({ name, mend, children }: { name: string; mend?: string; children: ReactNode }) {
  const [, set] = useAnswers(answers);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}{' '}
        {mend && (
          <Link to={mend} onClick={() => set({ mending: true })}>
            <Trans>Ubah</Trans> <span className="unseen">{name}</span>
          </Link>
        )}
      </dd>
    </div>
  );
}
