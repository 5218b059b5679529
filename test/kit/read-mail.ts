import type { SMTPServerEnvelope } from 'smtp-server';

export interface Mail {
  /** Of the envelope: who really gets it. */
  readonly recipients: readonly string[];
  readonly sender: string;
  /** By lower-case name, unfolded, encoded words decoded; a repeated header is joined by a line break. */
  readonly headers: Readonly<Record<string, string>>;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly raw: string;
}

/** Takes a message apart as far as the tests look: headers, and the text and HTML parts of a multipart/alternative. */
export function readMail(raw: string, envelope: SMTPServerEnvelope): Mail {
  const { headers } = section(raw);
  const parts = leaves(raw);
  const part = (type: string) => parts.find((one) => one.type === type)?.content ?? '';
  return {
    recipients: envelope.rcptTo.map(({ address }) => address),
    sender: envelope.mailFrom ? envelope.mailFrom.address : '',
    headers,
    subject: headers.subject ?? '',
    text: part('text/plain').replace(/\r\n/g, '\n'),
    html: part('text/html').replace(/\r\n/g, '\n'),
    raw,
  };
}

function leaves(raw: string): { type: string; content: string }[] {
  const { headers, body } = section(raw);
  const type = headers['content-type'] ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary)
    return body
      .split(`--${boundary}`)
      .slice(1, -1)
      .flatMap((part) => leaves(part.replace(/^\r\n/, '')));
  const content = decoded(body, headers['content-transfer-encoding'] ?? '7bit').toString('utf8');
  return [{ type: type.split(';')[0] ?? '', content }];
}

function section(raw: string): { headers: Record<string, string>; body: string } {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  const headers: Record<string, string> = {};
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = words(line.slice(colon + 1).trim());
    headers[name] = name in headers ? `${headers[name]}\n${value}` : value;
  }
  return { headers, body: raw.slice(end + 4) };
}

function words(value: string): string {
  return value
    .replace(/\?= +=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      decoded(
        kind.toUpperCase() === 'B' ? text : text.replace(/_/g, ' '),
        kind.toUpperCase() === 'B' ? 'base64' : 'quoted-printable',
      ).toString('utf8'),
    );
}

function decoded(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const joined = body.replace(/=\r\n/g, '');
  const bytes = joined.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1');
}
