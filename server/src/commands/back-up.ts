import 'reflect-metadata';

import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { readConfig } from '../config.js';
import { dumpDatabase } from '../platform/database/dump.js';
import { startOrExplain } from '../start-or-explain.js';

/**
 * `npm run backup -- <new folder>`: anchors of the trail, database, documents, while the service runs. In this order: an anchor
 * younger than the database would look like a trail cut off, a row younger than the documents like one that was lost. Without
 * the keys, which do not belong beside it. Documents in a bucket are the bucket's to keep.
 */
await startOrExplain(async () => {
  const [folder] = process.argv.slice(2);
  if (!folder || existsSync(folder)) throw new Error('npm run backup -- <folder that is not there yet>');
  const { databaseUrl, DATA_DIR } = readConfig();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of ['audit-anchors.jsonl'])
    if (existsSync(join(DATA_DIR, name))) await copyFile(join(DATA_DIR, name), join(folder, name));
  await dumpDatabase(databaseUrl, folder);
  const documents = join(DATA_DIR, 'evidence');
  if (existsSync(documents)) await cp(documents, join(folder, 'evidence'), { recursive: true });
  process.stdout.write(
    `Everything but the keys is in ${folder}. Encrypt it and move it to another machine.\n`,
  );
});
