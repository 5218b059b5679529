import type { EntityManager } from 'typeorm';

import { after, type Now } from '../platform/clock.js';
import type { Outbox } from '../platform/outbox/outbox.js';
import type { Language, Words } from '../platform/words/language.js';
import type { Agent } from './agent.entity.js';

export interface DeskLetter {
  readonly kind: string;
  readonly subject: Words;
  readonly paragraphs: Readonly<Record<Language, readonly string[]>>;
  readonly button?: { readonly label: Words; readonly url: string };
}

/** What agents are written, to the work email only. The service knows nobody's language there: every letter says it in both. */
export class DeskLetters {
  constructor(
    private readonly outbox: Outbox,
    private readonly mask: (email: string) => string,
    private readonly now: Now,
    private readonly noticeMs: number,
  ) {}

  /** `ttlMs`: how long it is worth sending; a notice as long as other notices. */
  async send(
    tx: EntityManager,
    letter: DeskLetter,
    { email }: Pick<Agent, 'email'>,
    ttlMs = this.noticeMs,
  ): Promise<void> {
    const { kind, subject, paragraphs, button } = letter;
    await this.outbox.enqueue(tx, {
      message: {
        kind,
        channel: 'EMAIL',
        to: email,
        language: 'id',
        subject: both(subject),
        paragraphs: [...paragraphs.id, ...paragraphs.en],
        ...(button ? { button: { label: both(button.label), url: button.url } } : {}),
        template: { name: 'email_only', parameters: [] },
      },
      mask: this.mask(email),
      expiresAt: after(this.now(), ttlMs),
    });
  }
}

const both = ({ id, en }: Words): string => `${id} / ${en}`;
