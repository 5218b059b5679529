import { Trans } from '@lingui/react/macro';

import { Button } from '../ui/button';

interface OlderProps {
  /** The last answer of the list. */
  readonly page: { readonly hasNextPage?: boolean; readonly endCursor?: string | null } | undefined;
  readonly onMore: (after: string) => void;
}

/** At the end of a list that has more: no list ends without saying so. */
export function Older({ page, onMore }: OlderProps) {
  const after = page?.hasNextPage && page.endCursor;
  if (!after) return null;
  return (
    <div>
      <Button onClick={() => onMore(after)}>
        <Trans>Tampilkan yang lebih lama</Trans>
      </Button>
    </div>
  );
}
