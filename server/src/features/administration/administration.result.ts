import { createUnionType, Field, ObjectType } from 'type-graphql';

import { AgentView } from '../../office/agent.type.js';
import { AgentRole } from '../../office/agent-role.js';
import type { AgentOnDuty } from '../../office/agents.js';
import { FreshProofRequired } from '../../office/fresh-proof.js';
import { OfficeView } from '../../office/office.type.js';
import { Problem } from '../../platform/graphql/problem.js';
import type { KeyRefused } from '../../platform/idempotency/key-refused.js';
import type { Words } from '../../platform/words/language.js';

@ObjectType()
export class AgentSaved {
  @Field(() => AgentView)
  readonly agent: AgentView;

  constructor(agent: AgentOnDuty) {
    this.agent = new AgentView(agent);
  }
}

const REASONS = {
  WAITING: {
    id: 'Menunggu admin kedua: perubahan peran, kantor atau pengaktifan kembali berlaku setelah admin lain mengirim perubahan yang sama. Perubahan lain sudah berlaku.',
    en: 'Waiting for a second admin: a change of role or office, or a readmission, takes effect when another admin sends the same. Other changes have taken effect.',
  },
  UNKNOWN: {
    id: 'Petugas ini tidak ditemukan. Muat ulang daftar petugas.',
    en: 'There is no such agent. Reload the list of agents.',
  },
  OWN: {
    id: 'Tidak seorang pun mengubah dirinya sendiri. Minta admin lain melakukannya.',
    en: 'Nobody changes the own entry. Ask another admin to do it.',
  },
  OFFICE: {
    id: 'Kantor ini tidak ada atau sudah ditutup. Pilih kantor lain.',
    en: 'There is no such office, or it has been closed. Choose another.',
  },
  CHANGED: {
    id: 'Petugas ini baru saja diubah orang lain, atau Anda bukan admin lagi. Muat ulang, lalu periksa kembali.',
    en: 'Somebody else has just changed this agent, or you are no longer an admin. Reload and look again.',
  },
  DISMISSED: {
    id: 'Petugas ini tidak aktif. Aktifkan kembali lebih dahulu; itu memerlukan admin kedua.',
    en: 'This agent is not active. Readmit the agent first; that takes a second admin.',
  },
  USERNAME_TAKEN: {
    id: 'Nama pengguna ini sudah dipakai petugas lain. Pilih nama lain.',
    en: 'Another agent has this user name. Choose another.',
  },
  EMAIL_TAKEN: {
    id: 'Email kerja ini sudah dipakai petugas lain. Setiap orang memerlukan alamatnya sendiri.',
    en: 'Another agent has this work email. Everybody needs an address of their own.',
  },
  NIK_TAKEN: {
    id: 'Orang dengan NIK ini sudah terdaftar sebagai petugas. Ubah petugas itu, jangan undang dua kali.',
    en: 'The person with this NIK is an agent already. Change that agent instead of inviting twice.',
  },
} satisfies Record<string, Words>;

export type NotSavedReason = keyof typeof REASONS;

@ObjectType({ implements: Problem, description: 'Nothing was changed, unless `waiting`.' })
export class AgentNotSaved extends Problem {
  readonly words: Words;

  @Field(() => Boolean, { description: 'It is proposed; a second admin has to send the same.' })
  readonly waiting: boolean;

  constructor(reason: NotSavedReason | KeyRefused) {
    super();
    this.words = typeof reason === 'string' ? REASONS[reason] : reason.words;
    this.waiting = reason === 'WAITING';
  }
}

export const SaveAgentResult = createUnionType({
  name: 'SaveAgentResult',
  types: () => [AgentSaved, AgentNotSaved, FreshProofRequired] as const,
});
export type SaveAgentResult = typeof SaveAgentResult;

@ObjectType({ description: 'Waits for the second admin.' })
export class PendingAgentChange {
  @Field(() => AgentRole)
  readonly role!: AgentRole;

  @Field(() => OfficeView)
  readonly office!: OfficeView;

  @Field(() => Boolean, { description: 'Whether the agent becomes active again with it.' })
  readonly readmit!: boolean;

  @Field(() => String, { description: 'Name of the admin who proposed it.' })
  readonly proposedBy!: string;

  @Field(() => Boolean, { description: 'Proposed by the caller, who cannot be the second.' })
  readonly mine!: boolean;

  @Field(() => Date)
  readonly proposedAt!: Date;

  @Field(() => Date)
  readonly expiresAt!: Date;
}
