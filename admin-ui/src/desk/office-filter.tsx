import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useDeferredValue } from 'react';

import { OfficesInReachDocument } from '../gql/graphql';
import { ComboField } from '../ui/combo-field';
import { useViewer } from './viewer';

interface OfficeFilterProps {
  readonly value?: string;
  readonly onChange: (officeId: string | undefined) => void;
  readonly inline?: boolean;
}

/** For those who see more than the own office. */
export function OfficeFilter({ value, onChange, inline = true }: OfficeFilterProps) {
  const { t } = useLingui();
  const offices = useOfficesInReach();
  if (offices.length < 2) return null;
  return (
    <ComboField
      inline={inline}
      label={t`Kantor`}
      value={value ?? ''}
      options={offices.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(chosen) => onChange(chosen || undefined)}
    />
  );
}

/** All of them for an auditor, the own office and those below it for a supervisor; nobody else has a choice. */
export function useOfficesInReach() {
  const { role, office } = useViewer();
  const all = role === 'AUDITOR' || (role === 'SUPERVISOR' && office.level === 'CENTRAL');
  const chooses = all || (role === 'SUPERVISOR' && office.level === 'PROVINCE');
  // Beside the cache, which would take five hundred offices apart and put them together again while a page opens.
  const { data } = useQuery(OfficesInReachDocument, { skip: !chooses, fetchPolicy: 'no-cache' });
  const offices = useDeferredValue(data?.offices);
  const below = ({ regionCode }: { regionCode?: string | null }) =>
    all || regionCode?.startsWith(office.regionCode ?? '') === true;
  return (offices ?? []).filter((one) => one.active && below(one));
}
