import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';

import { OfficeFilter } from '../../desk/office-filter';
import { TIERS, tierWord } from '../../desk/tier-badge';
import { actorWord } from '../../desk/words';
import type { ActorKind, RiskTier } from '../../gql/graphql';
import { SelectField, Tick } from '../../ui/choice-fields';
import { type Chip, FilterChips } from '../../ui/filter-chips';
import { Row } from '../../ui/page';
import { useShortcut } from '../../ui/shortcuts';
import { DayFilter } from './day-filter';
import { ACTORS, type CaseFilters } from './queue-search';
import { useChips } from './use-chips';

interface QueueFilterBarProps<Search extends CaseFilters> {
  readonly search: Search;
  readonly onChange: (changed: CaseFilters) => void;
  readonly onClear: () => void;
  /** By risk and office alone. */
  readonly brief?: boolean;
}

export function QueueFilterBar<Search extends CaseFilters>(props: QueueFilterBarProps<Search>) {
  const { t } = useLingui();
  const { search, onChange, onClear, brief } = props;
  const { tingkat, pelaku, lewat } = search;
  const bar = useRef<HTMLDivElement>(null);
  const first = () => bar.current?.querySelector<HTMLElement>('select')?.focus();
  useShortcut({ keys: 'f', label: t`Filter pertama`, scope: t`Antrean`, run: first });
  const all = { value: '', label: t`Semua` };
  const chips: Chip[] = useChips(search, onChange);
  return (
    <div ref={bar}>
      <Row from="middle">
        <SelectField
          inline
          label={t`Risiko`}
          value={tingkat ?? ''}
          options={[all, ...TIERS.map((tier) => ({ value: tier, label: tierWord(tier) }))]}
          onChange={(chosen) => onChange({ tingkat: (chosen || undefined) as RiskTier | undefined })}
        />
        <OfficeFilter value={search.kantor} onChange={(kantor) => onChange({ kantor })} />
        {!brief && (
          <>
            <SelectField
              inline
              label={t`Jenis`}
              value={pelaku ?? ''}
              options={[all, ...ACTORS.map((actor) => ({ value: actor, label: actorWord(actor) }))]}
              onChange={(chosen) => onChange({ pelaku: (chosen || undefined) as ActorKind | undefined })}
            />
            <Tick
              label={t`Lewat SLA`}
              checked={lewat === true}
              onChange={(only) => onChange({ lewat: only || undefined })}
            />
            <DayFilter search={search} onChange={onChange} />
          </>
        )}
        <FilterChips chips={chips} onClear={onClear} />
      </Row>
    </div>
  );
}
