export interface Verdict {
  /** Fit for an agent's eyes and a log. */
  readonly reason: string;
  /** Whether the same message may be taken later. */
  readonly again: boolean;
}

const later = (reason: string): Verdict => ({ reason, again: true });
const never = (reason: string): Verdict => ({ reason, again: false });

/** Codes of the Cloud API's error reference. Faults of our account pass once mended, so they wait and do not refuse. */
const VERDICTS: readonly (readonly [Verdict, readonly number[]])[] = [
  [later('RATE_LIMITED'), [4, 80007, 130429, 131048, 131056, 133016]],
  [later('PROVIDER_DOWN'), [1, 2, 131000, 131016, 131057, 133004]],
  [later('PROVIDER_ACCOUNT'), [0, 3, 10, 33, 190, 368, 131005, 131031, 131042, 131045, 133010]],
  [never('NOT_ON_WHATSAPP'), [131026]],
  [never('BLOCKED'), [130472, 130497, 131021, 131030, 131049, 131050]],
  [never('TEMPLATE_MISSING'), [132001]],
  [never('TEMPLATE_MISMATCH'), [132000, 132005, 132012, 132018]],
  [never('TEMPLATE_PAUSED'), [132015, 132016]],
];

const KNOWN = new Map(VERDICTS.flatMap(([verdict, codes]) => codes.map((code) => [code, verdict] as const)));

/** What a Cloud API error means for the message it answers. `httpStatus` decides for codes not known here. */
export function verdictOn(code: number | undefined, httpStatus = 400): Verdict {
  const known = code === undefined ? undefined : KNOWN.get(code);
  if (known) return known;
  if (code !== undefined && code >= 200 && code < 300) return later('PROVIDER_ACCOUNT');
  if (code !== undefined && code >= 132000 && code < 133000) return never('TEMPLATE_REFUSED');
  if (httpStatus === 429) return later('RATE_LIMITED');
  if (httpStatus >= 500) return later('PROVIDER_DOWN');
  return httpStatus === 401 || httpStatus === 403 ? later('PROVIDER_ACCOUNT') : never('REFUSED');
}
