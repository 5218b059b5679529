import { useLingui } from '@lingui/react/macro';

import { deliveryKindWord, deliveryStatusWord } from '../../desk/delivery-words';
import { OfficeFilter } from '../../desk/office-filter';
import { useOfficesInReach } from '../../desk/offices';
import { channelWord } from '../../desk/words';
import type { Channel, DeliveryStatus } from '../../gql/graphql';
import { SelectField } from '../../ui/choice-fields';
import { DateField } from '../../ui/date-field';
import { type Chip, FilterChips } from '../../ui/filter-chips';
import { Row } from '../../ui/page';
import { CHANNELS, type DeliverySearch, STATUSES } from './delivery-filters';

/** Kinds that people at a desk ask for; the address takes any other, too. */
const KINDS = [
  'ACTIVATION_LINK',
  'ACTIVATION_CODE',
  'ACCOUNT_ACTIVATED',
  'REGISTRATION_CODE',
  'PASSWORD_RESET',
  'CONTACT_CHANGE_CODE',
];

interface DeliveryFilterBarProps {
  readonly search: DeliverySearch;
  readonly onChange: (search: DeliverySearch) => void;
}

export function DeliveryFilterBar({ search, onChange }: DeliveryFilterBarProps) {
  const { t } = useLingui();
  const { status, kanal, jenis, kantor, dari = '', sampai = '' } = search;
  const { offices } = useOfficesInReach(kantor !== undefined);
  const change = (changed: DeliverySearch) => onChange({ ...search, ...changed });
  const all = t`Semua`;
  const office = kantor && (offices.find(({ id }) => id === kantor)?.name ?? t`Satu kantor`);
  return (
    <>
      <Row>
        <SelectField
          label={t`Status`}
          value={status ?? ''}
          options={[
            { value: '', label: all },
            ...STATUSES.map((one) => ({ value: one, label: deliveryStatusWord(one) })),
          ]}
          onChange={(chosen) => change({ status: (chosen || undefined) as DeliveryStatus | undefined })}
        />
        <SelectField
          label={t`Kanal`}
          value={kanal ?? ''}
          options={[
            { value: '', label: all },
            ...CHANNELS.map((one) => ({ value: one, label: channelWord(one) })),
          ]}
          onChange={(chosen) => change({ kanal: (chosen || undefined) as Channel | undefined })}
        />
        <SelectField
          label={t`Jenis`}
          value={jenis ?? ''}
          options={[
            { value: '', label: all },
            ...KINDS.map((one) => ({ value: one, label: deliveryKindWord(one) })),
          ]}
          onChange={(chosen) => change({ jenis: chosen || undefined })}
        />
        <OfficeFilter inline={false} value={kantor} onChange={(chosen) => change({ kantor: chosen })} />
        <DateField label={t`Dari`} value={dari} onChange={(day) => change({ dari: day || undefined })} />
        <DateField
          label={t({ message: 'Sampai', context: 'tanggal' })}
          value={sampai}
          onChange={(day) => change({ sampai: day || undefined })}
        />
      </Row>
      <FilterChips
        chips={[
          ...chipsOf(search, change),
          ...(office ? [{ label: office, onRemove: () => change({ kantor: undefined }) }] : []),
        ]}
        onClear={() => onChange({})}
      />
    </>
  );
}

function chipsOf(
  { status, kanal, jenis }: DeliverySearch,
  change: (changed: DeliverySearch) => void,
): Chip[] {
  return [
    ...(status ? [{ label: deliveryStatusWord(status), onRemove: () => change({ status: undefined }) }] : []),
    ...(kanal ? [{ label: channelWord(kanal), onRemove: () => change({ kanal: undefined }) }] : []),
    ...(jenis ? [{ label: deliveryKindWord(jenis), onRemove: () => change({ jenis: undefined }) }] : []),
  ];
}
