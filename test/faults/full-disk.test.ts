import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { EvidenceFile } from '../../server/src/features/email-replacement/evidence-file.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { type App, startApp } from '../kit/app.js';
import { broken } from '../kit/broken.js';
import { picture } from '../kit/documents.js';
import { active, outcome } from '../kit/people.js';
import { type Asked, caseOf, createUpload, emailProven, put, submit, uploaded } from '../kit/replacements.js';

/** Linux's own: whoever writes to it is told ENOSPC by the kernel, as by a disk without room. */
const FULL = '/dev/full';
const type = { 'content-type': 'image/jpeg' };

let app: App;
let folder: string;
let content: Buffer;
beforeAll(async () => {
  app = await startApp();
  folder = join(app.config.DATA_DIR, 'evidence');
  mkdirSync(folder, { recursive: true });
  content = await picture('jpeg', 40, 40);
});
afterAll(() => app.stop());

const card = () => ({ kind: 'ID_CARD', contentType: 'image/jpeg', content });
const idsOf = async (to: Asked, status: EvidenceFile['status']) => {
  const { id: requestId } = await caseOf(app, to);
  return (await app.db.rows.findBy(EvidenceFile, { requestId, status })).map(({ id }) => id);
};

/** An upload whose bytes find no room. */
async function withoutRoom(to: Asked) {
  const { evidenceId, url } = outcome(await createUpload(app, to, card()), 'EvidenceUpload');
  symlinkSync(FULL, join(folder, `${evidenceId}.half`));
  const { pathname } = new URL(url);
  const reply = await app.http.inject({ method: 'PUT', url: pathname, payload: content, headers: type });
  return { evidenceId: evidenceId as string, url: url as string, reply };
}

describe.runIf(existsSync(FULL))('a document for which the disk has no room', () => {
  it('is answered as not taken, with a time to come back, and the operator reads why', async () => {
    const { reply } = await withoutRoom(await emailProven(app, await active(app)));
    expect([reply.statusCode, reply.json().errors[0].extensions.code]).toEqual([503, 'UNAVAILABLE']);
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
    expect(app.lines.some((line) => line.includes('ENOSPC'))).toBe(true);
    expect(reply.body).not.toContain(folder);
  });

  it('leaves nothing behind: no file, no row in use, no entry, and an address that is spent', async () => {
    const to = await emailProven(app, await active(app));
    const { evidenceId, url } = await withoutRoom(to);
    expect(await idsOf(to, 'LOST')).toEqual([evidenceId]);
    expect(readdirSync(folder).filter((name) => name.startsWith(evidenceId))).toEqual([]);
    const { id: caseId } = await caseOf(app, to);
    expect(await app.db.rows.countBy(AuditEvent, { caseId, reasonCode: 'EVIDENCE' })).toBe(0);
    expect((await put(app, url, content, type)).status).toBe(404);
    expect((await submit(app, to)).data.submitEmailReplacement.missing).toContain('ID_CARD');
    expect(await broken(app)).toEqual({});
  });

  it('does not push out the one that is there already', async () => {
    const to = await emailProven(app, await active(app));
    const { body } = await uploaded(app, to, card());
    await withoutRoom(to);
    expect(await idsOf(to, 'STORED')).toEqual([body.evidenceId]);
    expect(await broken(app)).toEqual({});
  });

  it('is taken when there is room again, and as many as before may come at once', async () => {
    const to = await emailProven(app, await active(app));
    await Promise.all([withoutRoom(to), withoutRoom(to), withoutRoom(to), withoutRoom(to)]);
    const again = await Promise.all([uploaded(app, to, card()), uploaded(app, to, card())]);
    expect(again.map(({ status }) => status)).toEqual([201, 201]);
    expect(await idsOf(to, 'STORED')).toHaveLength(1);
    expect(await broken(app)).toEqual({});
  });
});
