import { useLingui } from '@lingui/react/macro';

import { Button } from '../ui/button';
import { useShortcut } from '../ui/shortcuts';

interface KeyButtonProps {
  readonly keys: string;
  readonly label: string;
  readonly refusal: string | null;
  readonly onPress: () => void;
  readonly kind?: 'main' | 'danger';
  readonly loading?: boolean;
}

/** An outcome: a button, and the key that does the same. */
export function KeyButton({ keys, label, refusal, onPress, kind, loading }: KeyButtonProps) {
  const { t } = useLingui();
  useShortcut({ keys, label, scope: t`Keputusan`, refusal, run: () => !loading && onPress() });
  return (
    <Button kind={kind} shortcut={keys.toUpperCase()} refusal={refusal} loading={loading} onClick={onPress}>
      {label}
    </Button>
  );
}
