import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { EvidenceFile } from '../../server/src/features/email-replacement/evidence-file.entity.js';
import { EvidenceKind } from '../../server/src/features/email-replacement/evidence-kind.js';
import { EvidenceVault } from '../../server/src/features/email-replacement/evidence-vault.js';
import { ReplacementRequest } from '../../server/src/features/email-replacement/replacement-request.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { SECOND_MS } from '../../server/src/platform/clock.js';
import { type AtDesk, atDesk } from '../kit/agents.js';
import { type App, startApp } from '../kit/app.js';
import { MARK_SEEN, RELEASE_CLAIM, REQUEST } from '../kit/case-operations.js';
import { caseRow, claim, type FiledCase, filedCase, storedFile } from '../kit/cases.js';

let app: App;
let rina: AtDesk;
let andi: AtDesk;
beforeAll(async () => {
  app = await startApp({ CLAIM_PER_AGENT: '10' });
  rina = await atDesk(app, 'AGENT');
  andi = await atDesk(app, 'AGENT');
});
afterAll(() => app.stop());

const picture = () =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: '#ffffff' } })
    .png()
    .toBuffer();
const get = (url: string, agent?: AtDesk) =>
  app.http.inject({ url, headers: agent ? { cookie: `__Host-konsol=${agent.browser.cookie}` } : {} });

/** A case in this agent's hands, with a readable document: its address. */
async function opened(agent: AtDesk, content?: Buffer, contentType = 'image/png') {
  const filed = await filedCase(app);
  const file = { ...storedFile(app, filed.id, EvidenceKind.OTHER), contentType };
  await new EvidenceVault(app.house.files, app.house.sealedFiles).put(file.id, content ?? (await picture()));
  await app.db.transact((tx) => tx.insert(EvidenceFile, file));
  await claim(agent, filed);
  return { filed, url: await addressOf(agent, filed) };
}

async function addressOf(agent: AtDesk, { ticket }: FiledCase): Promise<string> {
  const { evidence } = (await agent.ask(REQUEST, { ticket })).data.replacementRequest;
  return evidence.find(({ kind }: { kind: string }) => kind === 'OTHER').url;
}

describe('looking at a document', () => {
  it('shows the holder a marked picture that nothing can run in, and has it on record', async () => {
    const { filed, url } = await opened(rina);
    const reply = await get(url, rina);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'attachment; filename="dokumen.png"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(reply.headers['content-security-policy']).toContain('sandbox');
    expect(await sharp(reply.rawPayload).metadata()).toMatchObject({ width: 300, height: 200 });
    expect(reply.rawPayload.equals(await picture())).toBe(false);
    const seen = await app.db.rows.countBy(AuditEvent, { caseId: filed.id, event: 'EVIDENCE_VIEWED' });
    expect(seen).toBe(1);
  });

  it('counts it as seen once it was sent to that agent, and stands on the screen', async () => {
    const { filed, url } = await opened(rina);
    const id = url.split('/')[3];
    const mark = async (agent: AtDesk) => (await agent.ask(MARK_SEEN, { id })).data.markEvidenceSeen;
    expect(await mark(rina)).toBe(false); // a page may say so of a picture that never arrived
    expect((await get(`${url}x`, rina)).statusCode).toBe(404);
    expect(await mark(rina)).toBe(false);
    for (const _ of [1, 2]) expect((await get(url, rina)).statusCode).toBe(200);
    expect(await mark(rina)).toBe(true);
    await rina.ask(RELEASE_CLAIM, { ticket: filed.ticket });
    await claim(andi, filed);
    expect(await mark(andi)).toBe(false); // sent to somebody else
    expect((await get(await addressOf(andi, filed), andi)).statusCode).toBe(200);
    expect(await mark(andi)).toBe(true);
  });

  it('gives a PDF as a file, never to be shown by the browser', async () => {
    const { url } = await opened(rina, Buffer.from('%PDF-1.4'), 'application/pdf');
    const reply = await get(url, rina);
    expect(reply.headers['content-type']).toBe('application/pdf');
    expect(reply.headers['content-disposition']).toMatch(/^attachment/);
  });

  it('finds nothing without a session, in another’s, after a minute, or once the claim ended', async () => {
    const { filed, url } = await opened(rina);
    expect((await get(url)).statusCode).toBe(404);
    expect((await get(url, andi)).statusCode).toBe(404);
    expect((await get(`${url}x`, rina)).statusCode).toBe(404);
    await rina.ask(RELEASE_CLAIM, { ticket: filed.ticket });
    expect((await get(url, rina)).statusCode).toBe(404);
    const again = await opened(rina);
    app.passTime(60 * SECOND_MS);
    expect((await get(again.url, rina)).statusCode).toBe(404);
  });

  it('gives no address to whoever does not hold the case', async () => {
    const { filed } = await opened(rina);
    expect(await addressOf(andi, filed)).toBe('');
  });
});

describe('asking the population registry about a case', () => {
  it('is done by the worker after hand-in and weighs the case anew', async () => {
    const filed = await filedCase(app);
    const unasked = { registryAnswer: null, registryAt: null, registryDueAt: app.now() };
    await app.db.transact((tx) => tx.update(ReplacementRequest, { id: filed.id }, unasked));
    await app.work();
    expect(await caseRow(app, filed)).toMatchObject({
      registryAnswer: 'MATCH',
      registryDueAt: null,
      tier: 'LOW',
    });
  });
});
