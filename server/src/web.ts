import { resolve } from 'node:path';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';

import type { House } from './compose.js';
import type { features } from './features.js';
import { figures } from './figures.js';
import { helpdeskContext } from './helpdesk-request.js';
import { guarded } from './office/guard.js';
import { widgetSources } from './platform/captcha/widget-sources.js';
import { SECOND_MS } from './platform/clock.js';
import { devInboxRoutes } from './platform/delivery/dev-inbox.route.js';
import { whatsAppWebhook } from './platform/delivery/whatsapp-webhook.route.js';
import { apolloFor } from './platform/graphql/apollo.js';
import type { Context } from './platform/graphql/context.js';
import { schemaOf } from './platform/graphql/schema.js';
import { type Urgency, urgencyIn } from './platform/graphql/urgency.js';
import { graphqlAt } from './platform/http/graphql-routes.js';
import { contentPolicy, graphiqlPolicy } from './platform/http/headers.js';
import { healthRoutes } from './platform/http/health.js';
import { inFlightFigures } from './platform/http/in-flight-figures.js';
import { screens } from './platform/http/screens.js';
import { httpServer } from './platform/http/server.js';
import { measured } from './platform/metrics/measured.js';
import { metricsRoute } from './platform/metrics/metrics.route.js';
import { Receipts } from './platform/outbox/receipts.js';
import { publicContext } from './public-request.js';

/** The first parts of the portal's addresses, the start page's empty one among them. */
const PORTAL_PAGES = [
  ...['', 'bantuan', 'privasi', 'aksesibilitas', 'daftar', 'aktivasi', 'masuk', 'keluar', 'akun'],
  ...['lupa-kata-sandi', 'atur-ulang', 'lupa-akun', 'bukan-saya', 'kembalikan-kontak'],
  ...['email-tidak-aktif', 'status-permohonan', 'hentikan', 'pulihkan-email'],
];

/** Everything that answers over HTTP, not yet listening. */
export async function web(
  house: House,
  rooms: ReturnType<typeof features>,
  ready: () => Promise<readonly string[]>,
): Promise<FastifyInstance> {
  const { config, log, now } = house;
  const app = await httpServer({
    log,
    now,
    https: config.publicBaseUrl.startsWith('https:'),
    trustedProxies: config.TRUSTED_PROXIES,
    allowedOrigins: config.CORS_ORIGINS,
    bodyBytes: config.HTTP_BODY_KB * 1024,
    headerTimeoutMs: config.HTTP_HEADER_TIMEOUT_S * SECOND_MS,
    requestTimeoutMs: config.HTTP_REQUEST_TIMEOUT_S * SECOND_MS,
    longestBodyMs: config.EVIDENCE_UPLOAD_TIMEOUT_S * SECOND_MS,
    inFlight: config.HTTP_IN_FLIGHT,
  });
  const open = measured(await schemaOf(rooms.public), 'public', house);
  const desk = measured(guarded(await schemaOf(rooms.helpdesk), house), 'helpdesk', house);
  await mount(app, house, {
    ...{ path: '/graphql', schema: open, contextOf: publicContext(house), usual: 'LOGIN' },
  });
  await mount(app, house, {
    ...{ path: '/helpdesk/graphql', schema: desk, contextOf: helpdeskContext(house), usual: 'CONSOLE' },
  });
  healthRoutes(app, { ready });
  for (const register of rooms.routes) await register(app);
  const watched = [...figures(house), ...inFlightFigures(app), ...rooms.figures];
  for (const figure of watched) house.metrics.watch(figure);
  if (config.METRICS_KEY || !config.production) metricsRoute(app, house.metrics, config.METRICS_KEY);
  await pages(app, house);
  return app;
}

interface Mounted<Known extends Context> {
  readonly path: string;
  readonly schema: GraphQLSchema;
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Known>;
  /** How urgent its fields are that say nothing else. */
  readonly usual: Urgency;
}

async function mount<Known extends Context>(
  app: FastifyInstance,
  { config, log }: House,
  { path, schema, contextOf, usual }: Mounted<Known>,
): Promise<void> {
  const limits = {
    depth: config.GQL_DEPTH,
    tokens: config.GQL_TOKENS,
    aliases: config.GQL_ALIASES,
    directives: config.GQL_DIRECTIVES,
    rootFields: config.GQL_ROOT_FIELDS,
    cost: config.GQL_COST,
    page: config.GQL_PAGE,
  };
  const apollo = await apolloFor(schema, { introspection: !config.production, limits, log });
  app.addHook('onClose', () => apollo.stop());
  graphqlAt(app, { path, apollo: apollo as never, contextOf, urgencyOf: urgencyIn(schema, usual) });
}

/** The policy of all pages, and what the widget of a remote captcha needs where one is set. */
const portalPolicy = ({ publicBaseUrl, CAPTCHA_PROVIDER }: House['config']): string =>
  contentPolicy(publicBaseUrl.startsWith('https:'), widgetSources(CAPTCHA_PROVIDER));

async function pages(app: FastifyInstance, { config, db, now, log, tracing }: House): Promise<void> {
  const { WHATSAPP_APP_SECRET: appSecret, WHATSAPP_VERIFY_TOKEN: verifyToken } = config;
  if (appSecret && verifyToken) {
    const receipts = new Receipts(db, now, tracing);
    const refused = (reasonCode: string) => log.warn({ reasonCode }, 'a webhook call was refused');
    await app.register(whatsAppWebhook, {
      appSecret,
      verifyToken,
      record: (one) => receipts.record(one),
      refused,
    });
  }
  await screens(app, [
    { at: '/helpdesk/', root: resolve('dist/admin-ui') },
    { at: '/', root: resolve('dist/portal'), known: PORTAL_PAGES, contentPolicy: portalPolicy(config) },
  ]);
  if (config.production) return;
  await screens(app, [
    { at: '/graphiql/', root: resolve('dist/graphiql'), contentPolicy: graphiqlPolicy(false) },
  ]);
  await app.register(devInboxRoutes, { db });
}
