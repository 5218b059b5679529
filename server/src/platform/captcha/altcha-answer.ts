import { z } from 'zod';

/** A solved challenge as the widget hands it in: base64 of JSON, about 900 characters. */
const MAX_LENGTH = 4096;

const hex = z.string().regex(/^[0-9a-f]+$/);
const shape = z.object({
  challenge: z.object({
    // Strict: the signature covers exactly these.
    parameters: z.strictObject({
      algorithm: z.string(),
      cost: z.int(),
      data: z.strictObject({ purpose: z.string(), until: z.int() }),
      expiresAt: z.int().optional(),
      keyLength: z.int(),
      keyPrefix: hex,
      keySignature: hex.length(64),
      nonce: hex,
      salt: hex,
    }),
    signature: hex.length(64),
  }),
  solution: z.object({ counter: z.int().nonnegative(), derivedKey: hex.length(64) }),
});

export type AltchaAnswer = z.infer<typeof shape>;

/** What an answer says, unproven; undefined when it is anything but an ALTCHA answer. Never throws. */
export function readAltchaAnswer(answer: unknown): AltchaAnswer | undefined {
  if (typeof answer !== 'string' || answer.length > MAX_LENGTH) return undefined;
  try {
    return shape.safeParse(JSON.parse(Buffer.from(answer, 'base64').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
