import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { useShortcut } from '../ui/shortcuts';
import { TextArea } from '../ui/text-fields';
import styles from './review.module.css';

export function NoteField(props: { value: string; onChange: (note: string) => void }) {
  const { t } = useLingui();
  const field = useRef<HTMLTextAreaElement>(null);
  const label = t`Catatan internal`;
  useShortcut({ keys: 'm', label, scope: t`Keputusan`, run: () => field.current?.focus() });
  return (
    <div className={styles.block}>
      <TextArea
        {...props}
        ref={field}
        label={label}
        hint={t`Untuk rekan; pemohon tidak membacanya. Tekan M.`}
        maxLength={1000}
        rows={2}
      />
    </div>
  );
}
