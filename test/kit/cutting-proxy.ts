import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What becomes of a command: it arrives; it never does; the answer to it is lost, whole or half-way. */
export type Fate = 'ARRIVES' | 'NEVER_ARRIVES' | 'UNANSWERED' | 'HALF_ANSWERED';

export type CuttingProxy = Awaited<ReturnType<typeof cuttingProxy>>;

/** A weak network between a browser and the server: it loses commands and answers as it is told, and never a question. */
export async function cuttingProxy(target: string) {
  const fates: Fate[] = [];
  const server = createServer(async (asked, reply) => {
    const body = await buffer(asked);
    const fate = isCommand(asked, body) ? (fates.shift() ?? 'ARRIVES') : 'ARRIVES';
    if (fate === 'NEVER_ARRIVES') asked.socket.destroy();
    else pass(target, asked, body, (answer) => void hand(answer, reply, fate));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The next commands, one after another; those after them arrive. */
    next: (...coming: Fate[]) => void fates.splice(0, fates.length, ...coming),
    /** How many of them have not been met yet. */
    get left(): number {
      return fates.length;
    },
    stop: () => new Promise((stopped) => server.close(stopped).closeAllConnections()),
  };
}

/** What changes something at the service; a key for sealing changes nothing. */
const isCommand = ({ method, url = '' }: IncomingMessage, body: Buffer): boolean =>
  method === 'PUT' ||
  (url === '/graphql' && /^\{"query":"[\\n\s]*mutation (?!AnswersKeys)/.test(body.toString())) ||
  (url === '/helpdesk/graphql' && /"query":"[\\n\s]*mutation /.test(body.toString()));

function pass(target: string, asked: IncomingMessage, body: Buffer, done: (answer: IncomingMessage) => void) {
  const { method, headers } = asked;
  const onward = request(`${target}${asked.url}`, { method, headers }, done);
  onward.on('error', () => asked.socket.destroy());
  onward.end(body);
}

async function hand(answer: IncomingMessage, reply: ServerResponse, fate: Fate): Promise<void> {
  const body = await buffer(answer); // so that whatever was to be done is done
  if (fate === 'UNANSWERED') return void reply.socket?.destroy();
  // Without it a browser repeats by itself what a connection that was used before has lost.
  reply.writeHead(answer.statusCode ?? 500, { ...answer.headers, connection: 'close' });
  if (fate === 'ARRIVES') return void reply.end(body);
  reply.write(body.subarray(0, body.length / 2), () => reply.socket?.destroy());
}
