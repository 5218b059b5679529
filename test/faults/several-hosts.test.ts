import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';

import { systemClock } from '../../server/src/platform/clock.js';
import { openDatabase } from '../../server/src/platform/database/data-source.js';
import { migrate } from '../../server/src/platform/database/migrate.js';
import type { Database } from '../../server/src/platform/database/transact.js';
import { isUnavailable } from '../../server/src/platform/graphql/unavailable.js';
import { Lease } from '../../server/src/platform/jobs/lease.entity.js';
import { tables } from '../../server/src/tables.js';
import { freshDatabase, type Home, onSqlite } from '../kit/database.js';

const PATIENCE_MS = 400;
const IMPATIENT = { connections: 4, queue: 20, connectTimeoutMs: PATIENCE_MS, silenceMs: PATIENCE_MS };

/** A machine with a database node. One that hangs is connected to by its kernel and says nothing, to old and new. */
async function machine(hanging = false) {
  const { port } = new URL(inject('dbUrl'));
  const sockets = new Set<Socket>();
  let hangs = hanging;
  const server = createServer((client) => {
    sockets.add(client);
    client.on('error', () => undefined).on('close', () => sockets.delete(client));
    if (hangs) return;
    const node = connect(Number(port), '127.0.0.1');
    node.on('error', () => undefined).on('close', () => client.destroy());
    client.on('close', () => node.destroy());
    client.on('data', (bytes) => hangs || node.write(bytes));
    node.on('data', (bytes) => hangs || client.write(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    hang: () => {
      hangs = true;
    },
    wake: () => {
      hangs = false;
      for (const socket of sockets) socket.destroy();
    },
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

type Machine = Awaited<ReturnType<typeof machine>>;

describe.runIf(!onSqlite())('a process that has several database nodes to work with', () => {
  let home: Home;
  let db: Database | undefined;
  const machines: Machine[] = [];
  const left: string[] = [];

  beforeAll(async () => {
    home = await freshDatabase();
    const first = await openDatabase(home.url, tables);
    await migrate(first.writer, systemClock);
    await first.close();
  });
  afterEach(async () => {
    for (const { wake } of machines) wake();
    await db?.close();
    await Promise.all(machines.splice(0).map(({ stop }) => stop()));
    left.length = 0;
  });
  afterAll(() => home.remove());

  async function begun(...nodes: Machine[]): Promise<Database> {
    machines.push(...nodes);
    const url = home.url.replace(/@[^/]+/, `@${nodes.map(({ host }) => host).join(',')}`);
    db = await openDatabase(url, tables, IMPATIENT, (reasonCode) => left.push(reasonCode));
    return db;
  }
  const write = (to: Database, name: string) =>
    to.transact((tx) => tx.insert(Lease, { name, holder: null, until: systemClock() }));

  it('starts with the second where the first hangs, and leaves none', async () => {
    const started = await begun(await machine(true), await machine());
    await write(started, 'started');
    expect(left).toEqual([]);
  });

  it('leaves one that hangs, and the next that lets nobody in, for the third: the unit goes through', async () => {
    const [first, second, third] = [await machine(), await machine(), await machine()];
    const running = await begun(first, second, third);
    await write(running, 'before');
    second.hang();
    first.hang();
    await write(running, 'meanwhile');
    expect(left).toEqual(['SILENT', 'SILENT']);
  });

  it('says that it is unavailable while all hang, and works again with the first that wakes', async () => {
    const [first, second] = [await machine(), await machine()];
    const running = await begun(first, second);
    await write(running, 'well');
    second.hang();
    first.hang();
    const refused = (error: unknown) => error;
    expect(await write(running, 'in vain').catch(refused)).toSatisfy(isUnavailable);
    expect(await running.rows.count(Lease).catch(refused)).toSatisfy(isUnavailable);
    first.wake();
    await write(running, 'healed');
  });
});
