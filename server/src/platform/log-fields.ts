/** Everything a log line may say besides its sentence; the first group as in the audit trail (security.md 7). */
const FIELDS = new Set([
  ...[
    'event',
    'result',
    'reasonCode',
    'actorKind',
    'actorId',
    'role',
    'officeId',
    'subjectKind',
    'subjectId',
  ],
  ...['caseId', 'sessionId', 'source', 'requestId', 'idempotencyDigest', 'keyId', 'seq', 'fields'],
  ...['err', 'req', 'res', 'reqId', 'reference', 'responseTime', 'operation', 'method', 'route', 'status'],
  ...[
    'job',
    'worker',
    'count',
    'attempt',
    'attempts',
    'ms',
    'from',
    'to',
    'limit',
    'ageS',
    'kind',
    'channel',
  ],
  ...['provider', 'providerStatus', 'messageId', 'setting', 'settings', 'table', 'migration', 'version'],
  ...['host', 'port', 'signal', 'mode', 'findings'],
]);
const LONGEST = 300;

/** Plain values and lists of them under allowed names; `left` names the others. */
export function allowed(line: object): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  const left: string[] = [];
  for (const [name, value] of Object.entries(line)) {
    if (!FIELDS.has(name)) left.push(name);
    else if (name === 'err' || name === 'req' || name === 'res')
      kept[name] = value; // their serializers choose
    else kept[name] = plain(value);
  }
  return left.length > 0 ? { ...kept, left } : kept;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 50).map(plain);
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') return value.slice(0, LONGEST);
  return typeof value === 'object' && value !== null ? '[object]' : value;
}

// An address, a path, a run of digits: frameworks put what was asked for into their sentences.
const VALUES = /\S*[@/]\S*|\d[\d .-]{3,}/g;

/** The sentence of a line, without the values in it; never the error's own, which may hold what someone typed. */
export function sentence(words: unknown, fields: unknown): string {
  const said = (fields as { err?: { message?: unknown } }).err?.message;
  if (typeof words !== 'string' || words === said) return 'failed';
  return words.replace(VALUES, '…').slice(0, LONGEST);
}

// What JSON lets through and a terminal or a log reader may take for a line's end or a command.
const RAW = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** On the finished line, so no field and no sentence escapes it; still the same JSON. */
export function escapeLine(line: string): string {
  return line.replace(RAW, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
