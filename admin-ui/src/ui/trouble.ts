import { CombinedGraphQLErrors } from '@apollo/client';
import { t } from '@lingui/core/macro';

/** Why something could not be had, in words: what – why – what next. */
export interface Trouble {
  readonly code: string;
  readonly text: string;
  /** Found in the server's log. */
  readonly reference?: string;
}

/** Whoever waited had enough of it. */
export class Cancelled extends Error {}

interface Extensions {
  readonly code?: string;
  readonly reference?: string;
  readonly reason?: string;
  readonly fields?: readonly { readonly message?: string }[];
}

export function troubleOf(error: unknown): Trouble {
  if (error instanceof Cancelled)
    return {
      code: 'CANCELLED',
      text: t`Anda membatalkan pemuatan. Yang sudah tampil tetap; coba lagi bila perlu.`,
    };
  if (!CombinedGraphQLErrors.is(error)) {
    return {
      code: 'OFFLINE',
      text: t`Server tidak terjangkau. Sambungan kantor mungkin terputus. Isian Anda tetap ada; coba lagi setelah tersambung.`,
    };
  }
  const [first] = error.errors;
  const { code = 'UNKNOWN', reference, fields } = (first?.extensions ?? {}) as Extensions;
  const faults = fields?.map(({ message }) => message).filter(Boolean) ?? [];
  return { code, reference, text: faults.length > 0 ? faults.join(' ') : (first?.message ?? code) };
}

/** Why the session is over, as the server calls it; null while it goes on. */
export function signedOutBecause(error: CombinedGraphQLErrors): string | null {
  const { code, reason } = (error.errors[0]?.extensions ?? {}) as Extensions;
  return code === 'UNAUTHENTICATED' ? (reason ?? 'NONE') : null;
}
