import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { EvidenceFile } from '../../server/src/features/email-replacement/evidence-file.entity.js';
import { EvidenceVault } from '../../server/src/features/email-replacement/evidence-vault.js';
import { ReplacementRequest } from '../../server/src/features/email-replacement/replacement-request.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { type App, startApp } from '../kit/app.js';
import { startBucketServer } from '../kit/bucket-server.js';
import { startClamdServer } from '../kit/clamd-server.js';
import { pdf, photograph, picture } from '../kit/documents.js';
import { newPerson, outcome, said } from '../kit/people.js';
import {
  type Asked,
  asked,
  createUpload,
  type Document,
  put,
  replacementStatus,
  uploaded,
} from '../kit/replacements.js';

let app: App;
let jpeg: Buffer;
let png: Buffer;
beforeAll(async () => {
  app = await startApp();
  [jpeg, png] = [await picture('jpeg'), await picture('png')];
});
afterAll(() => app.stop());

const card = (content: Buffer, contentType = 'image/jpeg'): Document => ({
  kind: 'ID_CARD',
  contentType,
  content,
});
const fileOf = ({ evidenceId: id }: { evidenceId: string }) =>
  app.db.rows.findOneByOrFail(EvidenceFile, { id });
const filesOf = async ({ ticket }: Asked, where: App = app) => {
  const { id: requestId } = await where.db.rows.findOneByOrFail(ReplacementRequest, { ticket });
  return where.db.rows.find(EvidenceFile, { where: { requestId }, order: { createdAt: 'ASC', id: 'ASC' } });
};
const vaultOf = ({ house }: App) => new EvidenceVault(house.files, house.sealedFiles);
const folderOf = ({ config }: App) => join(config.DATA_DIR, 'evidence');
const inFolder = (where: App = app): string[] => {
  try {
    return readdirSync(folderOf(where)).sort();
  } catch {
    return [];
  }
};
const code = ({ body }: Awaited<ReturnType<typeof put>>) => body.errors?.[0]?.extensions.code;
const missing = async (person: { nik: string }, { ticket }: Asked) =>
  (await replacementStatus(app, ticket, person.nik)).data.emailReplacementStatus.missingEvidence;

describe('asking for an upload address', () => {
  it('gives one for the document declared, good for a quarter of an hour', async () => {
    const upload = outcome(await createUpload(app, await asked(app), card(jpeg)), 'EvidenceUpload');
    expect(upload).toEqual({
      __typename: 'EvidenceUpload',
      evidenceId: expect.any(String),
      url: expect.stringMatching(/^https:\/\/akun\.example\.com\/uploads\/[\w-]{43}$/),
      maxSize: 5 * 1024 * 1024,
      expiresAt: new Date(app.now().getTime() + 15 * MINUTE_MS).toISOString(),
    });
  });

  it.each([
    ['a type that is not taken', { contentType: 'image/svg+xml' }],
    ['another one', { contentType: 'text/html' }],
    ['no type', { contentType: ' ' }],
    ['nothing', { size: 0 }],
    ['less than nothing', { size: -1 }],
    ['a byte too many', { size: 5 * 1024 * 1024 + 1 }],
  ])('is refused for %s', async (_what, more) => {
    expect(said(await createUpload(app, await asked(app), card(jpeg), more))).toBe('EvidenceRejected');
  });

  it('is refused without an open ticket', async () => {
    const foreign = { ...(await asked(app)), ticketToken: 'x'.repeat(43) };
    expect(said(await createUpload(app, foreign, card(jpeg)))).toBe('TicketRejected');
    const late = await asked(app);
    app.passTime(7 * DAY_MS);
    expect(said(await createUpload(app, late, card(jpeg)))).toBe('TicketRejected');
  });

  it('is refused beyond six documents, also to many who ask at once', async () => {
    const to = await asked(app);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => createUpload(app, to, { ...card(jpeg), kind: 'OTHER' })),
    );
    expect(answers.map(said).filter((one) => one === 'EvidenceUpload')).toHaveLength(6);
  });

  it('is refused beyond the uploads of a day', async () => {
    const small = await startApp({ EVIDENCE_BUDGET: '2/24h' });
    const to = await asked(small);
    const answers = [];
    for (let times = 0; times < 3; times += 1) answers.push(said(await createUpload(small, to, card(jpeg))));
    await small.stop();
    expect(answers).toEqual(['EvidenceUpload', 'EvidenceUpload', 'TooManyRequests']);
  });
});

