import { Trans } from '@lingui/react/macro';

import { Notice } from '../../ui/notice';
import { Empty, Failed } from '../../ui/states';
import { FoundAccounts } from './found-accounts';
import { kindWord, missHint } from './identifier-kind';
import type { Lookup } from './use-lookup';

/** The same words for every miss: a missing account, a wrong number, an account of another office. */
export function LookupOutcome({ outcome, error, kind }: Lookup) {
  if (error !== undefined) return <Failed error={error} />;
  if (!outcome) return <BeforeSearching />;
  if (outcome.__typename === 'TooManyRequests')
    return <Notice tone="warn" role="alert" title={outcome.message} />;
  if (outcome.accounts.length > 0) return <FoundAccounts accounts={outcome.accounts} />;
  const word = kind ? kindWord(kind) : '';
  return (
    <Notice tone="quiet" role="status" title={<Trans>Tidak ditemukan untuk {word} ini</Trans>}>
      {kind && missHint(kind)}
    </Notice>
  );
}

const BeforeSearching = () => (
  <Empty title={<Trans>Cari dengan nomor atau kontak yang disebut pemohon</Trans>}>
    <Trans>
      Hanya kecocokan persis: spasi, titik, dan +62 boleh ditulis sesukanya. Setiap pencarian tercatat bersama
      keperluannya.
    </Trans>
  </Empty>
);
