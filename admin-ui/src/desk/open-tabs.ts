interface Word {
  readonly says: 'OPEN' | 'LEFT' | 'WHO';
  readonly ticket: string;
  readonly tab: string;
}

const channel = new BroadcastChannel('konsol.klaim');
const tab = crypto.randomUUID();
const here = new Set<string>();
const elsewhere = new Map<string, Set<string>>();

const say = (says: Word['says'], ticket: string): void =>
  channel.postMessage({ says, ticket, tab } satisfies Word);

channel.addEventListener('message', ({ data: { says, ticket, tab: other } }: MessageEvent<Word>) => {
  if (says === 'WHO') {
    if (here.has(ticket)) say('OPEN', ticket);
    return;
  }
  const tabs = elsewhere.get(ticket) ?? new Set();
  if (says === 'OPEN') tabs.add(other);
  else tabs.delete(other);
  elsewhere.set(ticket, tabs);
});

/**
 * A case in one's own hands is open in this tab from now on. The answer is called on leaving it, and is true for the last tab
 * of this browser: leaving one of two must not give away what the other still works on.
 */
export function openHere(ticket: string): () => boolean {
  here.add(ticket);
  say('OPEN', ticket);
  say('WHO', ticket);
  return () => {
    here.delete(ticket);
    say('LEFT', ticket);
    return !elsewhere.get(ticket)?.size;
  };
}
