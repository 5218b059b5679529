import { In } from 'typeorm';

import type { AuditEvent } from '../platform/audit/audit-event.entity.js';
import type { AuditReading, AuditRows, AuditSelection } from '../platform/audit/audit-reading.js';
import { AuditSeal } from '../platform/audit/audit-seal.entity.js';
import type { Database } from '../platform/database/transact.js';
import { maskSource } from '../platform/http/mask-source.js';
import type { Language, Words } from '../platform/words/language.js';
import { Agent } from './agent.entity.js';
import type { AgentRole } from './agent-role.js';
import { changesIn, seenIn } from './audit-changes.js';
import type { AuditEventView, AuditPage } from './audit-view.type.js';
import { ACTOR_WORDS, EVENT_WORDS, ROLE_WORDS, SUBJECT_WORDS } from './audit-words.js';
import { Office } from './office.entity.js';
import type { SubjectNames } from './subject-names.js';

interface Needs {
  readonly db: Database;
  readonly reading: AuditReading;
  readonly names: SubjectNames;
}

export interface AuditReader {
  readonly language: Language;
  /** Source addresses in full: for auditors who said why. */
  readonly wholeSource?: boolean;
}

interface Asked {
  readonly first: number;
  readonly after: string | null;
}

interface Known {
  readonly sequences: ReadonlyMap<string, number>;
  readonly agents: ReadonlyMap<string, string>;
  readonly offices: ReadonlyMap<string, string>;
  readonly subjects: Readonly<Record<string, ReadonlyMap<string, string>>>;
}

/** Pages of the trail as people read them: on an account, on a request, and whole. */
export class AuditViews {
  constructor(private readonly needs: Needs) {}

  /** At most eight statements a page, however long. Scope is the caller's business: `officeIds`, or a subject it may see. */
  async page(selection: AuditSelection, { first, after }: Asked, reader: AuditReader): Promise<AuditPage> {
    const { rows, ...page } = await this.needs.reading.page(selection, first, after);
    return { ...page, items: await this.#viewsOf(rows, reader) };
  }

  async #viewsOf(rows: AuditRows['rows'], reader: AuditReader): Promise<AuditEventView[]> {
    const known = await this.#knownAbout(rows);
    return rows.map((row) => viewOf(row, known, reader));
  }

  async #knownAbout(rows: readonly AuditEvent[]): Promise<Known> {
    const { db, names } = this.needs;
    const ids = (kind: string) => [...new Set(rows.flatMap((row) => idsOf(row, kind)))];
    const [agentIds, officeIds] = [ids('AGENT'), unique(rows.map(({ officeId }) => officeId))];
    const [seals, agents, offices, ...subjects] = await Promise.all([
      db.rows.findBy(AuditSeal, { eventId: In(rows.map(({ id }) => id)) }),
      db.rows.find(Agent, { select: { id: true, fullName: true }, where: { id: In(agentIds) } }),
      db.rows.find(Office, { select: { id: true, name: true }, where: { id: In(officeIds) } }),
      ...names.kinds.map((kind) => names.of(kind, ids(kind))),
    ]);
    return {
      sequences: new Map(seals.map(({ eventId, seq }) => [eventId, seq])),
      agents: new Map(agents.map(({ id, fullName }) => [id, fullName])),
      offices: new Map(offices.map(({ id, name }) => [id, name])),
      subjects: Object.fromEntries(names.kinds.map((kind, place) => [kind, subjects[place] ?? new Map()])),
    };
  }
}

const unique = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];

function idsOf({ actorKind, actorId, subjectKind, subjectId, caseId }: AuditEvent, kind: string): string[] {
  const acting = actorKind === kind ? [actorId] : [];
  const concerned = subjectKind === kind ? [subjectId] : [];
  return unique([...acting, ...concerned, ...(kind === 'CASE' ? [caseId] : [])]);
}

function viewOf(row: AuditEvent, known: Known, { language, wholeSource }: AuditReader): AuditEventView {
  const { id, at, event, result, reason, reasonCode, source, caseId } = row;
  return {
    ...{ id, at, event, result, reason, reasonCode },
    sequence: `${known.sequences.get(id) ?? ''}`,
    description: EVENT_WORDS[event]?.[language] ?? event,
    actor: actorOf(row, known, language),
    // Of somebody unknown the trail keeps a digest, which is nobody's business.
    actorId: row.actorKind === 'AGENT' || row.actorKind === 'ACCOUNT' ? row.actorId : null,
    subject: subjectOf(row, known, language),
    subjectKind: row.subjectKind,
    subjectId: row.subjectId,
    ticket: (caseId && known.subjects.CASE?.get(caseId)) ?? null,
    changes: changesIn(row),
    fields: seenIn(row),
    ip: source && (wholeSource ? source : maskSource(source)),
  };
}

/** `Rina Contoh · petugas · DPMPTSP Kota Bandung`, as it was at that time. */
function actorOf({ actorKind, actorId, role, officeId }: AuditEvent, known: Known, language: Language) {
  const kind = ACTOR_WORDS[actorKind][language];
  if (actorKind === 'ACCOUNT') return named(kind, known.subjects.ACCOUNT?.get(actorId ?? ''));
  if (actorKind !== 'AGENT') return kind;
  const words: Words | undefined = ROLE_WORDS[role as AgentRole];
  const parts = [
    known.agents.get(actorId ?? '') ?? kind,
    words?.[language],
    known.offices.get(officeId ?? ''),
  ];
  return parts.filter(Boolean).join(' · ');
}

function subjectOf({ subjectKind, subjectId }: AuditEvent, known: Known, language: Language): string | null {
  if (subjectKind === null) return null;
  const names = subjectKind === 'AGENT' ? known.agents : known.subjects[subjectKind];
  return named(SUBJECT_WORDS[subjectKind]?.[language] ?? subjectKind, names?.get(subjectId ?? ''));
}

const named = (kind: string, name: string | undefined): string => (name ? `${kind} ${name}` : kind);
