import { useLingui } from '@lingui/react/macro';

import { useOfficesInReach } from '../../desk/offices';
import { outcomeWord } from '../../desk/outcome-words';
import { tierWord } from '../../desk/tier-badge';
import { actorWord } from '../../desk/words';
import type { Chip } from '../../ui/filter-chips';
import { useTimeWords } from '../../ui/time';
import type { CaseFilters } from './queue-search';

type Label = string | false | undefined;

/** What narrows the list now, in words, each with its way out. */
export function useChips(search: CaseFilters, change: (changed: CaseFilters) => void): Chip[] {
  const labels: Partial<Record<keyof CaseFilters, Label>> = { ...useLabels(search), ...useMoments(search) };
  return Object.entries(labels).flatMap(([name, label]) =>
    label ? [{ label, onRemove: () => change({ [name]: undefined }) }] : [],
  );
}

function useLabels({ tingkat, pelaku, lewat, kantor, dari, sampai }: CaseFilters) {
  const { t } = useLingui();
  const { offices } = useOfficesInReach(kantor !== undefined);
  const day = (at?: string) => at?.split('-').reverse().join('/');
  const [from, to] = [day(dari), day(sampai)];
  return {
    tingkat: tingkat && t`Risiko: ${tierWord(tingkat)}`,
    kantor: kantor && (offices.find(({ id }) => id === kantor)?.name ?? t`Satu kantor`),
    pelaku: pelaku && actorWord(pelaku),
    lewat: lewat && t`Lewat SLA`,
    dari: from && t`Masuk dari ${from}`,
    sampai: to && t`Masuk sampai ${to}`,
  };
}

/** What came along from the dashboard. */
function useMoments({ sejak, hingga, pada, putusSejak, putusHingga, oleh, hasil }: CaseFilters) {
  const { t } = useLingui();
  const written = useTimeWords();
  return {
    sejak: sejak && t`Masuk sejak ${written(sejak)}`,
    hingga: hingga && t`Masuk sebelum ${written(hingga)}`,
    pada: pada && t`Terbuka pada ${written(pada)}`,
    putusSejak: putusSejak && t`Diputus sejak ${written(putusSejak)}`,
    putusHingga: putusHingga && t`Diputus sebelum ${written(putusHingga)}`,
    oleh: oleh && t`Diputus oleh satu petugas`,
    hasil: hasil && t`Hasil: ${outcomeWord(hasil)}`,
  };
}
