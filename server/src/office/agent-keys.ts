import type { BlindIndex } from '../platform/crypto/blind-index.js';
import type { Seal } from '../platform/crypto/seal.js';
import { type KeyedColumn, sealedColumn } from '../platform/keys/keyed-columns.js';

const nikContext = (agentId: string): string => `agent:nik:${agentId}`;

/** An agent's own NIK, by which nobody decides on an account of their own. */
export class AgentNiks {
  constructor(
    private readonly seal: Seal,
    private readonly index: BlindIndex,
  ) {}

  /** What to store of it. */
  columnsFor(agentId: string, nik: string) {
    return { nikIndex: this.index.of('nik', nik), nikSealed: this.seal.close(nik, nikContext(agentId)) };
  }

  /** What to look for while rows of older keys remain; nothing where the NIK is not known. */
  indexesOf(agent: {
    readonly id: string;
    readonly nikIndex: string | null;
    readonly nikSealed: string | null;
  }): string[] {
    if (agent.nikSealed) return this.index.all('nik', this.seal.open(agent.nikSealed, nikContext(agent.id)));
    return agent.nikIndex ? [agent.nikIndex] : [];
  }
}

/** What of agents stands under a key. */
export const agentColumns = (seal: Seal, index: BlindIndex): KeyedColumn[] => [
  sealedColumn(seal, { table: 'agents', column: 'totp_sealed' }, (id) => `agent:totp:${id}`),
  sealedColumn(seal, { table: 'agents', column: 'nik_sealed' }, nikContext),
  sealedColumn(seal, { table: 'agent_challenges', column: 'seed_sealed' }, (id) => `agent-challenge:${id}`),
  {
    ...{ setting: 'INDEX_KEYS', table: 'agents', column: 'nik_index' },
    beside: ['nik_sealed'],
    // Of agents from before the NIK was kept sealed nothing can be made again; an admin states it anew.
    anew: ({ id, nik_sealed: sealed }) =>
      sealed ? { nik_index: index.of('nik', seal.open(sealed, nikContext(id ?? ''))) } : null,
  },
  { setting: 'SECRET_KEYS', table: 'agent_challenges', column: 'hash' },
];
