import type { AuditEvent } from '../platform/audit/audit-event.entity.js';
import type { AuditChangeView } from './audit-view.type.js';

/** What an event changed, one line a field, masked when it was written. */
export function changesIn({ beforeJson, afterJson }: AuditEvent): AuditChangeView[] {
  const [before, after] = [factsIn(beforeJson), factsIn(afterJson)];
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].map((field) => ({ field, before: text(before[field]), after: text(after[field]) }));
}

/** The names of the data that were seen. */
export function seenIn({ fields }: AuditEvent): string[] {
  const seen: unknown = fields === null ? [] : JSON.parse(fields);
  return Array.isArray(seen) ? seen.map(String) : [];
}

function factsIn(json: string | null): Record<string, unknown> {
  const facts: unknown = json === null ? {} : JSON.parse(json);
  return facts !== null && typeof facts === 'object' ? (facts as Record<string, unknown>) : {};
}

const text = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);
