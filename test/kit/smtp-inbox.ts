import type { AddressInfo, Socket } from 'node:net';

import { SMTPServer, type SMTPServerError, type SMTPServerSession } from 'smtp-server';

import { type Mail, readMail } from './read-mail.js';

/**
 * `refuse`: 550 for the recipient. `tempfail`: 451. `hang`: silence. `hangup`: ends the call before the greeting, or at the recipient.
 * `drop`: takes the message, then ends the call unanswered. `trickle`: takes it and never comes to an end of its answer.
 */
export type SmtpMode = 'ok' | 'refuse' | 'tempfail' | 'hang' | 'hangup' | 'drop' | 'trickle';

export interface SmtpInbox {
  /** For `MAIL_URL`. */
  readonly url: string;
  readonly port: number;
  /** In the order they came, also those whose acceptance was never told. */
  readonly messages: Mail[];
  mode: SmtpMode;
  /** The reply of mode `refuse`. */
  refusal: { code: number; text: string };
  onMessage: (mail: Mail) => void;
  /** A client is at this step of a message, and has not been answered yet. */
  onStep: (step: 'RCPT' | 'DATA') => void;
  /** How often a client has connected. */
  connections(): number;
  stop(): Promise<void>;
}

/** A real SMTP server on a free port of this machine. With a `login` it takes no message without it. */
export async function startSmtpInbox(login?: { user: string; password: string }): Promise<SmtpInbox> {
  let connections = 0;
  const sockets = new Map<string, Socket>();
  const server = new SMTPServer({
    authOptional: !login,
    allowInsecureAuth: true,
    disabledCommands: login ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    socketTimeout: 60_000,
    closeTimeout: 10,
    onAuth({ username, password }, _session, done) {
      const known = username === login?.user && password === login?.password;
      done(known ? null : failure(535, 'Invalid login'), known ? { user: username } : undefined);
    },
    onConnect(session, done) {
      connections += 1;
      sockets.set(session.id, socketOf(session));
      if (inbox.mode === 'hangup') sockets.get(session.id)?.destroy();
      else done();
    },
    onRcptTo(_address, session, done) {
      inbox.onStep('RCPT');
      if (inbox.mode === 'hangup') return void sockets.get(session.id)?.destroy();
      if (inbox.mode === 'refuse') return done(failure(inbox.refusal.code, inbox.refusal.text));
      if (inbox.mode === 'tempfail') return done(failure(451, '4.3.0 Try again later'));
      if (inbox.mode !== 'hang') done();
    },
    onData(stream, session, done) {
      inbox.onStep('DATA');
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const mail = readMail(Buffer.concat(chunks).toString('latin1'), session.envelope);
        inbox.messages.push(mail);
        inbox.onMessage(mail);
        if (inbox.mode === 'drop') sockets.get(session.id)?.destroy();
        else if (inbox.mode === 'trickle') trickle(sockets.get(session.id));
        else done(null, 'Accepted');
      });
    },
  });
  const socketOf = ({ id }: SMTPServerSession) =>
    ([...server.connections].find((one) => one.id === id) as unknown as { _socket: Socket })._socket;
  server.on('error', () => undefined); // a client that hangs up is part of the tests
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const user = login ? `${encodeURIComponent(login.user)}:${encodeURIComponent(login.password)}@` : '';
  const inbox: SmtpInbox = {
    url: `smtp://${user}127.0.0.1:${port}`,
    port,
    messages: [],
    mode: 'ok',
    refusal: { code: 550, text: '5.1.1 No such mailbox' },
    onMessage: () => undefined,
    onStep: () => undefined,
    connections: () => connections,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return inbox;
}

/** Keeps every idle time-out of the client quiet and never comes to an end. */
function trickle(socket?: Socket): void {
  const beat = setInterval(() => socket?.write('250-wait\r\n'), 20);
  socket?.once('close', () => clearInterval(beat));
}

const failure = (responseCode: number, text: string): SMTPServerError =>
  Object.assign(new Error(text), { responseCode });
