import { type AddressInfo, createServer, type Socket } from 'node:net';

/** `hang`: takes everything and says nothing. `hangup`: ends the call. `odd`: answers something no scanner says. */
export type ClamdMode = 'ok' | 'error' | 'hang' | 'hangup' | 'odd';

export type ClamdServer = Awaited<ReturnType<typeof startClamdServer>>;

/** A server that speaks clamd's INSTREAM as its manual has it: a content is infected when it holds the word given. */
export async function startClamdServer(infection = 'contoh-virus') {
  const scanned: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    let waiting = Buffer.alloc(0);
    socket.on('data', (part: Buffer) => {
      if (clam.mode === 'hangup') return void socket.destroy();
      waiting = Buffer.concat([waiting, part]);
      const content = contentIn(waiting);
      if (!content || clam.mode === 'hang') return;
      scanned.push(content);
      socket.end(answer(content));
    });
  });
  const answer = (content: Buffer): string => {
    if (clam.mode === 'odd') return 'no such command\0';
    if (clam.mode === 'error') return 'INSTREAM size limit exceeded. ERROR\0';
    return content.includes(infection) ? 'stream: Contoh.Virus-1 FOUND\0' : 'stream: OK\0';
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const clam = {
    /** For `EVIDENCE_SCANNER`. */
    url: `clamd://127.0.0.1:${port}`,
    port,
    scanned,
    mode: 'ok' as ClamdMode,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return clam;
}

/** The content once its last part, of length 0, has come; undefined before. Throws away whoever speaks otherwise. */
function contentIn(sent: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (sent.subarray(0, command.length).toString() !== command) return undefined;
  const parts: Buffer[] = [];
  let at = command.length;
  while (sent.length >= at + 4) {
    const length = sent.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(sent.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
