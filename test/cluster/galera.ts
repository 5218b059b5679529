import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { freePort } from '../kit/mariadbd.js';
import { type GaleraNode, nodeOf, type Place, query, STARTS_MS } from './galera-node.js';

/** Three nodes of MariaDB Galera in throw-away folders, on loopback addresses of their own. */
export async function startGalera(count = 3) {
  const folder = mkdtempSync(join(tmpdir(), 'akun-galera-'));
  const places: Place[] = [];
  for (let number = 1; number <= count; number += 1)
    places.push({ number, port: await freePort(), group: await freePort(), transfer: await freePort() });
  const address = `gcomm://${places.map(({ group }) => `127.0.0.1:${group}`).join(',')}`;
  const nodes = places.map((place) => nodeOf(folder, place, address));
  const [first, ...others] = nodes;
  if (!first) throw new Error('A cluster has a node.');
  await first.begin();
  for (const other of others) await other.restart();
  return {
    nodes: nodes as GaleraNode[],
    urlFor: (database: string) =>
      `mysql://root@${places.map(({ port }) => `127.0.0.1:${port}`).join(',')}/${database}`,
    /** After all were killed together: the one that wrote last begins, the others follow. */
    async recover(): Promise<void> {
      const positions = nodes.map((node) => node.position());
      const last = Math.max(...positions);
      const newest = nodes[positions.indexOf(last)] ?? first;
      newest.allowBootstrap();
      await newest.begin();
      for (const node of nodes) if (node !== newest) await node.restart();
    },
    /**
     * Waits until every node says three times running that it is one of them all and takes work: a node that was cut off
     * goes on saying so for a moment after it was let in again, and then leaves once more to catch up.
     */
    async whole(): Promise<void> {
      const giveUpAt = performance.now() + STARTS_MS;
      for (let agreed = 0; agreed < 3; ) {
        const all = await Promise.all(nodes.map(({ port }) => isMember(port, count)));
        agreed = all.every(Boolean) ? agreed + 1 : 0;
        if (performance.now() > giveUpAt) throw new Error('The nodes did not find together again.');
        await pause(500);
      }
    },
    async stop(): Promise<void> {
      for (const node of nodes) node.thaw();
      await Promise.all(nodes.map((node) => node.kill()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Galera = Awaited<ReturnType<typeof startGalera>>;

/** Whether the node applies what the others write, in a cluster of all of them, and answers questions. */
async function isMember(port: number, count: number): Promise<boolean> {
  const rows = await query(
    port,
    "SHOW STATUS WHERE Variable_name IN ('wsrep_cluster_size', 'wsrep_cluster_status', 'wsrep_local_state_comment', 'wsrep_ready')",
  ).catch(() => []);
  const said = rows.map(({ Value }) => Value).sort();
  return JSON.stringify(said) === JSON.stringify([String(count), 'ON', 'Primary', 'Synced'].sort());
}
