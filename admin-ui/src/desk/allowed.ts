import { t } from '@lingui/core/macro';

interface AllowedAction {
  readonly action: string;
  readonly allowed: boolean;
  readonly reason?: string | null;
}

/** Null when this agent may do it now; else why not. The server decides again when it is done. */
export function refusalOf(actions: readonly AllowedAction[], wanted: string): string | null {
  const known = actions.find(({ action }) => action === wanted);
  if (!known) return t`Tidak tersedia untuk peran Anda.`;
  return known.allowed ? null : (known.reason ?? t`Belum dapat dilakukan sekarang.`);
}
