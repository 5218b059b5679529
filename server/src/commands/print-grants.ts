import 'reflect-metadata';

import { readConfig } from '../config.js';
import { runtimeGrants } from '../platform/audit/grants.js';
import { openReadOnly } from '../platform/database/read-only.js';
import { tables } from '../tables.js';

/** `npm run grants:print -- akun_service@10.0.0.%`: what to run as administrator for the service's own account, after migrating. MariaDB and MySQL; SQLite has triggers instead. */
const user = process.argv[2] ?? 'akun_service';
const db = await openReadOnly(readConfig().databaseUrl, tables);
const [here]: { name: string }[] = await db.rows.query('SELECT DATABASE() AS name');
const found: object[] = await db.rows.query('SHOW TABLES');
const names = found.flatMap((row) => Object.values(row) as string[]);
process.stdout.write(`${runtimeGrants(here?.name ?? '', user, names).join('\n')}\n`);
await db.close();
