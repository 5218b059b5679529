import type { FastifyPluginAsync } from 'fastify';

import type { Database } from '../database/transact.js';
import type { Channel } from '../outbox/message.js';
import type { Language } from '../words/language.js';
import type { DevInboxMessage } from './dev-inbox.entity.js';
import { newestMessages } from './dev-inbox.js';
import { inboxPage } from './dev-inbox.page.js';
import { INBOX_SCRIPT } from './dev-inbox.script.js';
import { INBOX_STYLE } from './dev-inbox.style.js';

interface InboxQuery {
  readonly channel: Channel | '';
  readonly to: string;
  readonly search: string;
  readonly limit: number;
  readonly lang: Language;
}

const MOST = 200;

const schema = {
  querystring: {
    type: 'object',
    properties: {
      channel: { type: 'string', enum: ['', 'EMAIL', 'WHATSAPP'], default: '' },
      to: { type: 'string', maxLength: 254, default: '' },
      search: { type: 'string', maxLength: 254, default: '' },
      limit: { type: 'integer', minimum: 1, maximum: MOST, default: MOST },
      lang: { type: 'string', enum: ['id', 'en'], default: 'id' },
    },
  },
};

/** `/dev/inbox` for people, `/dev/inbox.json` for programs. It shows codes and links: never register it in production. */
export const devInboxRoutes: FastifyPluginAsync<{ db: Database }> = async (http, { db }) => {
  const rowsFor = ({ channel, to, search, limit }: InboxQuery) =>
    newestMessages(db, { channel: channel || undefined, to: withPlus(to), search: withPlus(search), limit });

  http.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'));
  http.get<{ Querystring: InboxQuery }>('/dev/inbox.json', { schema }, async ({ query }) =>
    (await rowsFor(query)).map(asJson),
  );
  http.get<{ Querystring: InboxQuery }>('/dev/inbox', { schema }, async ({ query }, reply) => {
    const page = inboxPage({ messages: await rowsFor(query), filter: query, language: query.lang });
    return reply.type('text/html; charset=utf-8').send(page.markup);
  });
  http.get('/dev/inbox.js', async (_, reply) =>
    reply.type('text/javascript; charset=utf-8').send(INBOX_SCRIPT),
  );
  http.get('/dev/inbox.css', async (_, reply) => reply.type('text/css; charset=utf-8').send(INBOX_STYLE));
};

/** In a query `+` means a space; nobody who types `?to=+62…` means one. */
const withPlus = (typed: string) => typed.replace(/^ (?=\d)/, '+').trim();

const asJson = ({ id, channel, recipient: to, kind, subject, text, code, link, at }: DevInboxMessage) => ({
  id,
  channel,
  to,
  kind,
  subject,
  text,
  code,
  link,
  at: at.toISOString(),
});
