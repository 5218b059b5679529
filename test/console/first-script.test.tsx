import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { firstAnswer } from '../../admin-ui/src/app/first-question';
import { codeOf, PAGE_CODE } from '../../admin-ui/src/app/page-code';
import { start } from '../../admin-ui/src/app/start';
import { now, setByServer } from '../../admin-ui/src/ui/clock';
import { RINA } from '../kit/console';
import { lineTo } from './whole-console';

const soon = (minutes: number) => new Date(now() + minutes * 60_000).toISOString();
const session = () => ({
  __typename: 'AgentSessionState' as const,
  ...{ now: soon(0), idleEndsAt: soon(15), expiresAt: soon(600), decideUntil: soon(30), actUntil: soon(5) },
});
const known = () => ({ viewer: RINA, rehearsal: true, agentSession: session(), cameAt: performance.now() });

beforeEach(() => vi.stubEnv('BASE_URL', '/helpdesk/'));
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe('the code of a page', () => {
  it.each(Object.keys(PAGE_CODE))('%s is known by its address', (address) => {
    const filled = address.replaceAll(/\$\w+/g, '0193-abc');
    expect(codeOf(`/helpdesk${filled}`)).toBe(PAGE_CODE[address as keyof typeof PAGE_CODE]);
  });

  it.each(['/helpdesk/', '/helpdesk/masuk', '/helpdesk/akun/1/2', '/helpdesk/tidak/ada'])(
    'is left to the router at %s',
    (address) => expect(codeOf(address)).toBeUndefined(),
  );
});

describe('the first question', () => {
  it('asks who sits here and until when, and says when the answer came', async () => {
    lineTo({ FirstQuestion: () => ({ viewer: RINA, rehearsal: true, agentSession: null }) });
    expect(await firstAnswer('/helpdesk/antrean')).toMatchObject({
      viewer: RINA,
      cameAt: expect.any(Number),
    });
  });

  it.each(['masuk', 'masuk/kode', 'undangan', 'keluar'])('is not asked at /%s', async (address) => {
    const line = lineTo({});
    expect(await firstAnswer(`/helpdesk/${address}`)).toBeNull();
    expect(line.asked).toEqual([]);
  });

  it('leaves a server that cannot be reached to whoever can say so', async () => {
    lineTo({}).state = 'down';
    expect(await firstAnswer('/helpdesk/antrean')).toBeNull();
  });
});

describe('the start of the console', () => {
  it('asks nothing again of what the first script knows', async () => {
    const line = lineTo({ ...COUNTS });
    await draw(known());
    await screen.findByRole('navigation', { name: 'Menu utama' });
    await waitFor(() => expect(line.asked.map(({ operation }) => operation)).toContain('QueueCounts'));
    expect(line.asked.map(({ operation }) => operation)).not.toContain('Viewer');
    expect(line.asked.map(({ operation }) => operation)).not.toContain('SessionTimes');
  });

  it('asks for itself where the first script learned nothing', async () => {
    const line = lineTo({
      ...COUNTS,
      Viewer: () => ({ viewer: RINA }),
      SessionTimes: () => ({ rehearsal: true, agentSession: session() }),
    });
    await draw(null);
    await screen.findByRole('navigation', { name: 'Menu utama' });
    expect(line.asked[0]?.operation).toBe('Viewer');
  });

  it('keeps nothing of the session of nobody', async () => {
    const line = lineTo({});
    await draw({ ...known(), viewer: null, agentSession: null });
    await screen.findByRole('heading', { name: 'Masuk ke konsol' });
    expect(line.asked).toEqual([]);
  });
});

describe('the clock', () => {
  it('counts the way of an answer, and forgets the one it has heard already', () => {
    const at = soon(60);
    setByServer(at, 2000);
    const ahead = now() - Date.parse(at);
    expect(ahead).toBeGreaterThanOrEqual(2000);
    expect(ahead).toBeLessThan(3000);
    setByServer(at);
    expect(now() - Date.parse(at)).toBeGreaterThanOrEqual(2000);
  });
});

const COUNTS = {
  QueueCounts: () => ({
    queueCounts: {
      __typename: 'QueueCounts',
      ...{ ready: 3, mine: 0, awaitingSecond: 0, returned: 0, waitingPeriod: 0, overdue: 0 },
    },
  }),
};

async function draw(answer: Parameters<typeof start>[0]): Promise<void> {
  window.history.replaceState(null, '', '/helpdesk/bantuan');
  const root = document.createElement('div');
  root.id = 'root';
  document.body.append(root);
  Object.assign(document, { adoptedStyleSheets: [] }); // jsdom has none
  await start(answer);
}
