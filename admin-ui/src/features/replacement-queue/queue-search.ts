import { TIERS } from '../../desk/tier-badge';
import type { ActorKind, QueueFilter, QueueOrder, QueueView, RiskTier } from '../../gql/graphql';
import { startOf } from '../../ui/date-field';

/** As the views are called in an address. */
export const VIEWS = {
  siap: 'READY',
  milik: 'MINE',
  kedua: 'AWAITING_SECOND',
  dikembalikan: 'RETURNED',
  tunggu: 'WAITING_PERIOD',
  selesai: 'CLOSED',
} as const satisfies Record<string, QueueView>;

export type ViewName = keyof typeof VIEWS;
export const VIEW_NAMES = Object.keys(VIEWS) as readonly ViewName[];

/** Where the numbers of the dashboard lead. */
export const FIGURE_VIEWS = {
  terbuka: 'OPEN',
  masuk: 'HANDED_IN',
  diputus: 'DECIDED',
} as const satisfies Record<string, QueueView>;

export type FigureViewName = keyof typeof FIGURE_VIEWS;
const FIGURE_VIEW_NAMES = Object.keys(FIGURE_VIEWS) as readonly FigureViewName[];
export const isFigureView = (name: string): name is FigureViewName => name in FIGURE_VIEWS;
export const viewOf = (name: ViewName | FigureViewName): QueueView =>
  isFigureView(name) ? FIGURE_VIEWS[name] : VIEWS[name];
export const ACTORS: readonly ActorKind[] = [
  'INDIVIDUAL',
  'BUSINESS_ENTITY',
  'REPRESENTATIVE_OFFICE',
  'FOREIGN_ENTITY',
];

/** What somebody may order by instead of by what needs doing. */
export const ORDERS = {
  masuk: 'SUBMITTED_AT',
  sisa: 'DUE_AT',
  risiko: 'RISK',
} as const satisfies Record<string, QueueOrder>;

export type OrderName = keyof typeof ORDERS;
const ORDER_NAMES = Object.keys(ORDERS) as readonly OrderName[];

/** What narrows a list, as it stands in the address: nothing in it is personal. */
export interface CaseFilters {
  readonly tingkat?: RiskTier;
  readonly pelaku?: ActorKind;
  readonly lewat?: true;
  readonly kantor?: string;
  readonly dari?: string;
  readonly sampai?: string;
  /** Moments, where days would not do: handed in from, and before. */
  readonly sejak?: string;
  readonly hingga?: string;
  /** What was open at this moment. */
  readonly pada?: string;
  /** Decided from, before, by whom and how. */
  readonly putusSejak?: string;
  readonly putusHingga?: string;
  readonly oleh?: string;
  readonly hasil?: string;
}

/** …with the view and the order. Absent `tampilan`: what is ready; absent `urut`: what needs doing. */
export interface QueueSearch extends CaseFilters {
  readonly tampilan?: ViewName | FigureViewName;
  readonly urut?: OrderName;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const ID = /^[\da-f-]{36}$/;
const OUTCOME = /^[A-Z_]{3,40}$/;

function readFilters(typed: Record<string, unknown>): CaseFilters {
  const text = (value: unknown, shape: RegExp) =>
    typeof value === 'string' && shape.test(value) ? value : undefined;
  return {
    tingkat: TIERS.find((tier) => tier === typed.tingkat),
    pelaku: ACTORS.find((actor) => actor === typed.pelaku),
    lewat: typed.lewat === true ? true : undefined,
    kantor: text(typed.kantor, ID),
    dari: text(typed.dari, DAY),
    sampai: text(typed.sampai, DAY),
    sejak: text(typed.sejak, MOMENT),
    hingga: text(typed.hingga, MOMENT),
    pada: text(typed.pada, MOMENT),
    putusSejak: text(typed.putusSejak, MOMENT),
    putusHingga: text(typed.putusHingga, MOMENT),
    oleh: text(typed.oleh, ID),
    hasil: text(typed.hasil, OUTCOME),
  };
}

export const readQueueSearch = (typed: Record<string, unknown>): QueueSearch => ({
  ...readFilters(typed),
  tampilan: [...VIEW_NAMES, ...FIGURE_VIEW_NAMES].find((name) => name === typed.tampilan && name !== 'siap'),
  urut: ORDER_NAMES.find((name) => name === typed.urut),
});

/** What goes along from one view to the next: what came with a number of the dashboard stays with that number. */
export function sharedFilters({
  tingkat,
  pelaku,
  lewat,
  kantor,
  dari,
  sampai,
  urut,
}: QueueSearch): QueueSearch {
  return { tingkat, pelaku, lewat, kantor, dari, sampai, urut };
}

/** What waits for a second person is narrowed by risk and office. */
export type SecondSearch = Pick<CaseFilters, 'tingkat' | 'kantor'>;

export function readSecondSearch(typed: Record<string, unknown>): SecondSearch {
  const { tingkat, kantor } = readFilters(typed);
  return { tingkat, kantor };
}

/** Whole days of the office's zone; the last one is included. */
export function queueFilterOf(view: QueueView, filters: CaseFilters, zone: string): QueueFilter {
  const { tingkat, pelaku, lewat, kantor, dari, sampai, sejak, hingga, pada } = filters;
  const { putusSejak, putusHingga, oleh, hasil } = filters;
  return {
    view,
    tier: tingkat && [tingkat],
    actor: pelaku,
    overdue: lewat,
    officeId: kantor,
    submittedFrom: sejak ?? (dari && startOf(dari, zone)),
    submittedTo: hingga ?? (sampai && startOf(sampai, zone, 1)),
    openAt: pada,
    decision:
      view === 'DECIDED' ? { from: putusSejak, to: putusHingga, agentId: oleh, outcome: hasil } : undefined,
  };
}
