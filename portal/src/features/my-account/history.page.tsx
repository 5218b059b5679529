import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';

import { MyActivityDocument, type MyActivityQuery } from '../../gql/graphql.ts';
import { useCommand } from '../../platform/command.ts';
import { request } from '../../platform/request.ts';
import { dayAndTime } from '../../platform/times.ts';
import { FailureSummary } from '../../ui/failure-summary.tsx';
import { Page } from '../../ui/page.tsx';

type Activity = NonNullable<MyActivityQuery['me']>['activity'];

/** What happened to the account, the looks of the helpdesk included; newest first. */
export function HistoryPage() {
  const { t } = useLingui();
  const command = useCommand();
  const { run } = command;
  const [items, setItems] = useState<Activity['items']>([]);
  const [more, setMore] = useState<string>();
  const load = async (after?: string) => {
    const { me } = await request(MyActivityDocument, { after: after ?? null });
    if (!me) return;
    const { items: found, hasNextPage, endCursor } = me.activity;
    setItems((before) => (after ? [...before, ...found] : found));
    setMore(hasNextPage ? (endCursor ?? undefined) : undefined);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first page, once.
  useEffect(() => void run(() => load()), [run]);
  return (
    <Page title={t`Riwayat akun`} back="/akun">
      <FailureSummary command={command} />
      <p>
        <Trans>Ada yang tidak Anda kenali? Ganti kata sandi dan keluarkan perangkat lain.</Trans>
      </p>
      <dl className="facts">
        {items.map(({ id, description, at, ip }) => (
          <div key={id}>
            <dt>{[dayAndTime(at), ip].filter(Boolean).join(' · ')}</dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
      {more && (
        <button type="button" aria-disabled={command.working} onClick={() => void run(() => load(more))}>
          <Trans>Lihat yang lebih lama</Trans>
        </button>
      )}
      <p role="status">{command.working && <Trans>Memuat…</Trans>}</p>
    </Page>
  );
}
