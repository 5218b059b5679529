import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

import { languageNow } from '../platform/language.tsx';
import { COUNTRIES } from './countries.ts';
import { SelectField } from './select-field.tsx';

interface CountryFieldProps {
  readonly name: string;
  readonly label: ReactNode;
  /** Three letters, ISO 3166-1. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Countries by the names the browser knows them by, in the language of the page. */
export function CountryField(props: CountryFieldProps) {
  const { t } = useLingui();
  const language = languageNow();
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const options = COUNTRIES.map(([three, two]) => [three, names.of(two) ?? three] as const).sort(
    ([, one], [, other]) => one.localeCompare(other, language),
  );
  return <SelectField {...props} none={t`Pilih`} options={options} />;
}
