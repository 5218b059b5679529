import 'reflect-metadata';

import { readConfig } from '../config.js';
import { systemClock } from '../platform/clock.js';
import { openHouseDatabase } from '../serve.js';

/** Brings tables and region list up to date and ends; for a database account that may change tables. */
const db = await openHouseDatabase(readConfig(), systemClock);
process.stdout.write('The tables and the region list are up to date.\n');
await db.close();
