import 'reflect-metadata';

import { writeFile } from 'node:fs/promises';

import { printedSchemas } from '../schemas.js';

for (const [name, text] of Object.entries(await printedSchemas()))
  await writeFile(`schema/${name}.graphql`, text);
