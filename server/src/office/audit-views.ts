import type { AuditEvent } from '../platform/audit/audit-event.entity.js';
import type { AuditReading, AuditRow, AuditSelection } from '../platform/audit/audit-reading.js';
import { maskSource } from '../platform/http/mask-source.js';
import type { Language, Words } from '../platform/words/language.js';
import type { AgentRole } from './agent-role.js';
import { changesIn, seenIn } from './audit-changes.js';
import type { AuditEventView, AuditPage } from './audit-view.type.js';
import { ACTOR_WORDS, EVENT_WORDS, ROLE_WORDS, SUBJECT_WORDS } from './audit-words.js';
import type { Names, SubjectNames } from './subject-names.js';

interface Needs {
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

/** Pages of the trail as people read them: on an account, on a request, and whole. */
export class AuditViews {
  constructor(private readonly needs: Needs) {}

  /** Two statements a page, however long. Scope is the caller's business: `officeIds`, or a subject it may see. */
  async page(selection: AuditSelection, { first, after }: Asked, reader: AuditReader): Promise<AuditPage> {
    const { reading, names } = this.needs;
    const { rows, ...page } = await reading.page(selection, first, after);
    const known = await names.of(namedIn(rows));
    return { ...page, items: rows.map((row) => viewOf(row, known, reader)) };
  }
}

/** Everybody and everything that the rows speak of, by kind. */
function namedIn(rows: readonly AuditEvent[]): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>();
  const add = (kind: string | null, id: string | null) => {
    if (kind !== null && id !== null) named.set(kind, (named.get(kind) ?? new Set()).add(id));
  };
  for (const { actorKind, actorId, officeId, subjectKind, subjectId, caseId } of rows) {
    add(actorKind, actorId);
    add('OFFICE', officeId);
    add(subjectKind, subjectId);
    add('CASE', caseId);
  }
  return named;
}

function viewOf(row: AuditRow, known: Names, { language, wholeSource }: AuditReader): AuditEventView {
  const { id, at, event, result, reason, reasonCode, source, caseId } = row;
  return {
    ...{ id, at, event, result, reason, reasonCode },
    sequence: `${row.sequence ?? ''}`,
    description: EVENT_WORDS[event]?.[language] ?? event,
    actor: actorOf(row, known, language),
    // Of somebody unknown the trail keeps a digest, which is nobody's business.
    actorId: row.actorKind === 'AGENT' || row.actorKind === 'ACCOUNT' ? row.actorId : null,
    subject: subjectOf(row, known, language),
    subjectKind: row.subjectKind,
    subjectId: row.subjectId,
    ticket: known('CASE', caseId) ?? null,
    changes: changesIn(row),
    fields: seenIn(row),
    ip: source && (wholeSource ? source : maskSource(source)),
  };
}

/** `Rina Contoh · petugas · DPMPTSP Kota Bandung`, as it was at that time. */
function actorOf({ actorKind, actorId, role, officeId }: AuditEvent, known: Names, language: Language) {
  const kind = ACTOR_WORDS[actorKind][language];
  if (actorKind === 'ACCOUNT') return named(kind, known(actorKind, actorId));
  if (actorKind !== 'AGENT') return kind;
  const words: Words | undefined = ROLE_WORDS[role as AgentRole];
  const parts = [known(actorKind, actorId) ?? kind, words?.[language], known('OFFICE', officeId)];
  return parts.filter(Boolean).join(' · ');
}

function subjectOf({ subjectKind, subjectId }: AuditEvent, known: Names, language: Language): string | null {
  if (subjectKind === null) return null;
  return named(SUBJECT_WORDS[subjectKind]?.[language] ?? subjectKind, known(subjectKind, subjectId));
}

const named = (kind: string, name: string | undefined): string => (name ? `${kind} ${name}` : kind);
