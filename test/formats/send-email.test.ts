import { createServer } from 'node:net';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openSmtp, type Smtp } from '../../server/src/platform/delivery/send-email.js';
import {
  type OutgoingMessage,
  SendPostponed,
  SendRefused,
} from '../../server/src/platform/outbox/message.js';
import { type SmtpInbox, startSmtpInbox } from '../kit/smtp-inbox.js';

const message: OutgoingMessage = {
  requestId: '0190aaaa-0000-7000-8000-00000000abcd',
  id: '019ab000-0000-7000-8000-000000000001',
  kind: 'REGISTRATION_CODE',
  channel: 'EMAIL',
  to: 'Siti.Contoh+oss@example.com',
  language: 'id',
  subject: 'Kode verifikasi Akun OSS – 10 menit',
  paragraphs: ['Masukkan kode ini di halaman pendaftaran. Tautan: https://oss.example.test/'.repeat(3)],
  code: '482913',
  template: { name: 'oss_kode_verifikasi', parameters: [] },
};

let inbox: SmtpInbox;
let smtp: Smtp;

const open = (url: string, timeoutMs = 5000) =>
  openSmtp({ url, from: '"Akun OSS" <no-reply@oss.example.test>', timeoutMs });

beforeEach(async () => {
  inbox = await startSmtpInbox();
  smtp = open(inbox.url);
});
afterEach(async () => {
  smtp.close();
  await inbox.stop();
});

describe('sending a mail', () => {
  it('reaches exactly the stored address, in text and HTML', async () => {
    await smtp.send(message);
    expect(inbox.messages).toHaveLength(1);
    const [mail] = inbox.messages;
    expect(mail?.recipients).toEqual(['Siti.Contoh+oss@example.com']);
    expect(mail?.sender).toBe('no-reply@oss.example.test');
    expect(mail?.subject).toBe('Kode verifikasi Akun OSS – 10 menit');
    expect(mail?.text).toContain('Kode: 482913');
    expect(mail?.html).toMatch(/<p class="code"[^>]*>482913</);
    expect(mail?.headers.from).toBe('Akun OSS <no-reply@oss.example.test>');
  });

  it('carries the row id as Message-ID, the same at every try, and answers it', async () => {
    const id = `<${message.id}@oss.example.test>`;
    expect(await smtp.send(message)).toEqual({ providerId: id });
    expect(await smtp.send(message)).toEqual({ providerId: id });
    expect(inbox.messages.map(({ headers }) => headers['message-id'])).toEqual([id, id]);
  });

  it('asks not to be answered by machines, and names its language', async () => {
    await smtp.send(message);
    expect(inbox.messages[0]?.headers).toMatchObject({
      'auto-submitted': 'auto-generated',
      'content-language': 'id',
      'x-correlation-id': '0190aaaa-0000-7000-8000-00000000abcd',
    });
  });

  it('keeps its connection for the next message', async () => {
    for (const id of ['1', '2', '3']) await smtp.send({ ...message, id });
    expect(inbox.connections()).toBe(1);
  });

  it('cannot be given another header or recipient by what a person typed (R09)', async () => {
    const typed = 'Siti\r\nBcc: eve@example.net\r\n\r\n<script>';
    await smtp.send({ ...message, subject: typed, paragraphs: [typed] });
    const [mail] = inbox.messages;
    expect(mail?.recipients).toEqual([message.to]);
    expect(mail?.headers.bcc).toBeUndefined();
    expect(mail?.subject).toBe('Siti Bcc: eve@example.net <script>');
  });

  it.each([
    'a@example.com,eve@example.net',
    'a@example.com\r\nRCPT TO:<eve@example.net>',
    'Siti <a@example.com>',
    'a@example.com eve@example.net',
    'group:a@example.com;',
    'a@b@example.com',
    '"a b"@example.com',
    'a',
    '',
  ])('refuses %j, which is not one plain address', async (to) => {
    await expect(smtp.send({ ...message, to })).rejects.toMatchObject({ reason: 'NO_SUCH_ADDRESS' });
    expect(inbox.messages).toEqual([]);
  });

  it('logs in where the address of the server holds a name and password', async () => {
    const locked = await startSmtpInbox({ user: 'akun@oss', password: 'p:/?#%' });
    const known = open(locked.url);
    await known.send(message);
    expect(locked.messages).toHaveLength(1);
    known.close();
    await locked.stop();
  });
});

