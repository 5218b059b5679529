import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import mysql, { type RowDataPacket } from 'mysql2/promise';

/**
 * The floor that `me` is held against: a bare HTTP server that finds the session and answers the same fields from the
 * same statements, with nothing around it. Prints its port.
 */
const pool = mysql.createPool({ uri: process.env.DATABASE_URL ?? '', connectionLimit: 10, timezone: 'Z' });
const first = async (sql: string, values: unknown[]) => (await pool.query<RowDataPacket[]>(sql, values))[0];

const server = createServer((request, reply) => {
  request.resume();
  request.on('end', async () => {
    const token = (request.headers.authorization ?? '').slice('Bearer '.length);
    const hash = createHash('sha256').update(token).digest('hex');
    const [session] = await first(
      'SELECT * FROM sessions WHERE token_hash = ? OR next_token_hash = ? LIMIT 1',
      [hash, hash],
    );
    const [account] = await first('SELECT * FROM accounts WHERE id = ? LIMIT 1', [session?.account_id]);
    const identifiers = await first(
      'SELECT * FROM identifiers WHERE account_id = ? AND replaced_at IS NULL',
      [account?.id],
    );
    const of = (kind: string) => identifiers.find((row) => row.kind === kind);
    const contact = (row?: RowDataPacket) => (row ? { value: row.value, verifiedAt: row.verified_at } : null);
    const me = {
      id: account?.id,
      username: of('USERNAME')?.value,
      status: account?.status,
      fullName: account?.full_name,
      email: contact(of('EMAIL')),
      whatsapp: contact(of('PHONE')),
    };
    reply.setHeader('content-type', 'application/json');
    reply.end(JSON.stringify({ data: { me } }));
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