describe('a document that fits', () => {
  it.each([
    ['a JPEG', () => card(jpeg)],
    ['a PNG', () => card(png, 'image/png')],
    ['a PNG under a long-winded type', () => card(png, 'image/png; charset=binary')],
    ['a JPEG under its nickname', () => card(jpeg, 'image/jpg')],
    ['a PDF', () => card(pdf({ pages: 2 }), 'application/pdf')],
    [
      'a PDF with its pages in an object stream',
      () => card(pdf({ pages: 3, inObjects: true }), 'application/pdf'),
    ],
  ])('is kept: %s', async (_what, document) => {
    const person = newPerson();
    const to = await asked(app, person);
    expect(await uploaded(app, to, document())).toMatchObject({ status: 201, body: { status: 'STORED' } });
    expect(await missing(person, to)).toEqual(['SELFIE_WITH_ID']);
  });

  it('lies encrypted under a name made here, and opens as what was stored', async () => {
    const content = pdf({ pages: 2 });
    const { body } = await uploaded(app, await asked(app), card(content, 'application/pdf'));
    const file = await fileOf(body);
    const sealed = readFileSync(join(folderOf(app), file.id));
    expect(sealed.includes('PDF') || sealed.includes('Catalog')).toBe(false);
    expect((await vaultOf(app).readWhole(file.id)).equals(content)).toBe(true);
    expect(file).toMatchObject({ pages: 2, size: content.length, contentType: 'application/pdf' });
  });

  it('leaves its hash in the trail', async () => {
    const to = await asked(app);
    const { body } = await uploaded(app, to, card(jpeg));
    const { sha256, requestId } = await fileOf(body);
    const [event] = await app.db.rows.findBy(AuditEvent, { caseId: requestId, reasonCode: 'EVIDENCE' });
    expect(JSON.parse(event?.afterJson ?? '')).toEqual({ kind: 'ID_CARD', sha256 });
  });

  it('loses place, device, time and words of a photograph, and stands upright', async () => {
    const photo = await photograph();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const { body } = await uploaded(app, await asked(app), card(photo));
    const kept = await vaultOf(app).readWhole(body.evidenceId);
    const { exif, xmp, iptc, icc, orientation, width, height } = await sharp(kept).metadata();
    expect([exif, xmp, iptc, icc, orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect([width, height]).toEqual([200, 300]);
    expect(kept.includes('rahasia')).toBe(false);
  });

  it('loses what is hidden behind a picture', async () => {
    const hiding = Buffer.concat([jpeg, Buffer.from('PK\u0003\u0004 arsip tersembunyi <script>')]);
    const { status, body } = await uploaded(app, await asked(app), card(hiding));
    expect(status).toBe(201);
    const kept = await vaultOf(app).readWhole(body.evidenceId);
    expect(kept.includes('tersembunyi')).toBe(false);
  });

  it('takes the place of an earlier one of its kind; others stand beside each other', async () => {
    const to = await asked(app);
    for (const kind of ['ID_CARD', 'ID_CARD', 'OTHER', 'OTHER'])
      await uploaded(app, to, { ...card(jpeg), kind });
    expect((await filesOf(to)).map(({ kind, status }) => `${kind} ${status}`).sort()).toEqual([
      'ID_CARD STORED',
      'ID_CARD SUPERSEDED',
      'OTHER STORED',
      'OTHER STORED',
    ]);
  });
});

describe('a bad file', () => {
  const HTML = '<!doctype html><script>alert(1)</script>';
  const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  /** A PNG that says to be 30,000 × 30,000 in a few hundred bytes. */
  const bomb = () => {
    const header = Buffer.from(png.subarray(0, 33));
    header.writeUInt32BE(30_000, 16);
    header.writeUInt32BE(30_000, 20);
    header.writeUInt32BE(crc(header.subarray(12, 29)), 29);
    return Buffer.concat([header, png.subarray(33)]);
  };
  const aPdf = 'application/pdf';
  const CORPUS: readonly [string, string, () => Buffer | Promise<Buffer>, string][] = [
    ['HTML called a JPEG', 'image/jpeg', () => Buffer.from(HTML), 'TYPE_NOT_ALLOWED'],
    ['HTML called a PDF', aPdf, () => Buffer.from(HTML), 'TYPE_NOT_ALLOWED'],
    ['SVG called a PNG', 'image/png', () => Buffer.from(SVG), 'TYPE_NOT_ALLOWED'],
    ['text called a JPEG', 'image/jpeg', () => Buffer.from('hanya teks'), 'TYPE_NOT_ALLOWED'],
    ['one byte', 'image/jpeg', () => Buffer.from([0xff]), 'TYPE_NOT_ALLOWED'],
    ['zeros', 'image/png', () => Buffer.alloc(1000), 'TYPE_NOT_ALLOWED'],
    ['a GIF', 'image/png', () => sharp(png).gif().toBuffer(), 'TYPE_NOT_ALLOWED'],
    ['a WebP', 'image/jpeg', () => sharp(png).webp().toBuffer(), 'TYPE_NOT_ALLOWED'],
    ['a TIFF', 'image/jpeg', () => sharp(png).tiff().toBuffer(), 'TYPE_NOT_ALLOWED'],
    ['an archive', aPdf, () => gzipSync(Buffer.alloc(5000)), 'TYPE_NOT_ALLOWED'],
    ['a program', 'image/png', () => Buffer.from(`\x7fELF${'\0'.repeat(200)}`, 'latin1'), 'TYPE_NOT_ALLOWED'],
    ['a script', 'image/png', () => Buffer.from('#!/bin/sh\nrm -rf /'), 'TYPE_NOT_ALLOWED'],
    ['a PNG called a JPEG', 'image/jpeg', () => png, 'NOT_AS_DECLARED'],
    ['a JPEG called a PNG', 'image/png', () => jpeg, 'NOT_AS_DECLARED'],
    ['a PDF called a PNG', 'image/png', () => pdf(), 'NOT_AS_DECLARED'],
    ['a JPEG called a PDF', aPdf, () => jpeg, 'NOT_AS_DECLARED'],
    ['a JPEG cut off', 'image/jpeg', () => jpeg.subarray(0, jpeg.length / 2), 'BROKEN'],
    ['a PNG cut off', 'image/png', () => png.subarray(0, png.length - 60), 'BROKEN'],
    ['the head of a JPEG alone', 'image/jpeg', () => jpeg.subarray(0, 20), 'BROKEN'],
    [
      'a PNG whose middle is noise',
      'image/png',
      () => Buffer.concat([png.subarray(0, 60), Buffer.alloc(500, 7), png.subarray(560)]),
      'BROKEN',
    ],
    ['a picture that unpacks to 900 megapixels', 'image/png', bomb, 'TOO_MANY_PIXELS'],
    [
      'an honest picture of 42 megapixels',
      'image/jpeg',
      () =>
        sharp({ create: { width: 7000, height: 6000, channels: 3, background: '#fff' } })
          .jpeg({ quality: 30 })
          .toBuffer(),
      'TOO_MANY_PIXELS',
    ],
    ['a PDF locked with a password', aPdf, () => pdf({ trailer: '/Encrypt 9 0 R' }), 'ENCRYPTED'],
    ['…written in numbers', aPdf, () => pdf({ trailer: '/#45ncrypt 9 0 R' }), 'ENCRYPTED'],
    [
      'a PDF with a script',
      aPdf,
      () => pdf({ catalogue: '/OpenAction << /S /JavaScript /JS (app.alert) >>' }),
      'ACTIVE',
    ],
    ['…written in numbers', aPdf, () => pdf({ catalogue: '/AA << /O << /S /J#61vaScript >> >>' }), 'ACTIVE'],
    [
      '…behind a comment that claims to begin a stream',
      aPdf,
      () =>
        pdf({
          catalogue: '/X << >>\n% >>stream\n/OpenAction << /S /JavaScript /JS (app.alert) >>\n%endstream\n',
        }),
      'ACTIVE',
    ],
    [
      '…and behind the bare word',
      aPdf,
      () => pdf({ catalogue: '\n%stream\n/OpenAction << /S /JavaScript /JS (app.alert) >>\n%endstream\n' }),
      'ACTIVE',
    ],
    ['a PDF that starts a program', aPdf, () => pdf({ catalogue: '/OpenAction << /S /Launch >>' }), 'ACTIVE'],
    [
      'a PDF with an attachment',
      aPdf,
      () => pdf({ catalogue: '/Names << /EmbeddedFiles 8 0 R >>' }),
      'ACTIVE',
    ],
    ['a PDF with a form program', aPdf, () => pdf({ catalogue: '/AcroForm << /XFA 8 0 R >>' }), 'ACTIVE'],
    ['a PDF of 21 pages', aPdf, () => pdf({ pages: 21 }), 'TOO_MANY_PAGES'],
    ['…in an object stream', aPdf, () => pdf({ pages: 21, inObjects: true }), 'TOO_MANY_PAGES'],
    ['a PDF without pages', aPdf, () => pdf({ pages: 0 }), 'BROKEN'],
    ['a PDF cut off', aPdf, () => pdf({ pages: 3 }).subarray(0, 300), 'BROKEN'],
    [
      'a PDF with an archive behind it',
      aPdf,
      () => pdf({ behind: 'PK\u0003\u0004 arsip' }),
      'SOMETHING_ELSE_TOO',
    ],
    ['a PDF with HTML behind it', aPdf, () => pdf({ behind: HTML }), 'SOMETHING_ELSE_TOO'],
    ['a PDF with HTML before it', aPdf, () => pdf({ before: `${HTML}\n` }), 'TYPE_NOT_ALLOWED'],
    [
      'a PDF whose stream has no end',
      aPdf,
      () =>
        Buffer.from(
          pdf({ packed: Buffer.alloc(10) })
            .toString('latin1')
            .replace('endstream', 'endstraem'),
          'latin1',
        ),
      'BROKEN',
    ],
    [
      'a PDF that unpacks to 140 MB',
      aPdf,
      () => pdf({ packed: Buffer.alloc(140_000_000) }),
      'UNPACKS_TOO_LARGE',
    ],
  ];

  it.each(CORPUS)('is refused: %s', async (_what, contentType, make, why) => {
    const to = await asked(app);
    const before = inFolder();
    const answer = await uploaded(app, to, card(await make(), contentType));
    expect([answer.status, code(answer)]).toEqual([422, why]);
    expect((await filesOf(to)).map(({ status, statusReason }) => [status, statusReason])).toEqual([
      ['REFUSED', why],
    ]);
    expect(inFolder()).toEqual(before);
  });

  it('says what is wrong and what to do, in the language asked for', async () => {
    const { url } = outcome(await createUpload(app, await asked(app), card(png)), 'EvidenceUpload');
    const headers = { 'content-type': 'image/jpeg', 'accept-language': 'en' };
    const { body } = await put(app, url, png, headers);
    expect(body.errors?.[0]?.message).toBe(
      'The file is not what its type says. Save it again as JPEG, PNG or PDF.',
    );
  });

  it('of five megabytes that spell one word over and over is looked through in moments', async () => {
    for (const word of [
      'stream\n',
      'endstream ',
      '/Type /Page ',
      '/#45',
      ' obj ',
      '<< /Filter /FlateDecode >> stream\n',
    ]) {
      const filled = Buffer.from(`%PDF-1.7\n${word.repeat(5_000_000 / word.length)}`);
      const began = performance.now();
      const { status } = await uploaded(app, await asked(app), card(filled, aPdf));
      expect([status, performance.now() - began < 2000]).toEqual([422, true]);
    }
  });
});

describe('the upload address', () => {
  it('is good for one upload, of a dozen at once as well', async () => {
    for (let round = 0; round < 5; round += 1) {
      const to = await asked(app);
      const { url } = outcome(await createUpload(app, to, card(jpeg)), 'EvidenceUpload');
      const headers = { 'content-type': 'image/jpeg' };
      const { pathname } = new URL(url);
      // Of two networks, as one has no more than six places.
      const put12 = Array.from({ length: 12 }, (_, n) =>
        app.http.inject({
          ...{ method: 'PUT', url: pathname, payload: jpeg, headers },
          remoteAddress: `192.0.2.${n % 2}`,
        }),
      );
      const answers = (await Promise.all(put12)).map(({ statusCode }) => statusCode);
      expect(answers.filter((status) => status === 201)).toHaveLength(1);
      expect(new Set(answers)).toEqual(new Set([201, 404]));
      expect((await put(app, url, jpeg, headers)).status).toBe(404);
    }
  });

  it.each([
    ['works a second before its time is over', 15 * MINUTE_MS - SECOND_MS, 201],
    ['is no longer there afterwards', 15 * MINUTE_MS, 404],
  ])('%s', async (_when, passed, status) => {
    const { url } = outcome(await createUpload(app, await asked(app), card(jpeg)), 'EvidenceUpload');
    app.passTime(passed);
    expect((await put(app, url, jpeg, { 'content-type': 'image/jpeg' })).status).toBe(status);
  });

  it('answers an unknown token as one that was used, and other methods not at all', async () => {
    const unknown = await put(app, `https://x/uploads/${'x'.repeat(43)}`, jpeg, {
      'content-type': 'image/jpeg',
    });
    expect(unknown.status).toBe(404);
    for (const method of ['GET', 'POST', 'HEAD', 'DELETE'] as const) {
      expect((await app.http.inject({ method, url: `/uploads/${'x'.repeat(43)}` })).statusCode).toBe(404);
    }
  });

  it('takes nothing of another type or length than announced, and stays good for what was', async () => {
    const { url } = outcome(await createUpload(app, await asked(app), card(jpeg)), 'EvidenceUpload');
    const wrong = [
      await put(app, url, png, { 'content-type': 'image/png' }),
      await put(app, url, jpeg, { 'content-type': 'text/plain' }),
      await put(app, url, jpeg.subarray(1), { 'content-type': 'image/jpeg' }),
      await put(app, url, Buffer.concat([jpeg, jpeg]), { 'content-type': 'image/jpeg' }),
    ];
    expect(wrong.map(code)).toEqual(Array.from({ length: 4 }, () => 'NOT_AS_ANNOUNCED'));
    expect((await put(app, url, jpeg, { 'content-type': 'image/jpeg' })).status).toBe(201);
  });

  it('stands in no line of the log', async () => {
    const { url } = outcome(await createUpload(app, await asked(app), card(jpeg)), 'EvidenceUpload');
    await put(app, url, png, { 'content-type': 'image/jpeg' });
    await put(app, url, jpeg, { 'content-type': 'image/jpeg' });
    expect(app.lines.join('')).not.toContain(url.split('/').at(-1));
  });

  it('takes nothing once the case has been handed in', async () => {
    const to = await asked(app);
    const { url } = outcome(await createUpload(app, to, card(jpeg)), 'EvidenceUpload');
    await app.db.transact((tx) =>
      tx.update(ReplacementRequest, { ticket: to.ticket }, { status: 'SUBMITTED' as never }),
    );
    const before = inFolder();
    expect((await put(app, url, jpeg, { 'content-type': 'image/jpeg' })).status).toBe(404);
    expect(inFolder()).toEqual(before);
  });
});

describe('an upload over the wire', () => {
  let origin: string;
  beforeAll(async () => {
    origin = await app.listen();
  });
  const address = async (to: Asked, document: Document) => {
    const { url } = outcome(await createUpload(app, to, document), 'EvidenceUpload');
    return `${origin}${new URL(url).pathname}`;
  };
  const big = () => card(Buffer.concat([jpeg, Buffer.alloc(5 * 1024 * 1024 - jpeg.length, 1)]));

  it('that hangs up half-way leaves nothing but a row that says so', async () => {
    const to = await asked(app);
    const before = inFolder();
    const document = big();
    const sending = request(await address(to, document), {
      method: 'PUT',
      headers: { 'content-type': 'image/jpeg', 'content-length': document.content.length },
    });
    sending.on('error', () => undefined);
    sending.write(document.content.subarray(0, 1_000_000));
    await until(async () => (await filesOf(to))[0]?.status === 'ARRIVING');
    sending.destroy();
    await until(async () => (await filesOf(to))[0]?.status === 'LOST');
    expect(inFolder()).toEqual(before);
    expect((await fetch(`${origin}/livez`)).status).toBe(200);
  });

  it('sent slowly by one source leaves places to the others', async () => {
    const slow = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const document = big();
        const url = await address(await asked(app), document);
        const headers = { 'content-type': 'image/jpeg', 'content-length': document.content.length };
        const sending = request(url, { method: 'PUT', headers });
        sending.on('error', () => undefined);
        sending.write(document.content.subarray(0, 1000));
        return sending;
      }),
    );
    const arriving = () => app.db.rows.countBy(EvidenceFile, { status: 'ARRIVING' });
    await until(async () => (await arriving()) === 6);
    const [to, document] = [await asked(app), card(jpeg)];
    const { url } = outcome(await createUpload(app, to, document), 'EvidenceUpload');
    const from = (remoteAddress: string) =>
      app.http.inject({
        ...{ method: 'PUT', url: new URL(url).pathname, payload: document.content, remoteAddress },
        headers: { 'content-type': 'image/jpeg' },
      });
    const refused = await from('127.0.0.1');
    expect([refused.statusCode, Boolean(refused.headers['retry-after'])]).toEqual([503, true]);
    expect((await from('192.0.2.77')).statusCode).toBe(201);
    for (const sending of slow) sending.destroy();
    await until(async () => (await arriving()) === 0);
  });

  it('that goes on beyond what it announced is cut off', async () => {
    const to = await asked(app);
    const document = card(jpeg);
    const body = new PassThrough();
    const sent = fetch(await address(to, document), {
      method: 'PUT',
      headers: { 'content-type': 'image/jpeg' },
      body: body as never,
      duplex: 'half',
    } as RequestInit).then(
      ({ status }) => status,
      () => 0,
    );
    body.write(document.content);
    body.write(Buffer.alloc(100));
    expect([413, 0]).toContain(await sent);
    body.destroy();
    await until(async () => (await filesOf(to))[0]?.status === 'LOST');
  });

  it('takes no more memory for many of five megabytes than for a few', async () => {
    const documents = await Promise.all(
      Array.from({ length: 14 }, async () => ({ to: await asked(app), ...big() })),
    );
    const send = async (document: (typeof documents)[number]) =>
      (
        await fetch(await address(document.to, document), {
          method: 'PUT',
          headers: { 'content-type': 'image/jpeg' },
          body: document.content,
        })
      ).status;
    for (const document of documents.slice(0, 4)) await send(document);
    const before = process.memoryUsage().rss;
    for (const document of documents.slice(4)) await send(document);
    expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(60);
  });
});

