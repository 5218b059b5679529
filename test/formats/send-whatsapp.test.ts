import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { cloudApi } from '../../server/src/platform/delivery/send-whatsapp.js';
import {
  type OutgoingMessage,
  SendPostponed,
  SendRefused,
} from '../../server/src/platform/outbox/message.js';
import { FAILURES, startWhatsAppServer, type WhatsAppServer } from '../kit/whatsapp-server.js';

const NOW = new Date('2026-11-23T09:00:00.000Z');

const notice: OutgoingMessage = {
  id: '019ab000-0000-7000-8000-000000000002',
  kind: 'CONTACT_CHANGED',
  channel: 'WHATSAPP',
  to: '+6286012345678',
  language: 'id',
  subject: 'Kontak akun diganti',
  paragraphs: ['Kontak akun Anda diganti.'],
  button: { label: 'Bukan saya', url: 'https://oss.example.test/bukan-saya#abc' },
  template: {
    name: 'oss_kontak_diganti',
    parameters: ['sutinah4k7qd', '23 Nov 16.00 WIB'],
    buttonSuffix: 'bukan-saya#abc',
  },
};
const code: OutgoingMessage = {
  ...notice,
  kind: 'REGISTRATION_CODE',
  code: '482913',
  template: { name: 'oss_kode_verifikasi', parameters: [] },
};

let cloud: WhatsAppServer;

const sending = (more: object = {}) => cloudApi({ ...cloud, now: () => NOW, timeoutMs: 5000, ...more });
const failureOf = (message = notice, more: object = {}): Promise<SendRefused & SendPostponed> =>
  sending(more)(message).then(
    () => expect.fail('was sent'),
    (error) => error,
  );

beforeEach(async () => {
  cloud = await startWhatsAppServer();
});
afterEach(() => cloud.stop());

describe('sending by WhatsApp', () => {
  it('puts a code into an authentication template, to read and to copy', async () => {
    const { providerId } = await sending()(code);
    expect(cloud.sent).toEqual([
      {
        id: providerId,
        to: '+6286012345678',
        template: 'oss_kode_verifikasi',
        language: 'id',
        parameters: ['482913'],
        button: '482913',
        callbackData: code.id,
      },
    ]);
  });

  it('puts a link into the button of a utility template, in the language of its reader', async () => {
    await sending()({ ...notice, language: 'en' });
    expect(cloud.sent).toMatchObject([
      {
        template: 'oss_kontak_diganti',
        language: 'en',
        parameters: notice.template.parameters,
        button: 'bukan-saya#abc',
      },
    ]);
  });

  it('sends a template without variables', async () => {
    await sending()({ ...notice, template: { name: 'oss_sudah_terdaftar', parameters: [] } });
    expect(cloud.sent).toMatchObject([
      { template: 'oss_sudah_terdaftar', parameters: [], button: undefined },
    ]);
  });

  it('passes on what a person typed as literal text on one line (R09)', async () => {
    const typed = ['Siti\n\n*Klik*: https://a.example', '{{2}} <b>\t"x"', 'a          b', '  '];
    await sending()({ ...notice, template: { name: 'oss_x', parameters: typed } });
    expect(cloud.sent[0]?.parameters).toEqual([
      'Siti *Klik*: https://a.example',
      '{{2}} <b> "x"',
      'a b',
      '-',
    ]);
  });
});

describe('a refusal by the Cloud API', () => {
  it.each([
    [FAILURES.invalidRecipient, 'NOT_ON_WHATSAPP'],
    [FAILURES.noSuchTemplate, 'TEMPLATE_MISSING'],
    [{ status: 400, code: 132000 }, 'TEMPLATE_MISMATCH'],
    [{ status: 400, code: 132015 }, 'TEMPLATE_PAUSED'],
    [{ status: 400, code: 132007 }, 'TEMPLATE_REFUSED'],
    [{ status: 400, code: 131021 }, 'BLOCKED'],
    [{ status: 400, code: 131009 }, 'REFUSED'],
    [{ status: 400, code: 999999 }, 'REFUSED'],
  ])('%j ends the message as %s', async (failure, reason) => {
    Object.assign(cloud, { mode: 'error', failure });
    const error = await failureOf();
    expect(error).toBeInstanceOf(SendRefused);
    expect(error.reason).toBe(reason);
  });

  it.each([
    [{ status: 400, code: 80007 }, 'RATE_LIMITED'],
    [{ status: 400, code: 131048 }, 'RATE_LIMITED'],
    [{ status: 400, code: 131056 }, 'RATE_LIMITED'],
    [{ status: 429, code: 999999 }, 'RATE_LIMITED'],
    [FAILURES.down, 'PROVIDER_DOWN'],
    [{ status: 503, code: 999999 }, 'PROVIDER_DOWN'],
    [{ status: 403, code: 10 }, 'PROVIDER_ACCOUNT'],
    [{ status: 403, code: 200 }, 'PROVIDER_ACCOUNT'],
    [{ status: 400, code: 131042 }, 'PROVIDER_ACCOUNT'],
  ])('%j puts the message off as %s', async (failure, reason) => {
    Object.assign(cloud, { mode: 'error', failure });
    const error = await failureOf();
    expect(error).toBeInstanceOf(SendPostponed);
    expect(error.reason).toBe(reason);
  });

  it.each([
    ['120', '2026-11-23T09:02:00.000Z'],
    ['Mon, 23 Nov 2026 09:05:00 GMT', '2026-11-23T09:05:00.000Z'],
  ])('names the time of the next try: %s', async (retryAfter, at) => {
    Object.assign(cloud, { mode: 'error', failure: { ...FAILURES.tooMany, retryAfter } });
    expect((await failureOf()).retryAt).toEqual(new Date(at));
  });

  it('names no time when the header cannot be read', async () => {
    Object.assign(cloud, { mode: 'error', failure: { ...FAILURES.tooMany, retryAfter: 'soon' } });
    expect((await failureOf()).retryAt).toBeUndefined();
  });
});

describe('a Cloud API in trouble', () => {
  it('holds a message no longer than the time-out', async () => {
    cloud.mode = 'hang';
    const start = performance.now();
    const error = await failureOf(notice, { timeoutMs: 200 });
    expect([error.reason, error instanceof SendPostponed]).toEqual(['TIMEOUT', true]);
    expect(performance.now() - start).toBeLessThan(1500);
  });

  it('behind a proxy that answers in HTML puts the message off', async () => {
    cloud.mode = 'page';
    expect((await failureOf()).reason).toBe('PROVIDER_DOWN');
  });

  it('that cannot be reached puts the message off', async () => {
    await cloud.stop();
    expect((await failureOf()).reason).toBe('CONNECTION');
  });

  it('is not followed to another address with our token', async () => {
    cloud.mode = 'redirect';
    expect((await failureOf()).reason).toBe('CONNECTION');
  });
});

it('an error shows neither the access token nor the number nor the code', async () => {
  const errors = [await failureOf(code, { accessToken: 'EAAsecret' })];
  for (const mode of ['error', 'hang', 'page', 'redirect'] as const) {
    cloud.mode = mode;
    errors.push(await failureOf(code, { accessToken: 'EAAsecret', timeoutMs: 100 }));
  }
  const told = errors
    .map((error) => `${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`)
    .join('\n');
  expect(told).not.toMatch(/EAAsecret|6286012345678|482913/);
  expect(errors[0]?.reason).toBe('PROVIDER_ACCOUNT');
});
