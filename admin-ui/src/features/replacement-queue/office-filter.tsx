import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';

import { useViewer } from '../../desk/viewer';
import { QueueOfficesDocument } from '../../gql/graphql';
import { ComboField } from '../../ui/combo-field';

interface OfficeFilterProps {
  readonly value?: string;
  readonly onChange: (officeId: string | undefined) => void;
}

/** For those who see more than the own office. */
export function OfficeFilter({ value, onChange }: OfficeFilterProps) {
  const { t } = useLingui();
  const offices = useOfficesInReach();
  if (offices.length < 2) return null;
  return (
    <ComboField
      inline
      label={t`Kantor`}
      value={value ?? ''}
      options={offices.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(chosen) => onChange(chosen || undefined)}
    />
  );
}

/** The own office and those below it, which supervisors and auditors see; nobody else has a choice. */
export function useOfficesInReach() {
  const { role, office } = useViewer();
  const chooses = (role === 'SUPERVISOR' || role === 'AUDITOR') && office.level !== 'REGENCY';
  const { data } = useQuery(QueueOfficesDocument, { skip: !chooses });
  const below = ({ regionCode }: { regionCode?: string | null }) =>
    office.level === 'CENTRAL' || regionCode?.startsWith(office.regionCode ?? '') === true;
  return (data?.offices ?? []).filter((one) => one.active && below(one));
}
