import { z } from 'zod';

import { type Budget, readBudgets } from '../platform/budget/budget.js';

/** A whole number from `min` on; `start` where nothing is given. */
export const whole = (start: number, min: number, max = Number.MAX_SAFE_INTEGER) =>
  z.coerce.number().int().min(min).max(max).default(start);
/** Words with commas between them; none where nothing is given. */
export const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
/** Left unset, or something. */
export const text = z.string().min(1).optional();
/** One of these words; the first where nothing is given. */
export const choice = <T extends string>(first: T, ...others: T[]) =>
  z.enum([first, ...others]).default(first);

/** A time of day as `02:00`, read as minutes after midnight. */
export const clockTime = (start: string) =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is written like 02:00')
    .default(start)
    .transform((written) => Number(written.slice(0, 2)) * 60 + Number(written.slice(3)));

/** Written like `5/1h, 10/24h`; every window of it must have room. */
export const budgets = (start: string) =>
  z
    .string()
    .default(start)
    .transform((written, context): readonly Budget[] => {
      const read = readBudgets(written);
      if (!read) context.addIssue({ code: 'custom', message: 'is written like 5/1h, 10/24h' });
      return read ?? [];
    });
/** The first of `budgets`. */
export const budget = (start: string) =>
  budgets(start).transform((read): Budget => read[0] ?? { count: 1, windowMs: 1 });

/** At least what the standards ask for (CS Password Storage). */
export const argon2 = z
  .string()
  .default('m=19456,t=2,p=1')
  .transform((written, context) => {
    const [, m = 0, t = 0, p = 0] = (/^m=(\d+),t=(\d+),p=(\d+)$/.exec(written) ?? []).map(Number);
    if (m < 19_456 || t < 2 || p < 1)
      context.addIssue({ code: 'custom', message: 'is at least m=19456,t=2,p=1' });
    return { memoryKiB: m, passes: t, lanes: p };
  });
