import {
  type Context,
  type Span as OtelSpan,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';

import { within } from './origin.js';
import { originOf, type Tracing } from './tracing.js';

export interface OtlpOptions {
  /** The collector's address, without `/v1/traces`. */
  readonly endpoint: string;
  readonly serviceName: string;
  /** Part of the requests that are followed; their messages and receipts go with them. */
  readonly ratio: number;
}

const EVERY_MS = 1000;
const TIMEOUT_MS = 5000;

/** OpenTelemetry over HTTP. A collector that is away costs nothing but the spans. */
export function openTracing({ endpoint, serviceName, ratio }: OtlpOptions): Tracing {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
    timeoutMillis: TIMEOUT_MS,
  });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: EVERY_MS })],
  });
  const tracer = provider.getTracer('akun-oss');
  return {
    span: (start, work) => {
      const { requestId, traceparent } = originOf(start);
      const kind = SpanKind[start.kind];
      const attributes = requestId ? { ...start.attributes, 'akun.request_id': requestId } : start.attributes;
      const span = tracer.startSpan(start.name, { kind, attributes }, contextOf(traceparent));
      const inside = { requestId, traceparent: traceparentOf(span) };
      return ended(span, () => within(inside, () => work({ note: (more) => void span.setAttributes(more) })));
    },
    close: () => provider.shutdown().catch(() => undefined),
  };
}

/** Without the error's own words, which may hold what somebody typed. */
async function ended<T>(span: OtelSpan, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.setAttribute('error.type', `${(error as object)?.constructor?.name}`);
    throw error;
  } finally {
    span.end();
  }
}

function contextOf(traceparent: string | null): Context {
  const [, traceId, spanId, flags] =
    /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent ?? '') ?? [];
  if (!traceId || !spanId || !flags) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16),
    isRemote: true,
  });
}

function traceparentOf(span: OtelSpan): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}
