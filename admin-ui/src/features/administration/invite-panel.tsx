import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { useCommand } from '../../desk/use-command';
import { roleWord } from '../../desk/words';
import { type AgentRole, CreateAgentDocument } from '../../gql/graphql';
import { useAnnouncements } from '../../ui/announce';
import { SelectField } from '../../ui/choice-fields';
import { ComboField } from '../../ui/combo-field';
import { ConfirmPanel } from '../../ui/confirm-panel';
import { Row } from '../../ui/page';
import { TextField } from '../../ui/text-fields';
import { ROLES, type SomeOffice } from './roles';
import { SaveRefusal } from './save-refusal';

interface InvitePanelProps {
  readonly offices: readonly SomeOffice[];
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

const NOBODY = { username: '', fullName: '', email: '', role: 'AGENT' as AgentRole, officeId: '' };

/** By work email: the person sets the own password and enrols the own authenticator; nobody else ever knows either. */
export function InvitePanel({ offices, onSaved, onCancel }: InvitePanelProps) {
  const { t } = useLingui();
  const { show } = useAnnouncements();
  const [input, setInput] = useState(NOBODY);
  const command = useCommand(CreateAgentDocument, (data) => data.createAgent);
  const set = (name: keyof typeof NOBODY) => (value: string) =>
    setInput((now) => ({ ...now, [name]: value }));
  const complete = Object.values(input).every((value) => value.trim() !== '');
  const invite = async () => {
    const answer = await command.run({ input });
    if (answer?.__typename !== 'AgentSaved') return;
    show({ text: t`Undangan dikirim ke ${input.email}.` });
    onSaved();
  };
  return (
    <ConfirmPanel
      title={t`Undang petugas`}
      confirm={t`Kirim undangan`}
      loading={command.loading}
      refusal={complete ? null : t`Isi semua bidang.`}
      dirty={input !== NOBODY}
      onConfirm={() => void invite()}
      onCancel={onCancel}
    >
      <Fields input={input} offices={offices} set={set} />
      <SaveRefusal outcome={command.outcome} error={command.error} />
    </ConfirmPanel>
  );
}

interface FieldsProps {
  readonly input: typeof NOBODY;
  readonly offices: readonly SomeOffice[];
  readonly set: (name: keyof typeof NOBODY) => (value: string) => void;
}

function Fields({ input, offices, set }: FieldsProps) {
  const { t } = useLingui();
  return (
    <Row>
      <TextField label={t`Nama lengkap`} value={input.fullName} onChange={set('fullName')} maxLength={100} />
      <TextField label={t`Nama pengguna`} value={input.username} onChange={set('username')} maxLength={40} />
      <TextField
        label={t`Email kerja`}
        type="email"
        value={input.email}
        onChange={set('email')}
        maxLength={254}
      />
      <SelectField<AgentRole>
        label={t`Peran`}
        value={input.role}
        options={ROLES.map((role) => ({ value: role, label: roleWord(role) }))}
        onChange={set('role')}
      />
      <ComboField
        label={t`Kantor`}
        value={input.officeId}
        options={offices.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={set('officeId')}
      />
    </Row>
  );
}
