// Builds GraphiQL unless the last build is younger than everything it was made from: `npm start` runs this every time.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const built = join(here, '../dist/graphiql/index.html');
const sources = readdirSync(here, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name));

const age = (file) => statSync(file).mtimeMs;
const newest = Math.max(...[...sources, join(here, '../package-lock.json')].map(age));

if (!existsSync(built) || age(built) < newest) {
  const { build } = await import('vite');
  await build({ configFile: join(here, 'vite.config.ts'), logLevel: 'warn' });
}
