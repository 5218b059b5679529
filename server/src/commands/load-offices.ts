import 'reflect-metadata';

import { readConfig } from '../config.js';
import { loadOffices } from '../office/load-offices.js';
import { systemClock } from '../platform/clock.js';
import { openHouseDatabase } from '../serve.js';

/** Brings regions and offices to the list this program ships with. May be repeated; every start does it too. */
const db = await openHouseDatabase(readConfig(), systemClock);
const { opened, ended } = await loadOffices(db, systemClock);
process.stdout.write(`The offices are those of the region list (${opened} opened now, ${ended} ended).\n`);
await db.close();
