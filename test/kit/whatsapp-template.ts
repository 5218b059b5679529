import { z } from 'zod';

export interface SentTemplate {
  readonly id: string;
  readonly to: string;
  readonly template: string;
  readonly language: string;
  readonly parameters: readonly string[];
  readonly button: string | undefined;
  readonly callbackData: string | undefined;
}

const text = z.strictObject({
  type: z.literal('text'),
  text: z
    .string()
    .min(1)
    .max(1024)
    .regex(/^(?!.*(?:[\n\r\t]| {5}))/s),
});
/** What the Cloud API is documented to take as a template message; anything else it refuses. */
export const Payload = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual'),
  to: z.string().regex(/^\+?\d{7,15}$/),
  type: z.literal('template'),
  template: z.strictObject({
    name: z.string().regex(/^[a-z0-9_]{1,512}$/),
    language: z.strictObject({ code: z.enum(['id', 'en']) }),
    components: z
      .array(
        z.discriminatedUnion('type', [
          z.strictObject({ type: z.literal('body'), parameters: z.array(text).min(1) }),
          z.strictObject({
            type: z.literal('button'),
            sub_type: z.literal('url'),
            index: z.literal('0'),
            parameters: z.array(text).length(1),
          }),
        ]),
      )
      .min(1)
      .optional(),
  }),
  biz_opaque_callback_data: z.string().max(512).optional(),
});

export function asSent(
  id: string,
  { to, template, biz_opaque_callback_data }: z.infer<typeof Payload>,
): SentTemplate {
  const texts = (type: 'body' | 'button') =>
    (template.components ?? [])
      .filter((one) => one.type === type)
      .flatMap((one) => one.parameters.map((parameter) => parameter.text));
  return {
    id,
    to,
    template: template.name,
    language: template.language.code,
    parameters: texts('body'),
    button: texts('button')[0],
    callbackData: biz_opaque_callback_data,
  };
}
