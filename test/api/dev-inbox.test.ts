import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { after, SECOND_MS } from '../../server/src/platform/clock.js';
import { openDatabase } from '../../server/src/platform/database/data-source.js';
import { CreateDevInboxMessages1795428180000 } from '../../server/src/platform/database/migrations/20261123100300-create-dev-inbox-messages.js';
import type { Database } from '../../server/src/platform/database/transact.js';
import { DevInboxMessage } from '../../server/src/platform/delivery/dev-inbox.entity.js';
import { devInbox } from '../../server/src/platform/delivery/dev-inbox.js';
import { devInboxRoutes } from '../../server/src/platform/delivery/dev-inbox.route.js';
import { newId } from '../../server/src/platform/ids.js';
import type { OutgoingMessage, Send } from '../../server/src/platform/outbox/message.js';
import { freshDatabase } from '../kit/database.js';

let db: Database;
let remove: () => Promise<void>;
let http: FastifyInstance;
let send: Send;
let clock: Date;

beforeEach(async () => {
  clock = new Date('2026-11-23T09:00:00.123Z');
  const home = await freshDatabase();
  db = await openDatabase(home.url, {
    entities: [DevInboxMessage],
    migrations: [CreateDevInboxMessages1795428180000],
  });
  await db.writer.runMigrations();
  remove = home.remove;
  send = devInbox(db, () => clock);
  http = Fastify();
  await http.register(devInboxRoutes, { db });
});
afterEach(async () => {
  await http.close();
  await db.close();
  await remove();
});

const code = (more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id: newId(clock),
  kind: 'REGISTRATION_CODE',
  channel: 'WHATSAPP',
  to: '+6286012345678',
  language: 'id',
  subject: 'Kode verifikasi Anda',
  paragraphs: ['Masukkan kode ini.'],
  code: '482913',
  template: { name: 'oss_kode_verifikasi', parameters: [] },
  ...more,
});

const link = (more: Partial<OutgoingMessage> = {}) =>
  code({
    kind: 'ACTIVATION_LINK',
    channel: 'EMAIL',
    to: 'Siti_Contoh@example.com',
    subject: 'Aktifkan akun',
    code: undefined,
    button: { label: 'Aktifkan', url: `http://localhost:4000/aktivasi#t=${'a'.repeat(400)}` },
    ...more,
  });

async function json(query: Record<string, string> = {}) {
  return (await http.inject({ url: '/dev/inbox.json', query })).json();
}

async function page(query: Record<string, string> = {}): Promise<string> {
  return (await http.inject({ url: '/dev/inbox', query })).body;
}

const pass = (seconds: number) => {
  clock = after(clock, seconds * SECOND_MS);
};

describe('the development inbox for programs', () => {
  it('shows what would have been sent, newest first', async () => {
    const first = code();
    await send(first);
    pass(1);
    const second = link();
    expect(await send(second)).toEqual({ providerId: `dev:${second.id}` });
    expect(await json()).toEqual([
      {
        id: second.id,
        channel: 'EMAIL',
        to: 'Siti_Contoh@example.com',
        kind: 'ACTIVATION_LINK',
        subject: 'Aktifkan akun',
        text: expect.stringContaining(`Aktifkan:\n${second.button?.url}`),
        code: null,
        link: second.button?.url,
        at: '2026-11-23T09:00:01.123Z',
      },
      expect.objectContaining({ id: first.id, channel: 'WHATSAPP', code: '482913', link: null }),
    ]);
  });

  it('shows a message once, however often the outbox sends it', async () => {
    const message = code();
    await Promise.all([send(message), send(message)]);
    pass(60);
    await send(message);
    expect(await json()).toHaveLength(1);
  });

  it('finds the messages of one exact address or number, the plus sign typed as it is', async () => {
    for (const to of ['+6286012345678', '+62860123456789', 'a@example.com', 'A@example.com'])
      await send(code({ to }));
    expect(await json({ to: '+6286012345678' })).toHaveLength(1);
    expect((await http.inject({ url: '/dev/inbox.json?to=+6286012345678' })).json()).toHaveLength(1);
    expect(await json({ to: 'a@example.com' })).toHaveLength(1);
    expect(await json({ to: 'a@example.co' })).toEqual([]);
  });

  it('holds back all but the newest', async () => {
    for (let count = 0; count < 205; count += 1) {
      await send(code({ subject: `${count}` }));
      pass(1);
    }
    expect(await json()).toHaveLength(200);
    expect((await json({ limit: '2' })).map((row: { subject: string }) => row.subject)).toEqual([
      '204',
      '203',
    ]);
    expect((await http.inject('/dev/inbox.json?limit=201')).statusCode).toBe(400);
  });

  it('is never kept by a browser', async () => {
    for (const url of ['/dev/inbox', '/dev/inbox.json', '/dev/inbox.js']) {
      expect((await http.inject(url)).headers['cache-control']).toBe('no-store');
    }
  });
});

describe('the development inbox for people', () => {
  it('says so when it is empty, in Indonesian first and in English', async () => {
    expect(await page()).toContain('<p id="empty">Belum ada pesan');
    expect(await page({ lang: 'en' })).toContain('<p id="empty">No messages');
  });

  it('shows code, link and time, with buttons to copy', async () => {
    await send(code());
    await send(link());
    const shown = await page();
    expect(shown).toContain('data-copy="482913"');
    expect(shown).toContain('data-copy="http://localhost:4000/aktivasi#t=aaa');
    expect(shown).toContain('16.00.00 WIB');
    expect(shown).toContain('<p id="empty" hidden>');
  });

  it.each([
    [{ channel: 'EMAIL' }, ['a_b@example.com', 'axb@example.com']],
    [{ channel: 'WHATSAPP' }, ['+6286012345678']],
    [{ search: 'A_B@' }, ['a_b@example.com']],
    [{ search: '%' }, []],
    [{ search: '+62' }, ['+6286012345678']],
    [{ channel: '', search: '' }, ['a_b@example.com', 'axb@example.com', '+6286012345678']],
  ])('filtered by %j shows %j', async (query, recipients) => {
    await send(code());
    pass(1);
    await send(link({ to: 'axb@example.com' }));
    pass(1);
    await send(link({ to: 'a_b@example.com' }));
    const shown = [...(await page(query)).matchAll(/class="to">([^<]*)</g)].map((match) => match[1]);
    expect(shown).toEqual(recipients);
  });

  it('shows what a person typed as text (R09)', async () => {
    await send(
      code({ subject: '<img src=x onerror=alert(1)>', paragraphs: ['"><script>alert(1)</script>'] }),
    );
    const shown = await page({ search: '"><script>' });
    expect(shown).not.toMatch(/<img|<script>/);
    expect(await page()).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('runs under a policy that allows no script or style but files of our own', async () => {
    await send(code());
    const shown = await page();
    expect(shown).not.toMatch(/<style|style=|<script>| on[a-z]+=/);
    expect([...shown.matchAll(/(?:src|<link[^>]* href)="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'data:,',
      '/dev/inbox.css',
      '/dev/inbox.js',
    ]);
    const script = await http.inject('/dev/inbox.js');
    expect(script.headers['content-type']).toContain('text/javascript');
    expect(() => new Function(script.body)).not.toThrow();
  });
});

it('the migration leaves exactly the table the entity declares', async () => {
  const { upQueries } = await db.writer.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});
