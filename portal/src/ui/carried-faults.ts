import type { FieldFault } from '../platform/failures.ts';

let carried: readonly FieldFault[] = [];

/** From the page where the service refused them to the page that asks for them, so that they are read there, too. */
export function carryFaults(faults: readonly FieldFault[]): void {
  carried = faults;
}

/** For the page that opens next, whichever it is. */
export function takeCarriedFaults(): readonly FieldFault[] {
  const faults = carried;
  carried = [];
  return faults;
}
