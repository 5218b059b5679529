import 'reflect-metadata';

import { PersonalData } from '../account/personal-data.js';
import { readConfig } from '../config.js';
import { keyedColumns } from '../keyed-columns.js';
import { BlindIndex } from '../platform/crypto/blind-index.js';
import { Seal } from '../platform/crypto/seal.js';
import { openReadOnly } from '../platform/database/read-only.js';
import { keyUsage } from '../platform/keys/key-usage.js';
import { startOrExplain } from '../start-or-explain.js';
import { tables } from '../tables.js';

/**
 * `npm run keys:usage`: which key made how many values of which column. Only reads, also beside a running service. Exit 1
 * when a value was made with a key that its setting no longer has: it cannot be read.
 */
await startOrExplain(async () => {
  const { keys, databaseUrl } = readConfig();
  const db = await openReadOnly(databaseUrl, tables);
  const [seal, index] = [new Seal(keys.DATA_KEYS), new BlindIndex(keys.INDEX_KEYS)];
  const columns = keyedColumns({ db, seal, index, personal: new PersonalData(seal, index) });
  let lost = 0;
  for await (const { setting, keyId, table, column, rows } of keyUsage(db, columns)) {
    const ring = keys[setting];
    const state = keyId === ring.newest.id ? 'newest' : ring.get(keyId) ? 'older' : 'NOT THERE';
    if (state === 'NOT THERE') lost += 1;
    process.stdout.write(`${setting} ${keyId} ${state.padEnd(9)} ${rows} rows of ${table}.${column}\n`);
  }
  await db.close();
  process.exitCode = lost > 0 ? 1 : 0;
});
