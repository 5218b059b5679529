import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { eventNames, eventWord } from '../../desk/event-words';
import { roleWord } from '../../desk/words';
import { AuditActorsDocument } from '../../gql/graphql';
import { ComboField } from '../../ui/combo-field';
import { DateField } from '../../ui/date-field';
import { type Chip, FilterChips } from '../../ui/filter-chips';
import { Row } from '../../ui/page';
import { TextField } from '../../ui/text-fields';
import { useTimeWords } from '../../ui/time';
import type { AuditSearch } from './audit-search';

interface AuditFilterBarProps {
  readonly search: AuditSearch;
  readonly onChange: (search: AuditSearch) => void;
}

export function AuditFilterBar({ search, onChange }: AuditFilterBarProps) {
  const { t } = useLingui();
  const { data } = useQuery(AuditActorsDocument);
  const [ticket, setTicket] = useState(search.permohonan ?? '');
  const change = (changed: AuditSearch) => onChange({ ...search, sekitar: undefined, ...changed });
  const actors = (data?.agents ?? []).map(({ id, fullName, role, office }) => ({
    value: id,
    label: `${fullName} · ${roleWord(role)} · ${office.name}`,
  }));
  return (
    <>
      <Row>
        <ComboField
          label={t`Tindakan`}
          value={search.tindakan ?? ''}
          options={eventNames().map((name) => ({ value: name, label: eventWord(name) }))}
          onChange={(tindakan) => change({ tindakan: tindakan || undefined })}
        />
        <ComboField
          label={t`Pelaku`}
          value={search.pelaku ?? ''}
          options={actors}
          onChange={(pelaku) => change({ pelaku: pelaku || undefined })}
        />
        <TextField
          label={t`Nomor permohonan`}
          value={ticket}
          maxLength={34}
          placeholder="EML-…"
          onChange={(typed) => {
            setTicket(typed);
            const whole = typed.trim().toUpperCase();
            if (whole === '' || /^EML-\d{4}-\w{3,}$/.test(whole)) change({ permohonan: whole || undefined });
          }}
        />
        <DateField
          label={t`Dari`}
          value={search.dari ?? ''}
          onChange={(day) => change({ dari: day || undefined })}
        />
        <DateField
          label={t({ message: 'Sampai', context: 'tanggal' })}
          value={search.sampai ?? ''}
          onChange={(day) => change({ sampai: day || undefined })}
        />
      </Row>
      <FilterChips chips={useChips(search, change, actors)} onClear={() => onChange({})} />
    </>
  );
}

function useChips(
  { sekitar, akun, tindakan, pelaku }: AuditSearch,
  change: (changed: AuditSearch) => void,
  actors: readonly { value: string; label: string }[],
): Chip[] {
  const { t } = useLingui();
  const written = useTimeWords();
  const actor = actors.find(({ value }) => value === pelaku)?.label;
  return [
    ...(sekitar
      ? [
          {
            label: t`±10 menit dari ${written(sekitar, 'exact')}`,
            onRemove: () => change({ sekitar: undefined }),
          },
        ]
      : []),
    ...(akun ? [{ label: t`Akun …${akun.slice(-6)}`, onRemove: () => change({ akun: undefined }) }] : []),
    ...(tindakan ? [{ label: eventWord(tindakan), onRemove: () => change({ tindakan: undefined }) }] : []),
    ...(actor ? [{ label: actor, onRemove: () => change({ pelaku: undefined }) }] : []),
  ];
}
