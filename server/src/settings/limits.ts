import { whole } from './kinds.js';

/** HTTP, GraphQL, database, and how a process ends. */
export const limitsSettings = {
  HTTP_BODY_KB: whole(100, 1).describe('largest request body'),
  HTTP_HEADER_TIMEOUT_S: whole(10, 1).describe('seconds to receive the headers'),
  HTTP_REQUEST_TIMEOUT_S: whole(15, 1).describe('seconds to receive a request'),
  HTTP_IN_FLIGHT: whole(200, 1).describe('requests worked on at once; beyond: 503'),
  GQL_DEPTH: whole(10, 1).describe('nesting of a document'),
  GQL_TOKENS: whole(1000, 1).describe('tokens of a document'),
  GQL_ALIASES: whole(15, 0).describe('aliases of a document'),
  GQL_DIRECTIVES: whole(20, 0).describe('directives of a document'),
  GQL_ROOT_FIELDS: whole(5, 1).describe('root fields of a document'),
  GQL_COST: whole(1000, 1).describe('cost of a document, page sizes multiplied'),

  GQL_PAGE: whole(100, 1, 100).describe('rows of one page'),

  DB_POOL: whole(10, 1).describe('connections (MariaDB/MySQL)'),
  DB_POOL_QUEUE: whole(50, 1).describe('callers that may wait for a connection'),
  DB_CONNECT_TIMEOUT_S: whole(3, 1).describe('seconds to connect'),
  DB_QUERY_TIMEOUT_MS: whole(2500, 100).describe('milliseconds a busy connection may be silent'),

  STOP_PROBE_S: whole(5, 0).describe('seconds between “not ready” and closing the door'),
  STOP_DRAIN_S: whole(20, 1).describe('seconds running requests may take to end'),
  READY_DB_TIMEOUT_MS: whole(1000, 100).describe(
    'milliseconds the database may take for the readiness check',
  ),
  DISPATCHER_BEAT_S: whole(30, 5).describe('seconds after which a silent worker counts as gone'),
};
