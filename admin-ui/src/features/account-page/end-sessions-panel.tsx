import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';

import { EndAccountSessionsDocument } from '../../gql/graphql';
import { useAnnouncements } from '../../ui/announce';
import { ConfirmPanel } from '../../ui/confirm-panel';
import { Failed } from '../../ui/states';

export function EndSessionsPanel({ accountId, onDone }: { accountId: string; onDone: () => void }) {
  const { t } = useLingui();
  const { show } = useAnnouncements();
  const [end, { loading, error }] = useMutation(EndAccountSessionsDocument, { variables: { accountId } });
  const confirm = async () => {
    const { data } = await end().catch(() => ({ data: null }));
    if (!data) return;
    show({ text: t`${data.endAccountSessions} sesi diakhiri.` });
    onDone();
  };
  return (
    <ConfirmPanel
      title={t`Akhiri semua sesi`}
      confirm={t`Akhiri semua sesi`}
      danger
      loading={loading}
      onConfirm={() => void confirm()}
      onCancel={onDone}
    >
      <p>
        <Trans>Pemilik akun keluar dari semua perangkat dan harus masuk lagi. Kata sandinya tetap.</Trans>
      </p>
      {error && <Failed error={error} />}
    </ConfirmPanel>
  );
}
