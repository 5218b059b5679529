import { Trans } from '@lingui/react/macro';

import { roleWord } from '../../desk/words';
import type { AgentRowFragment } from '../../gql/graphql';
import { Notice } from '../../ui/notice';
import { Time } from '../../ui/time';

/** What another admin proposed: sending the same makes it so, and whoever proposed it cannot be the second. */
export function Proposal({ change }: { change: NonNullable<AgentRowFragment['pendingChange']> }) {
  const { proposedBy, mine, role, office, readmit, expiresAt } = change;
  const word = roleWord(role);
  return (
    <Notice tone="wait" title={<Trans>Menunggu admin kedua</Trans>}>
      <Trans>
        Diusulkan {proposedBy}: {word}, {office.name}, sampai <Time at={expiresAt} />.
      </Trans>{' '}
      {readmit && (
        <>
          <Trans>Petugas ini diaktifkan lagi.</Trans>{' '}
        </>
      )}
      {mine ? (
        <Trans>Admin lain perlu mengirim perubahan yang sama.</Trans>
      ) : (
        <Trans>Kirim perubahan yang sama untuk menyetujuinya.</Trans>
      )}
    </Notice>
  );
}
