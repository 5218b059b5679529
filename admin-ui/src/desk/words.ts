import { t } from '@lingui/core/macro';

import type { AccountStatus, ActorKind, AgentRole, Channel, OfficeLevel } from '../gql/graphql';

/** What the enums of the API are called at the desk. */
export function roleWord(role: AgentRole): string {
  const words: Record<AgentRole, string> = {
    AGENT: t({ message: 'Petugas', context: 'satu orang' }),
    APPROVER: t`Pemeriksa`,
    SUPERVISOR: t`Pengawas`,
    ADMIN: t`Admin`,
    AUDITOR: t`Auditor`,
  };
  return words[role] ?? role;
}

export function channelWord(channel: Channel): string {
  const words: Record<Channel, string> = { EMAIL: t`Email`, WHATSAPP: t`WhatsApp` };
  return words[channel] ?? channel;
}

export function accountStatusWord(status: AccountStatus): string {
  const words: Record<AccountStatus, string> = {
    AWAITING_ACTIVATION: t`Belum aktif`,
    ACTIVE: t`Aktif`,
    BLOCKED: t`Diblokir`,
    CLOSED: t`Ditutup`,
  };
  return words[status] ?? status;
}

export function actorWord(actor: ActorKind): string {
  const words: Record<ActorKind, string> = {
    INDIVIDUAL: t`Perorangan`,
    BUSINESS_ENTITY: t`Badan usaha`,
    REPRESENTATIVE_OFFICE: t`Kantor perwakilan`,
    FOREIGN_ENTITY: t`Badan usaha luar negeri`,
  };
  return words[actor] ?? actor;
}

export function officeLevelWord(level: OfficeLevel): string {
  const words: Record<OfficeLevel, string> = {
    CENTRAL: t`Pusat`,
    PROVINCE: t`Provinsi`,
    REGENCY: t`Kabupaten/kota`,
  };
  return words[level] ?? level;
}
