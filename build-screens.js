// Builds the screens unless the last build is younger than everything it was made from: `npm start` runs this every time.
// `node build-screens.js types` only brings the generated types of the two APIs up to date, which tests of components need.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SCREENS = ['admin-ui', 'portal', 'graphiql'].filter((name) => existsSync(join(name, 'index.html')));
const GENERATED = /[\\/]src[\\/]gql[\\/]/;
const FOR_ALL = ['package-lock.json', 'vite.screens.ts', 'lingui.config.ts'];
const CONTRACTS = filesIn('schema');

const age = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const newest = (files) => Math.max(...files.map(age));
const isMissingSince = (made, sources) => age(made) < newest(sources);

if (SCREENS.some(lacksTypes)) {
  const codegen = ['node_modules/@graphql-codegen/cli/cjs/bin.js', '--config', 'schema/codegen.ts'];
  execFileSync(process.execPath, codegen, { stdio: ['ignore', 'ignore', 'inherit'] });
}

if (process.argv[2] !== 'types') {
  const stale = SCREENS.filter((name) =>
    isMissingSince(`dist/${name}/index.html`, [...sourcesOf(name), ...FOR_ALL, ...CONTRACTS]),
  );
  if (stale.length > 0) {
    const { build } = await import('vite');
    for (const name of stale) await build({ configFile: `${name}/vite.config.ts`, logLevel: 'warn' });
  }
}

/** GraphiQL has no operations of its own. */
function lacksTypes(name) {
  const operations = sourcesOf(name).filter((file) => file.endsWith('.graphql'));
  return operations.length > 0 && isMissingSince(`${name}/src/gql/graphql.ts`, [...operations, ...CONTRACTS]);
}

function sourcesOf(name) {
  return filesIn(name).filter((file) => !GENERATED.test(file));
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}
