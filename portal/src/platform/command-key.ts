import { useCallback, useRef } from 'react';

/** What one command was about, and the key it was sent with. */
export interface SentCommand {
  readonly about: string;
  readonly key: string;
}

const KEY_BYTES = 24;

/**
 * The key to send a command with: the same for the same command, so that the service answers a repeat whose answer was lost as
 * it did then, and does nothing twice. Keep it with the answers, or a reload makes the repeat a new command.
 */
export function commandFor(last: SentCommand | undefined, about: object): SentCommand {
  const text = JSON.stringify(about);
  if (last?.about === text) return last;
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  return { about: text, key: btoa(String.fromCharCode(...bytes)) };
}

/** Sends a command of this page with a key that stays the same until an answer has come, whatever it says. */
export type SendNamed = <Answer>(
  about: object,
  send: (idempotencyKey: string) => Promise<Answer>,
) => Promise<Answer>;

export function useNamedCommand(): SendNamed {
  const unanswered = useRef<SentCommand>(undefined);
  return useCallback(async (about, send) => {
    unanswered.current = commandFor(unanswered.current, about);
    const answer = await send(unanswered.current.key);
    unanswered.current = undefined;
    return answer;
  }, []);
}