describe('a mail server that refuses', () => {
  it.each([
    [550, '5.1.1 No such mailbox', 'NO_SUCH_ADDRESS'],
    [550, 'User unknown', 'NO_SUCH_ADDRESS'],
    [552, '5.2.2 Mailbox full', 'MAILBOX_UNAVAILABLE'],
    [550, '5.7.1 Blocked by policy', 'BLOCKED'],
    [554, 'Transaction failed', 'REFUSED'],
  ])('with %i %s ends the message as %s', async (code, text, reason) => {
    inbox.mode = 'refuse';
    inbox.refusal = { code, text };
    const failure = smtp.send(message);
    await expect(failure).rejects.toBeInstanceOf(SendRefused);
    await expect(failure).rejects.toMatchObject({ reason });
  });

  it('is not quoted: its words may name the address', async () => {
    inbox.mode = 'refuse';
    inbox.refusal = { code: 550, text: `5.1.1 <${message.to}> unknown` };
    const failure: Error = await smtp.send(message).then(
      () => new Error('sent'),
      (error) => error,
    );
    expect(`${failure.stack} ${JSON.stringify(failure)} ${failure.cause}`).not.toContain(message.to);
  });

  it('only our login puts the message off until somebody has mended it', async () => {
    const locked = await startSmtpInbox({ user: 'akun', password: 'right' });
    const unknown = open(`smtp://akun:wrong@127.0.0.1:${locked.port}`);
    await expect(unknown.send(message)).rejects.toMatchObject({ reason: 'PROVIDER_ACCOUNT' });
    await expect(unknown.send(message)).rejects.toBeInstanceOf(SendPostponed);
    unknown.close();
    await locked.stop();
  });
});

describe('a mail server in trouble', () => {
  it('that answers 451 puts the message off', async () => {
    inbox.mode = 'tempfail';
    await expect(smtp.send(message)).rejects.toMatchObject({ reason: 'PROVIDER_BUSY' });
    await expect(smtp.send(message)).rejects.toBeInstanceOf(SendPostponed);
  });

  it.each(['hang', 'trickle'] as const)(
    '(%s) holds the message no longer than the time-out',
    async (mode) => {
      const patient = open(inbox.url, 300);
      inbox.mode = mode;
      const start = performance.now();
      await expect(patient.send(message)).rejects.toMatchObject({ reason: 'TIMEOUT' });
      expect(performance.now() - start).toBeLessThan(1500);
      inbox.mode = 'ok';
      await patient.send(message);
      patient.close();
    },
  );

  it('that hangs up after the message is asked once only, because it may have taken it', async () => {
    inbox.mode = 'drop';
    await expect(smtp.send(message)).rejects.toBeInstanceOf(SendPostponed);
    expect(inbox.messages).toHaveLength(1);
  });

  it("that hangs up at the greeting is called once only: trying again is the outbox's work", async () => {
    inbox.mode = 'hangup';
    await expect(smtp.send(message)).rejects.toMatchObject({ reason: 'CONNECTION' });
    expect(inbox.connections()).toBe(1);
  });

  it('that nobody started puts the message off', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => probe.once('listening', resolve));
    const { port } = probe.address() as { port: number };
    await new Promise((resolve) => probe.close(resolve));
    const nowhere = open(`smtp://127.0.0.1:${port}`);
    await expect(nowhere.send(message)).rejects.toMatchObject({ reason: 'CONNECTION' });
    nowhere.close();
  });

  it('takes the next messages once it is well again', async () => {
    inbox.mode = 'tempfail';
    await expect(smtp.send(message)).rejects.toBeInstanceOf(SendPostponed);
    inbox.mode = 'ok';
    await smtp.send(message);
    expect(inbox.messages).toHaveLength(1);
  });
});

it('a sender that is not one mail address stops the start', () => {
  for (const from of ['Akun OSS', 'a@example.test, b@example.test', '']) {
    expect(() => openSmtp({ url: inbox.url, from })).toThrow('not one mail address');
  }
});