describe('with a scanner', () => {
  it('keeps what it finds clean, refuses what it does not', async () => {
    const clam = await startClamdServer();
    const scanned = await startApp({ EVIDENCE_SCANNER: clam.url });
    const to = await asked(scanned);
    expect(await uploaded(scanned, to, card(pdf(), 'application/pdf'))).toMatchObject({
      status: 201,
      body: { status: 'STORED' },
    });
    const bad = await uploaded(
      scanned,
      to,
      card(pdf({ catalogue: '/Contoh (contoh-virus)' }), 'application/pdf'),
    );
    expect([bad.status, code(bad)]).toEqual([422, 'INFECTED']);
    expect(inFolder(scanned)).toHaveLength(1);
    await scanned.stop();
    await clam.stop();
  });

  it('holds documents while it is away, and asks again', async () => {
    const clam = await startClamdServer();
    clam.mode = 'error';
    const scanned = await startApp({ EVIDENCE_SCANNER: clam.url });
    const to = await asked(scanned);
    const good = await uploaded(scanned, to, card(pdf(), 'application/pdf'));
    const bad = await uploaded(scanned, to, {
      ...card(pdf({ catalogue: '/Contoh (contoh-virus)' }), 'application/pdf'),
      kind: 'DEED',
    });
    expect([good.body, bad.body]).toMatchObject([{ status: 'HELD' }, { status: 'HELD' }]);
    scanned.passTime(MINUTE_MS);
    await scanned.work();
    expect((await filesOf(to, scanned)).map(({ status }) => status)).toEqual(['HELD', 'HELD']);
    clam.mode = 'ok';
    scanned.passTime(MINUTE_MS);
    await scanned.work();
    expect((await filesOf(to, scanned)).map(({ status }) => status).sort()).toEqual(['REFUSED', 'STORED']);
    expect(inFolder(scanned)).toHaveLength(1);
    await scanned.stop();
    await clam.stop();
  });
});

