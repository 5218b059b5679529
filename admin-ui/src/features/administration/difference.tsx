import { Trans, useLingui } from '@lingui/react/macro';

import { roleWord } from '../../desk/words';
import type { AgentRowFragment, UpdateAgentInput } from '../../gql/graphql';
import type { SomeOffice } from './roles';

interface DifferenceProps {
  readonly agent: AgentRowFragment;
  readonly changes: Omit<UpdateAgentInput, 'agentId'>;
  readonly offices: readonly SomeOffice[];
}

/** What saving would change, before it does. */
export function Difference({ agent, changes, offices }: DifferenceProps) {
  const { t } = useLingui();
  const office = offices.find(({ id }) => id === changes.officeId)?.name;
  const lines = [
    changes.role ? `${t`Peran`}: ${roleWord(agent.role)} → ${roleWord(changes.role)}` : null,
    office ? `${t`Kantor`}: ${agent.office.name} → ${office}` : null,
    changes.active === false ? t`Dinonaktifkan: semua sesi berakhir` : null,
    changes.active === true ? t`Diaktifkan lagi` : null,
    changes.resetTotp ? t`TOTP diatur ulang: petugas mendaftar lagi saat masuk` : null,
  ].filter((line) => line !== null);
  return lines.length === 0 ? null : (
    <div role="status">
      <p>
        <strong>
          <Trans>Yang akan berubah</Trans>
        </strong>
      </p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
