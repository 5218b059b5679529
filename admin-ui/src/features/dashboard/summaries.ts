import { t } from '@lingui/core/macro';

import { dayWords } from './day-words';
import type { DashboardFigures } from './figures';
import { labelWord } from './label-words';

type Day = DashboardFigures['perDay'][number];
type Count = Pick<DashboardFigures['byReason'][number], 'label' | 'count'>;

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number) =>
  rows.reduce((total, row) => total + of(row), 0);

/** What each drawing says, for whoever does not look at it. */
export function flowSummary(days: readonly Day[]): string {
  const [received, decided] = [sum(days, (day) => day.received), sum(days, (day) => day.decided)];
  if (received === 0) return t`Tidak ada yang masuk; ${decided} diputus.`;
  const busiest = days.reduce((most, day) => (day.received > most.received ? day : most), NO_DAY);
  const [most, date] = [busiest.received, dayWords(busiest.day)];
  return t`${received} masuk dan ${decided} diputus; terbanyak ${most} masuk pada ${date}.`;
}

export function backlogSummary(days: readonly Day[]): string {
  const [first, last] = [days[0] ?? NO_DAY, days.at(-1) ?? NO_DAY];
  const { backlog } = last;
  if (days.length < 2) return t`${backlog} masih terbuka.`;
  const [before, begin, end] = [first.backlog, dayWords(first.day), dayWords(last.day)];
  return t`${backlog} masih terbuka pada ${end}; pada ${begin} ada ${before}.`;
}

export function oldSummary(ages: readonly Count[]): string {
  const [all, old] = [sum(ages, ({ count }) => count), ages.find(({ label }) => label === '>2d')?.count ?? 0];
  return t`${old} dari ${all} permohonan terbuka lebih tua dari dua hari kerja.`;
}

export function reasonSummary(reasons: readonly Count[]): string {
  const all = sum(reasons, ({ count }) => count);
  const { label, count } = reasons.reduce((most, one) => (one.count > most.count ? one : most), NO_COUNT);
  const reason = labelWord(label);
  return t`Terbanyak: ${reason}, ${count} dari ${all} keputusan.`;
}

const NO_DAY: Pick<Day, 'day' | 'received' | 'backlog'> = { day: '', received: 0, backlog: 0 };
const NO_COUNT: Pick<Count, 'label' | 'count'> = { label: '', count: 0 };
