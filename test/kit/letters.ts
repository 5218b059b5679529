import type { Mail } from './read-mail.js';

/** The newest mail to this address whose text holds a code, or a link; and what a person would copy out of it. */
export const codeIn = (mails: readonly Mail[], to: string): string =>
  found(mails, to, /^(?:Kode|Code): (\d+)$/m);
export const linkTokenIn = (mails: readonly Mail[], to: string): string =>
  found(mails, to, /^https?:\/\/\S+#(\S+)$/m);

function found(mails: readonly Mail[], to: string, what: RegExp): string {
  for (const { recipients, text } of [...mails].reverse()) {
    const value = recipients.includes(to) ? what.exec(text)?.[1] : undefined;
    if (value) return value;
  }
  throw new Error(`Nothing of this kind arrived at ${to}.`);
}
