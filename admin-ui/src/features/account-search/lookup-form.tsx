import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';

import type { LookupKind, LookupPurpose } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/choice-fields';
import { TextField } from '../../ui/text-fields';
import styles from './account-search.module.css';
import { KindChip } from './kind-chip';

interface LookupFormProps {
  readonly typed: string;
  readonly purpose: LookupPurpose | '';
  readonly note: string;
  /** Chosen by the agent instead of what it looks like. */
  readonly kind: LookupKind | null;
  readonly loading: boolean;
  readonly onTyped: (typed: string) => void;
  readonly onPurpose: (purpose: LookupPurpose | '') => void;
  readonly onNote: (note: string) => void;
  readonly onKind: (kind: LookupKind) => void;
  readonly onSubmit: (purpose: LookupPurpose) => void;
}

export function LookupForm(props: LookupFormProps) {
  const { typed, purpose, note, kind, loading, onTyped, onPurpose, onNote, onKind, onSubmit } = props;
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (purpose && typed.trim()) onSubmit(purpose);
      }}
    >
      <SelectField<LookupPurpose | ''>
        label={t`Keperluan`}
        value={purpose}
        required
        options={[
          { value: '', label: t`Pilih keperluan…` },
          { value: 'PHONE_CALL', label: t`Telepon masuk` },
          { value: 'COUNTER_VISIT', label: t`Tatap muka` },
          { value: 'REPLACEMENT_REQUEST', label: t`Permohonan` },
          { value: 'OTHER', label: t`Lainnya` },
        ]}
        onChange={onPurpose}
      />
      <div className={styles.identifier}>
        <TextField
          ref={field}
          label={t`NIK, NIB, email, telepon, username, nomor permohonan, atau ID akun`}
          value={typed}
          onChange={onTyped}
          autoComplete="off"
          maxLength={254}
          required
          action={<KindChip typed={typed} chosen={kind} onChoose={onKind} />}
        />
      </div>
      {purpose === 'OTHER' && (
        <div className={styles.note}>
          <TextField
            label={t`Keterangan keperluan`}
            value={note}
            onChange={onNote}
            maxLength={200}
            required
          />
        </div>
      )}
      <Button type="submit" kind="main" loading={loading}>
        <Trans>Cari</Trans>
      </Button>
    </form>
  );
}
