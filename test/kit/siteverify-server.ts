import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type SiteverifyMode = 'ok' | 'down' | 'hang' | '500' | 'garbage' | 'wrong-secret';

export interface SolvedAnswer {
  readonly hostname?: string;
  readonly action?: string;
  readonly score?: number;
}

export type SiteverifyServer = Awaited<ReturnType<typeof startSiteverifyServer>>;

/** Behaves as the `siteverify` addresses of Turnstile, hCaptcha and reCAPTCHA do: form in, JSON out, each answer once. */
export async function startSiteverifyServer(secret: string) {
  const solved = new Map<string, SolvedAnswer>();
  const requests: URLSearchParams[] = [];
  let mode: SiteverifyMode = 'ok';
  let forgetful = false;

  const server = createServer((request, response) => void answer(request, response).catch(() => undefined));
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
    requests.push(form);
    if (mode === 'down') return void request.socket.destroy();
    if (mode === 'hang') return;
    if (mode === '500') return void response.writeHead(500).end();
    if (mode === 'garbage') return void response.writeHead(200).end('<html>Moved</html>');
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(verdictOn(form)));
  }

  function verdictOn(form: URLSearchParams): object {
    if (form.get('secret') !== secret || mode === 'wrong-secret') {
      return { success: false, 'error-codes': ['invalid-input-secret'] };
    }
    const token = form.get('response') ?? '';
    const known = solved.get(token);
    if (!forgetful) solved.delete(token);
    if (!known) return { success: false, 'error-codes': ['invalid-input-response'] };
    return { success: true, challenge_ts: '2026-11-23T09:00:00Z', 'error-codes': [], ...known };
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/siteverify`,
    requests,
    behave(next: SiteverifyMode) {
      mode = next;
    },
    /** Says yes to one answer again and again, as no provider should. */
    forgetUses() {
      forgetful = true;
    },
    /** A person solved the widget in their browser. */
    solve(token: string, answer: SolvedAnswer) {
      solved.set(token, answer);
      return token;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
