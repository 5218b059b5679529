import type { Socket } from 'node:net';

import type { Connection } from 'mysql2';

import type { WriteNode } from './write-node.js';

/**
 * What every new connection to MariaDB/MySQL is set to, and what is watched on it for as long as it is open: the database
 * falls silent on somebody for `silenceMs` (0: never), or its node takes no work.
 */
export function prepareSession(connection: Connection, silenceMs: number, node: WriteNode): void {
  // A per-query timeout would leave the ROLLBACK waiting behind the stuck query; closing the socket frees both.
  const { stream } = connection as unknown as { stream: Socket };
  node.entered(stream);
  const isBusy = () => Boolean((connection as unknown as { _command: unknown })._command);
  let silent = 0;
  stream.on('data', () => {
    silent = 0;
  });
  // Looked at half-way: a node that is gone is left before everybody's patience is.
  stream.setTimeout(silenceMs / 2).on('timeout', () => {
    silent = isBusy() ? silent + 1 : 0;
    if (silent === 1) void node.doubt(stream);
    if (silent === 2) {
      node.fellSilent(stream);
      stream.destroy(new Error('The database fell silent.'));
    } else stream.setTimeout(silenceMs / 2); // node fires it once; arm it again
  });
  hearRefusals(connection, () => node.refused(stream));
  connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
  // A node that has lost its cluster refuses this, before anybody's work is tried on it.
  connection.query('SELECT 1', () => undefined);
  // Galera: read what any node has committed. A server without it answers 1193, which is fine.
  connection.query('SET SESSION wsrep_sync_wait = 1', () => undefined);
}

/** Readers and writers alike: a node that lost its cluster would otherwise be asked for as long as nobody writes. */
function hearRefusals(connection: Connection, refused: () => void): void {
  const query = connection.query.bind(connection) as (...given: unknown[]) => never;
  connection.query = (...given: unknown[]) => {
    const done = given.at(-1);
    if (typeof done !== 'function') return query(...given);
    return query(...given.slice(0, -1), (error: { errno?: number } | null, ...answer: unknown[]) => {
      if (error?.errno === NOT_READY) refused();
      done(error, ...answer);
    });
  };
}

const NOT_READY = 1047;
