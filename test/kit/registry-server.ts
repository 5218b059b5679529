import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export type RegistryMode = 'ok' | 'down' | 'hang' | '500' | 'slow';

export interface RegistryRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly query: Record<string, string>;
}

/** How long `slow` thinks before it answers. */
const SLOW_MS = 150;

export type RegistryServer = Awaited<ReturnType<typeof startRegistryServer>>;

/** A registry as docs/registry-api.md describes it. It knows nothing by itself: whatever is not scripted matches. */
export async function startRegistryServer({ key }: { key?: string } = {}) {
  const scripted = new Map<string, unknown>();
  const requests: RegistryRequest[] = [];
  let modes: RegistryMode[] = ['ok'];

  const server = createServer((request, response) => void answer(request, response).catch(() => undefined));
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { authorization } = request.headers;
    const query = JSON.parse(await bodyOf(request));
    requests.push({ path: request.url ?? '', authorization, query });
    const mode = modes.length > 1 ? modes.shift() : modes[0];
    if (mode === 'down') return void request.socket.destroy();
    if (mode === 'hang') return;
    if (mode === '500') return void response.writeHead(500).end('Internal error');
    if (mode === 'slow') await pause(SLOW_MS);
    if (key && authorization !== `Bearer ${key}`) return void response.writeHead(401).end();
    const number = query.nik ?? query.passport ?? query.npwp ?? query.registrationNumber ?? query.name;
    const script = [`${request.url} ${number}`, number].find((about) => scripted.has(about));
    const said = script === undefined ? { answer: 'MATCH' } : scripted.get(script);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(typeof said === 'string' ? said : JSON.stringify(said));
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Every request that arrived, retries included. */
    requests,
    get count() {
      return requests.length;
    },
    /** One mode for all that follows, or a list whose last entry stays. */
    behave(...inTurn: [RegistryMode, ...RegistryMode[]]) {
      modes = inTurn;
    },
    /**
     * What is answered about a NIK, passport, NPWP or decree number; with a path in front (`/v1/tax 3174…`) for
     * that check alone. A text is sent as it is, JSON or not.
     */
    script(number: string, said: unknown) {
      scripted.set(number, said);
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
