import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useDeferredValue, useState } from 'react';

import { AgentOfficesDocument, type AgentRowFragment, AgentsDocument } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { Page } from '../../ui/page';
import { Empty, Failed, Loading } from '../../ui/states';
import { AgentFilterBar, type AgentFilters, fits } from './agent-filter-bar';
import { AgentPanel } from './agent-panel';
import { AgentTable } from './agent-table';
import { InvitePanel } from './invite-panel';

type Open = { readonly kind: 'INVITE' } | { readonly kind: 'AGENT'; readonly id: string } | null;

export function AgentsPage() {
  const { t } = useLingui();
  const [open, setOpen] = useState<Open>(null);
  const [filters, setFilters] = useState<AgentFilters>({ role: '', state: '', officeId: '' });
  const { error, refetch, ...query } = useQuery(AgentsDocument, { fetchPolicy: 'cache-and-network' });
  const data = useDeferredValue(query.data);
  // Five hundred of them, of which a panel needs one: not before somebody opens one.
  const { data: reach } = useQuery(AgentOfficesDocument, { skip: open === null });
  const offices = reach?.offices ?? [];
  const rows = (data?.agents ?? []).filter((agent) => fits(agent, filters));
  const chosen = open?.kind === 'AGENT' ? data?.agents.find(({ id }) => id === open.id) : undefined;
  const close = () => setOpen(null);
  const saved = () => {
    close();
    void refetch();
  };
  const title = t`Petugas`;
  return (
    <Page
      title={title}
      section={title}
      actions={
        <Button kind="main" onClick={() => setOpen({ kind: 'INVITE' })}>
          <Trans>Undang petugas</Trans>
        </Button>
      }
    >
      {open?.kind === 'INVITE' && <InvitePanel offices={offices} onSaved={saved} onCancel={close} />}
      {chosen && (
        <AgentPanel key={chosen.id} agent={chosen} offices={offices} onSaved={saved} onCancel={close} />
      )}
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={8} />}
      {data && <AgentFilterBar filters={filters} agents={data.agents} onChange={setFilters} />}
      {data && (
        <Found rows={rows} outdated={error !== undefined} onOpen={(id) => setOpen({ kind: 'AGENT', id })} />
      )}
    </Page>
  );
}

interface FoundProps {
  readonly rows: readonly AgentRowFragment[];
  readonly outdated: boolean;
  readonly onOpen: (id: string) => void;
}

const Found = ({ rows, ...rest }: FoundProps) =>
  rows.length > 0 ? (
    <AgentTable agents={rows} {...rest} />
  ) : (
    <Empty title={<Trans>Tidak ada petugas yang cocok</Trans>}>
      <Trans>Ubah filter, atau undang petugas baru.</Trans>
    </Empty>
  );
