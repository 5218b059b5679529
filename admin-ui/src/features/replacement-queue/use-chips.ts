import { useLingui } from '@lingui/react/macro';

import { tierWord } from '../../desk/tier-badge';
import { actorWord } from '../../desk/words';
import type { Chip } from '../../ui/filter-chips';
import { useOfficesInReach } from './office-filter';
import type { CaseFilters } from './queue-search';

/** What narrows the list now, in words, each with its way out. */
export function useChips(search: CaseFilters, change: (changed: CaseFilters) => void): Chip[] {
  const { t } = useLingui();
  const offices = useOfficesInReach();
  const { tingkat, pelaku, lewat, kantor, dari, sampai } = search;
  const chip = (label: string | false | undefined, out: CaseFilters): Chip[] =>
    label ? [{ label, onRemove: () => change(out) }] : [];
  const day = (at: string) => at.split('-').reverse().join('/');
  const [from, to] = [dari && day(dari), sampai && day(sampai)];
  return [
    ...chip(tingkat && t`Risiko: ${tierWord(tingkat)}`, { tingkat: undefined }),
    ...chip(kantor && (offices.find(({ id }) => id === kantor)?.name ?? t`Satu kantor`), {
      kantor: undefined,
    }),
    ...chip(pelaku && actorWord(pelaku), { pelaku: undefined }),
    ...chip(lewat && t`Lewat SLA`, { lewat: undefined }),
    ...chip(from && t`Masuk dari ${from}`, { dari: undefined }),
    ...chip(to && t`Masuk sampai ${to}`, { sampai: undefined }),
  ];
}
