const keys = new Map<string, string>();

/**
 * The idempotency key of a command: the same for the same command until the page is left, so that trying again after a lost
 * answer can never do it twice; another one as soon as anything of it changed.
 */
export function commandKey(command: object): string {
  const written = JSON.stringify(command);
  const key = keys.get(written) ?? crypto.randomUUID();
  keys.set(written, key);
  return key;
}
