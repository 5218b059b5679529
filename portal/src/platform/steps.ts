/** One page of a flow, judged by what is known so far. */
export interface Step<Known> {
  readonly path: string;
  /** The number people see; several pages may be one step. */
  readonly number: number;
  readonly isFor?: (known: Known) => boolean;
  /** Whether one may go on to the next. */
  readonly isDone: (known: Known) => boolean;
}

export interface Flow<Known> {
  readonly steps: readonly Step<Known>[];
  /** The first page one may still go back to: what the service has taken cannot be changed any more. */
  readonly firstOpen: (known: Known) => string;
  readonly end: string;
}

const stepsFor = <Known>({ steps }: Flow<Known>, known: Known) =>
  steps.filter(({ isFor }) => !isFor || isFor(known));

/** The page somebody may be on: the one asked for, or else the first that is not done. */
export function allowedPath<Known>(flow: Flow<Known>, asked: string, known: Known): string {
  const steps = stepsFor(flow, known);
  const at = steps.findIndex(({ path }) => path === asked);
  const last = steps.findIndex((step) => !step.isDone(known));
  const first = steps.findIndex(({ path }) => path === flow.firstOpen(known));
  return at >= first && at <= last ? asked : (steps[last]?.path ?? asked);
}

export interface Place {
  readonly back: string | undefined;
  readonly next: string;
  /** `[5, 9]`: step five of nine. */
  readonly step: readonly [number, number];
}

export function placeOf<Known>(flow: Flow<Known>, path: string, known: Known): Place {
  const steps = stepsFor(flow, known);
  const at = steps.findIndex((step) => step.path === path);
  const first = steps.findIndex((step) => step.path === flow.firstOpen(known));
  const count = Math.max(...flow.steps.map(({ number }) => number)) + 1;
  return {
    back: at > first ? steps[at - 1]?.path : undefined,
    next: steps[at + 1]?.path ?? flow.end,
    step: [steps[at]?.number ?? 1, count],
  };
}
