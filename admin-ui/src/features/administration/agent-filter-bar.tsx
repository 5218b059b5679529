import { useLingui } from '@lingui/react/macro';
import { roleWord } from '../../desk/words';
import type { AgentRole, AgentRowFragment } from '../../gql/graphql';
import { SelectField } from '../../ui/choice-fields';
import { ComboField } from '../../ui/combo-field';
import { Row } from '../../ui/page';
import { ROLES } from './roles';

export interface AgentFilters {
  readonly role: AgentRole | '';
  readonly state: 'active' | 'inactive' | '';
  readonly officeId: string;
}

export const fits = ({ role, active, office }: AgentRowFragment, wanted: AgentFilters): boolean =>
  (wanted.role === '' || wanted.role === role) &&
  (wanted.officeId === '' || wanted.officeId === office.id) &&
  (wanted.state === '' || (wanted.state === 'active') === active);

interface AgentFilterBarProps {
  readonly filters: AgentFilters;
  readonly agents: readonly AgentRowFragment[];
  readonly onChange: (filters: AgentFilters) => void;
}

export function AgentFilterBar({ filters, agents, onChange }: AgentFilterBarProps) {
  const { t } = useLingui();
  const all = t`Semua`;
  return (
    <Row>
      <ComboField
        label={t`Kantor`}
        value={filters.officeId}
        options={officesOf(agents)}
        onChange={(officeId) => onChange({ ...filters, officeId })}
      />
      <SelectField<AgentRole | ''>
        label={t`Peran`}
        value={filters.role}
        options={[
          { value: '', label: all },
          ...ROLES.map((role) => ({ value: role, label: roleWord(role) })),
        ]}
        onChange={(role) => onChange({ ...filters, role })}
      />
      <SelectField<AgentFilters['state']>
        label={t`Status`}
        value={filters.state}
        options={[
          { value: '', label: all },
          { value: 'active', label: t`Aktif` },
          { value: 'inactive', label: t`Nonaktif` },
        ]}
        onChange={(state) => onChange({ ...filters, state })}
      />
    </Row>
  );
}

/** Those where somebody works: a filter by any other finds nobody. */
function officesOf(agents: readonly AgentRowFragment[]) {
  const names = new Map(agents.map(({ office }) => [office.id, office.name]));
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label));
}
