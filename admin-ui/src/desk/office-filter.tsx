import { useLingui } from '@lingui/react/macro';

import { ComboField } from '../ui/combo-field';
import { useOfficesInReach, useReach } from './offices';

interface OfficeFilterProps {
  readonly value?: string;
  readonly onChange: (officeId: string | undefined) => void;
  readonly inline?: boolean;
}

/** For those who see more than the own office. The list is asked for when somebody opens it. */
export function OfficeFilter({ value, onChange, inline = true }: OfficeFilterProps) {
  const { t } = useLingui();
  const { chooses } = useReach();
  const { offices, failed, asked, ask } = useOfficesInReach(value !== undefined);
  if (!chooses) return null;
  return (
    <ComboField
      inline={inline}
      label={t`Kantor`}
      value={value ?? ''}
      options={offices.map(({ id, name }) => ({ value: id, label: name }))}
      nothing={
        failed ? t`Daftar kantor belum dapat dimuat. Tutup dan buka lagi.` : asked ? undefined : t`Memuat…`
      }
      onOpen={ask}
      onChange={(chosen) => onChange(chosen || undefined)}
    />
  );
}
