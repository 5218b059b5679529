import { Trans, useLingui } from '@lingui/react/macro';

import { EndOtherSessionsDocument, EndSessionDocument } from '../../gql/graphql.ts';
import { useCommand } from '../../platform/command.ts';
import { request } from '../../platform/request.ts';
import { dayAndTime } from '../../platform/times.ts';
import { FailureSummary } from '../../ui/failure-summary.tsx';
import type { Me } from './account.ts';

interface SessionListProps {
  readonly sessions: Me['sessions'];
  readonly reload: () => Promise<void>;
}

export function SessionList({ sessions, reload }: SessionListProps) {
  const command = useCommand();
  const after = (end: () => Promise<unknown>) =>
    void command.run(async () => {
      await end();
      await reload();
    });
  return (
    <>
      <FailureSummary command={command} />
      <ul>
        {sessions.map((session) => (
          <li key={session.id}>
            <OneSession
              session={session}
              onEnd={() => after(() => request(EndSessionDocument, { input: { sessionId: session.id } }))}
            />
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <button type="button" onClick={() => after(() => request(EndOtherSessionsDocument))}>
          <Trans>Keluar dari semua perangkat lain</Trans>
        </button>
      )}
    </>
  );
}

function OneSession({ session, onEnd }: { session: Me['sessions'][number]; onEnd: () => void }) {
  const { t } = useLingui();
  const device = session.device ?? t`perangkat tidak dikenal`;
  const seen = dayAndTime(session.lastSeenAt);
  return (
    <>
      <strong>{device}</strong>{' '}
      <span className="quiet">
        <Trans>
          terakhir {seen}, alamat {session.ip}
        </Trans>
      </span>{' '}
      {session.current ? (
        <Trans>(perangkat ini)</Trans>
      ) : (
        <button type="button" className="plain" onClick={onEnd}>
          <Trans>Keluarkan</Trans> <span className="unseen">{device}</span>
        </button>
      )}
    </>
  );
}