describe('in a bucket', () => {
  it('documents lie sealed and are read back', async () => {
    const bucket = await startBucketServer();
    const stored = await startApp({
      EVIDENCE_BUCKET_URL: bucket.url,
      EVIDENCE_BUCKET_REGION: bucket.region,
      EVIDENCE_BUCKET_KEY_ID: bucket.keyId,
      EVIDENCE_BUCKET_SECRET: bucket.secret,
    });
    const content = pdf();
    const { body } = await uploaded(stored, await asked(stored), card(content, 'application/pdf'));
    const id = body.evidenceId;
    expect([...bucket.objects.keys()]).toEqual([id]);
    expect((await vaultOf(stored).readWhole(id)).equals(content)).toBe(true);
    bucket.mode = 'down';
    const to = await asked(stored);
    expect((await uploaded(stored, to, card(content, 'application/pdf'))).status).toBe(500);
    await stored.stop();
    await bucket.stop();
  });
});

describe('what is left behind', () => {
  it('is swept: unused addresses, and uploads whose process died with an object in the store', async () => {
    const to = await asked(app);
    await createUpload(app, to, card(jpeg));
    const { body } = await uploaded(app, to, { ...card(jpeg), kind: 'OTHER' });
    const { evidenceId: id } = body;
    // As a process leaves it that dies between the object and its row.
    await app.db.transact((tx) =>
      tx.update(EvidenceFile, { id }, { status: 'ARRIVING', statusAt: app.now() }),
    );
    app.passTime(20 * MINUTE_MS);
    await app.work();
    expect((await filesOf(to)).map(({ status }) => status)).toEqual(['LOST', 'LOST']);
    expect(inFolder()).not.toContain(id);
  });

  it('goes ninety days after the case ended, and the case after five years; the trail stays', async () => {
    const to = await asked(app);
    const { body } = await uploaded(app, to, card(jpeg));
    const { evidenceId: id } = body;
    const { id: caseId } = await app.db.rows.findOneByOrFail(ReplacementRequest, { ticket: to.ticket });
    await app.db.transact((tx) =>
      tx.update(ReplacementRequest, { id: caseId }, { status: 'CANCELLED' as never, endedAt: app.now() }),
    );
    app.passTime(90 * DAY_MS - SECOND_MS);
    await app.work();
    expect(inFolder()).toContain(id);
    app.passTime(SECOND_MS);
    await app.work();
    expect(inFolder()).not.toContain(id);
    expect((await fileOf({ evidenceId: id })).status).toBe('ERASED');
    app.passTime(5 * 366 * DAY_MS);
    await app.work();
    expect(await app.db.rows.countBy(ReplacementRequest, { id: caseId })).toBe(0);
    const events = await app.db.rows.findBy(AuditEvent, { caseId });
    expect(events.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['CASE_REQUESTED', 'CASE_PROVEN', 'RETENTION_RUN']),
    );
  });
});

/** Waits for what another connection is doing, at most a few seconds. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let times = 0; times < 200; times += 1) {
    if (await holds()) return;
    await pause(20);
  }
  throw new Error('It never came to that.');
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
