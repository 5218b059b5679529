import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';

import { now } from '../../admin-ui/src/ui/clock';
import { RINA } from '../kit/console';
import { aCase, claimOf } from './case-at-desk';
import { open, seen } from './open-case';

afterEach(cleanup);

const mine = (minutesLeft: number) => ({
  ...claimOf({ __typename: 'Agent', id: RINA.id, fullName: RINA.fullName }, true),
  expiresAt: new Date(now() + minutesLeft * 60_000).toISOString(),
});
const hidden = () => window.dispatchEvent(new Event('pagehide'));

describe('a page in whose hands a case is', () => {
  it('says on going that it may come back, and means it for good when somebody leaves for another page', async () => {
    const { sent, unmount } = await open(seen(aCase()));
    await screen.findByRole('group', { name: 'Keputusan' });
    hidden();
    await waitFor(() =>
      expect(sent('ReleaseClaim').map(({ variables }) => variables.mayReturn)).toEqual([true]),
    );
    unmount();
    await waitFor(() =>
      expect(sent('ReleaseClaim').map(({ variables }) => variables.mayReturn)).toEqual([true, false]),
    );
  });

  it('makes its claim whole at once where it was loaded again, and only there', async () => {
    const again = await open(seen(aCase({ claim: mine(1) })));
    await waitFor(() => expect(again.sent('ExtendClaim')).toHaveLength(1));
    cleanup();
    const fresh = await open(seen(aCase({ claim: mine(14) })));
    await screen.findByRole('group', { name: 'Keputusan' });
    expect(fresh.sent('ExtendClaim')).toEqual([]);
  });
});
