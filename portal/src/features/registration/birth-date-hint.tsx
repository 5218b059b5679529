import { Trans } from '@lingui/react/macro';

import type { Answers } from './answers.ts';

const WOMENS_DAY = 40;

/** A NIK carries the birth date of its first record. It may differ, lawfully, so this is a hint and stops nobody. */
export function BirthDateHint({ given: { nik, birth, sex } }: { given: Answers }) {
  const digits = nik.normalize('NFKC').replace(/\D/g, '');
  if (digits.length !== 16 || !birth.day || !birth.month || birth.year.length !== 4) return null;
  const inNik = [Number(digits.slice(6, 8)), Number(digits.slice(8, 10)), Number(digits.slice(10, 12))];
  const woman = (inNik[0] ?? 0) > WOMENS_DAY;
  const day = (inNik[0] ?? 0) - (woman ? WOMENS_DAY : 0);
  const same =
    day === Number(birth.day) && inNik[1] === Number(birth.month) && inNik[2] === Number(birth.year.slice(2));
  if (!same)
    return (
      <p className="note" role="status">
        <Trans>Tanggal pada NIK berbeda. Ini bisa sah; lanjutkan jika sesuai KTP.</Trans>
      </p>
    );
  if (sex && woman !== (sex === 'FEMALE'))
    return (
      <p className="note" role="status">
        <Trans>Jenis kelamin pada NIK berbeda. Ini bisa sah; lanjutkan jika sesuai KTP.</Trans>
      </p>
    );
  return null;
}
