import type { EntityManager } from 'typeorm';

import { HOUR_MS } from '../platform/clock.js';
import type { Language } from '../platform/words/language.js';
import type { Account } from './account.entity.js';
import { buttonSuffixOf } from './button-suffix.js';
import type { Contact } from './contact.js';
import type { Letter } from './correspondence.js';
import type { OneTimeSecrets } from './one-time-secrets.js';

export type Reporter = Pick<Account, 'id' | 'credentialVersion' | 'locale'>;

const WORDS: Readonly<Record<Language, { sentence: string; label: string }>> = {
  id: {
    sentence:
      'Bila bukan Anda, tekan tombol ini. Semua sesi diakhiri, dan tidak ada yang dapat masuk sampai kata sandi baru dibuat.',
    label: 'Ini bukan saya',
  },
  en: {
    sentence:
      'If it was not you, press this button. All sessions end, and nobody can log in until a new password is set.',
    label: 'This was not me',
  },
};

/** "This was not me": a link in every security notice (R47). */
export class ReportLinks {
  constructor(
    private readonly secrets: OneTimeSecrets,
    private readonly publicBaseUrl: string,
    /** REPORT_LINK_TTL_H. */
    private readonly ttlH: number,
  ) {}

  /** The letter with a link of this contact's own. The links of one notice share its `eventId`: the first one used ends the others. */
  async into(
    tx: EntityManager,
    letter: Letter,
    to: Contact,
    { account, eventId }: { readonly account: Reporter; readonly eventId: string },
  ): Promise<Letter> {
    const { id: subjectId, credentialVersion, locale } = account;
    const bound = { subjectId, flowId: eventId, to, credentialVersion, ttlMs: this.ttlH * HOUR_MS };
    const { token } = await this.secrets.issueLink(tx, { purpose: 'NOT_ME', ...bound });
    const url = `${this.publicBaseUrl}/bukan-saya#${token}`;
    const { sentence, label } = WORDS[locale];
    return {
      ...letter,
      paragraphs: [...letter.paragraphs, sentence],
      button: { label, url },
      template: { ...letter.template, buttonSuffix: buttonSuffixOf(url) },
    };
  }
}
