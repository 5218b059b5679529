import { useLingui } from '@lingui/react/macro';

import { TIERS, tierWord } from '../../desk/tier-badge';
import { actorWord } from '../../desk/words';
import type { ActorKind, RiskTier } from '../../gql/graphql';
import { SelectField, Tick } from '../../ui/fields';
import { type Chip, FilterChips } from '../../ui/filter-chips';
import { Row } from '../../ui/page';
import { ACTORS, type QueueSearch } from './queue-search';

interface QueueFilterBarProps {
  readonly search: QueueSearch;
  readonly onChange: (search: QueueSearch) => void;
}

export function QueueFilterBar({ search, onChange }: QueueFilterBarProps) {
  const { t } = useLingui();
  const { tampilan, tingkat, pelaku, lewat } = search;
  const change = (changed: QueueSearch) => onChange({ ...search, ...changed });
  const all = { value: '', label: t`Semua` };
  const overdue = t`Lewat SLA`;
  const chips: Chip[] = [
    ...(tingkat
      ? [{ label: t`Risiko: ${tierWord(tingkat)}`, onRemove: () => change({ tingkat: undefined }) }]
      : []),
    ...(pelaku ? [{ label: actorWord(pelaku), onRemove: () => change({ pelaku: undefined }) }] : []),
    ...(lewat ? [{ label: overdue, onRemove: () => change({ lewat: undefined }) }] : []),
  ];
  return (
    <>
      <Row>
        <SelectField
          label={t`Risiko`}
          value={tingkat ?? ''}
          options={[all, ...TIERS.map((tier) => ({ value: tier, label: tierWord(tier) }))]}
          onChange={(chosen) => change({ tingkat: (chosen || undefined) as RiskTier | undefined })}
        />
        <SelectField
          label={t`Jenis`}
          value={pelaku ?? ''}
          options={[all, ...ACTORS.map((actor) => ({ value: actor, label: actorWord(actor) }))]}
          onChange={(chosen) => change({ pelaku: (chosen || undefined) as ActorKind | undefined })}
        />
        <Tick
          label={overdue}
          checked={lewat === true}
          onChange={(only) => change({ lewat: only || undefined })}
        />
      </Row>
      <FilterChips chips={chips} onClear={() => onChange({ tampilan })} />
    </>
  );
}
