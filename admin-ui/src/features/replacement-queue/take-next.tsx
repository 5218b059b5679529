import { useLingui } from '@lingui/react/macro';

import { useClaimNext } from '../../desk/use-claim-next';
import type { QueueView } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { useShortcut } from '../../ui/shortcuts';

export function TakeNext({ view }: { view: QueueView }) {
  const { t } = useLingui();
  const { next, loading } = useClaimNext(view);
  const label = t`Ambil berikutnya`;
  useShortcut({ keys: 'n', label, scope: t`Antrean`, run: () => void next() });
  return (
    <Button kind="main" shortcut="N" loading={loading} onClick={() => void next()}>
      {label}
    </Button>
  );
}
