/** `203.0.113.•`, of an IPv6 network `2001:db8:•`: enough to see that two are neighbours, not to name one (security.md 4). */
export function maskSource(source: string): string {
  const wide = source.includes(':');
  const mark = wide ? ':' : '.';
  const shown = source.split(mark).slice(0, wide ? 2 : 3);
  return [...shown, '•'].join(mark);
}
