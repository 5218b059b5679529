import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SentSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  /** Empty for the first of a trace. */
  readonly parentSpanId: string;
  readonly attributes: Readonly<Record<string, string | number>>;
}

interface Value {
  readonly stringValue?: string;
  readonly intValue?: number;
}
interface WireSpan extends Omit<SentSpan, 'attributes'> {
  readonly attributes: readonly { readonly key: string; readonly value: Value }[];
}
interface Batch {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly WireSpan[] }[];
  }[];
}

/** A collector on a free port of this machine that takes OTLP over HTTP as JSON, and forgets nothing. */
export async function startOtlpReceiver() {
  const spans: SentSpan[] = [];
  const bodies: string[] = [];
  const server = createServer((request, reply) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      if (request.method !== 'POST' || request.url !== '/v1/traces') return void reply.writeHead(404).end();
      bodies.push(body);
      for (const { scopeSpans } of (JSON.parse(body) as Batch).resourceSpans)
        for (const one of scopeSpans.flatMap((scope) => scope.spans)) spans.push(spanOf(one));
      reply.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    /** For `OTEL_EXPORTER_OTLP_ENDPOINT`. */
    url: `http://127.0.0.1:${port}`,
    spans,
    /** All that was ever said, as it came. */
    text: () => bodies.join('\n'),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const spanOf = ({ name, traceId, spanId, parentSpanId, attributes }: WireSpan): SentSpan => ({
  ...{ name, traceId, spanId, parentSpanId: parentSpanId ?? '' },
  attributes: Object.fromEntries(
    attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]),
  ),
});
