import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';

import { knownRegionsOf, regionsOf } from './region-list.ts';
import { SelectField } from './select-field.tsx';

interface RegionPickerProps {
  /** The deepest one chosen so far: `31`, `31.74`, `31.74.03`, `31.74.03.1001`. */
  readonly code: string;
  readonly onChange: (code: string) => void;
}

/** Province, regency or city, district, village: each one asks for what lies in the one before. The last two may stay empty. */
export function RegionPicker({ code, onChange }: RegionPickerProps) {
  const parts = code === '' ? [] : code.split('.');
  const chosen = parts.map((_, index) => parts.slice(0, index + 1).join('.'));
  const levels = Math.min(4, chosen.length + 1);
  return (
    <>
      {Array.from({ length: levels }, (_, level) => (
        <Level
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is its index.
          key={level}
          level={level}
          parent={chosen[level - 1] ?? ''}
          value={chosen[level] ?? ''}
          onChange={(next) => onChange(next || (chosen[level - 1] ?? ''))}
        />
      ))}
    </>
  );
}

interface LevelProps {
  readonly level: number;
  readonly parent: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
}

function Level({ level, parent, value, onChange }: LevelProps) {
  const { regions, failed, again } = useRegions(parent);
  const label = [t`Provinsi`, t`Kabupaten atau kota`, t`Kecamatan`, t`Kelurahan atau desa`][level] ?? '';
  const name = level === 1 || (level === 0 && !value) ? 'address.regionCode' : `region.${level}`;
  if (failed)
    return (
      <div className="bad">
        <p>
          <Trans>Daftar wilayah belum dapat diambil. Isian Anda masih ada.</Trans>
        </p>
        <button type="button" onClick={again}>
          <Trans>Coba lagi</Trans>
        </button>
      </div>
    );
  if (regions?.length === 0) return null;
  return (
    <SelectField
      name={name}
      label={label}
      none={regions ? t`Pilih` : t`Memuat…`}
      options={(regions ?? []).map((region) => [region.code, region.name] as const)}
      value={value}
      onChange={onChange}
      autoComplete={level < 3 ? `address-level${level + 1}` : undefined}
    />
  );
}

function useRegions(parent: string) {
  const [failedFor, setFailedFor] = useState<string>();
  const [, setFound] = useState<string>();
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` is what asks again.
  useEffect(() => {
    regionsOf(parent).then(
      () => setFound(parent),
      () => setFailedFor(parent),
    );
  }, [parent, tries]);
  const again = () => {
    setFailedFor(undefined);
    setTries(tries + 1);
  };
  const regions = knownRegionsOf(parent);
  return { regions, failed: !regions && failedFor === parent, again };
}
