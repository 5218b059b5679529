import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { useCommand } from '../../desk/use-command';
import { useViewer } from '../../desk/viewer';
import { roleWord } from '../../desk/words';
import {
  type AgentRole,
  type AgentRowFragment,
  UpdateAgentDocument,
  type UpdateAgentInput,
} from '../../gql/graphql';
import { useAnnouncements } from '../../ui/announce';
import { SelectField, Tick } from '../../ui/choice-fields';
import { ComboField } from '../../ui/combo-field';
import { ConfirmPanel } from '../../ui/confirm-panel';
import { Row } from '../../ui/page';
import { Difference } from './difference';
import { InviteAgain } from './invite-again';
import { Proposal } from './proposal';
import { ROLES, type SomeOffice } from './roles';
import { SaveRefusal } from './save-refusal';

interface AgentPanelProps {
  readonly agent: AgentRowFragment;
  readonly offices: readonly SomeOffice[];
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

export function AgentPanel({ agent, offices, onSaved, onCancel }: AgentPanelProps) {
  const { t } = useLingui();
  const { show } = useAnnouncements();
  const own = useViewer().id === agent.id;
  const [role, setRole] = useState<AgentRole>(agent.role);
  const [officeId, setOfficeId] = useState(agent.office.id);
  const [active, setActive] = useState(agent.active);
  const [resetTotp, setResetTotp] = useState(false);
  const command = useCommand(UpdateAgentDocument, (data) => data.updateAgent);
  const changes = changesOf(agent, { role, officeId, active, resetTotp });
  const nothing = Object.keys(changes).length === 0;

  const save = async () => {
    const answer = await command.run({ input: { agentId: agent.id, ...changes } });
    if (answer?.__typename !== 'AgentSaved') return;
    show({ text: t`${agent.fullName} disimpan.` });
    onSaved();
  };

  return (
    <ConfirmPanel
      title={agent.fullName}
      confirm={t`Simpan`}
      loading={command.loading}
      refusal={refusal(own, nothing, {
        own: t`Tidak seorang pun mengubah dirinya sendiri.`,
        nothing: t`Belum ada perubahan.`,
      })}
      dirty={!nothing}
      onConfirm={() => void save()}
      onCancel={onCancel}
    >
      {agent.pendingChange && <Proposal change={agent.pendingChange} />}
      <Row>
        <SelectField<AgentRole>
          label={t`Peran`}
          value={role}
          options={ROLES.map((one) => ({ value: one, label: roleWord(one) }))}
          onChange={setRole}
        />
        <ComboField
          label={t`Kantor`}
          value={officeId}
          options={(offices.length > 0 ? offices : [agent.office]).map(({ id, name }) => ({
            value: id,
            label: name,
          }))}
          onChange={(chosen) => setOfficeId(chosen || agent.office.id)}
        />
        <Tick label={t`Aktif`} checked={active} onChange={setActive} />
        <Tick label={t`Atur ulang TOTP`} checked={resetTotp} onChange={setResetTotp} />
      </Row>
      <Difference agent={agent} changes={changes} offices={offices} />
      <p className="dim">
        <Trans>
          Perubahan berlaku seketika: sesi petugas ini berakhir dan permohonan yang dipegangnya dilepas.
        </Trans>
      </p>
      {!own && agent.active && <InviteAgain agent={agent} />}
      <SaveRefusal outcome={command.outcome} error={command.error} />
    </ConfirmPanel>
  );
}

/** Only what is another: a save must not write back what a colleague changed meanwhile. */
function changesOf(
  agent: AgentRowFragment,
  wanted: Required<Omit<UpdateAgentInput, 'agentId' | 'idempotencyKey'>>,
) {
  return {
    ...(wanted.role !== agent.role ? { role: wanted.role } : {}),
    ...(wanted.officeId !== agent.office.id ? { officeId: wanted.officeId } : {}),
    ...(wanted.active !== agent.active ? { active: wanted.active } : {}),
    ...(wanted.resetTotp ? { resetTotp: true } : {}),
  };
}

const refusal = (own: boolean, nothing: boolean, words: { own: string; nothing: string }): string | null => {
  if (own) return words.own;
  return nothing ? words.nothing : null;
};
