/** The list an agent came from: the page of a case leads on through it, and back to it. Numbers and filters, nobody's data. */
export interface CaseList {
  readonly to: '/antrean' | '/persetujuan';
  readonly search: object;
  readonly tickets: readonly string[];
  /** How many stand before the first of these. */
  readonly before: number;
  readonly total: number;
}

const STORED_AS = 'konsol.daftar';

let list = stored();

export const caseList = (): CaseList | null => list;

/** Kept for this tab, so that a reload does not lose the way. */
export function rememberList(seen: CaseList): void {
  list = seen;
  try {
    sessionStorage.setItem(STORED_AS, JSON.stringify(seen));
  } catch {
    // A browser that keeps nothing still knows the way until the page is closed.
  }
}

/** Where somebody goes who is done with a case. */
export const backToList = () => ({ to: list?.to ?? '/antrean', search: (list?.search ?? {}) as never });

function stored(): CaseList | null {
  try {
    return JSON.parse(sessionStorage.getItem(STORED_AS) ?? 'null');
  } catch {
    return null;
  }
}
