import { useLingui } from '@lingui/react/macro';

import { RegionPicker } from './region-picker.tsx';
import { TextField } from './text-field.tsx';

export interface TypedAddress {
  readonly street: string;
  readonly regionCode: string;
  readonly postalCode: string;
}

interface AddressFieldsProps {
  readonly value: TypedAddress;
  readonly withRegions: boolean;
  readonly onChange: (some: Partial<TypedAddress>) => void;
}

export function AddressFields({ value, withRegions, onChange }: AddressFieldsProps) {
  const { t } = useLingui();
  return (
    <>
      {withRegions && (
        <RegionPicker code={value.regionCode} onChange={(regionCode) => onChange({ regionCode })} />
      )}
      <TextField
        name="address.street"
        label={t`Jalan dan nomor`}
        hint={t`Tambahkan RT/RW atau nama gedung bila ada.`}
        value={value.street}
        onChange={(street) => onChange({ street })}
        autoComplete="street-address"
        maxLength={250}
      />
      <div className="short">
        <TextField
          name="address.postalCode"
          label={t`Kode pos, bila tahu`}
          value={value.postalCode}
          onChange={(postalCode) => onChange({ postalCode })}
          inputMode={withRegions ? 'numeric' : undefined}
          autoComplete="postal-code"
          maxLength={12}
        />
      </div>
    </>
  );
}
