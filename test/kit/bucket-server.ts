import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type BucketServer = Awaited<ReturnType<typeof startBucketServer>>;

/** An HTTP server that keeps objects as S3 does and believes nobody whose SigV4 signature it cannot compute itself. */
export async function startBucketServer({
  keyId = 'AKIACONTOH',
  secret = 'rahasia-contoh',
  region = 'ap-southeast-3',
} = {}) {
  const objects = new Map<string, Buffer>();
  const refused: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const name = request.url?.replace(/^\/bukti\//, '') ?? '';
    if (bucket.mode === 'down')
      return void response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>');
    if (!isSigned(request, body)) {
      refused.push(`${request.method} ${request.url}`);
      return void response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
    }
    if (request.method === 'PUT') {
      objects.set(name, body);
      return void response.writeHead(200).end();
    }
    const object = objects.get(name);
    if (request.method === 'DELETE') {
      objects.delete(name);
      return void response.writeHead(204).end();
    }
    if (!object) return void response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
    response.writeHead(200, { 'content-length': object.length }).end(object);
  });

  function isSigned(request: IncomingMessage, body: Buffer): boolean {
    const [, credential = '', signed = '', signature = ''] =
      /^AWS4-HMAC-SHA256 Credential=(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/.exec(
        request.headers.authorization ?? '',
      ) ?? [];
    const [key, day = '', ...scope] = credential.split('/');
    if (key !== keyId || scope.join('/') !== `${region}/s3/aws4_request`) return false;
    const hash = request.headers['x-amz-content-sha256'];
    if (hash !== 'UNSIGNED-PAYLOAD' && hash !== sha256(body)) return false;
    const headers = signed.split(';').map((header) => `${header}:${request.headers[header]}\n`);
    const canonical = [request.method, request.url, '', headers.join(''), signed, hash].join('\n');
    const at = `${request.headers['x-amz-date']}`;
    const text = ['AWS4-HMAC-SHA256', at, `${day}/${scope.join('/')}`, sha256(Buffer.from(canonical))].join(
      '\n',
    );
    const signing = [day, ...scope].reduce<Buffer | string>(
      (over, part) => hmac(over, part),
      `AWS4${secret}`,
    );
    return at.startsWith(day) && hmac(signing, text).toString('hex') === signature;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const bucket = {
    url: `http://127.0.0.1:${port}/bukti`,
    region,
    keyId,
    secret,
    /** By name, as stored. */
    objects,
    refused,
    mode: 'ok' as 'ok' | 'down',
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return bucket;
}

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
