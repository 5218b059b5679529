import { existsSync } from 'node:fs';

import type { CodegenConfig } from '@graphql-codegen/cli';

const client = (schema: string, documents: string): CodegenConfig['generates'][string] => ({
  schema,
  documents,
  preset: 'client',
  presetConfig: { fragmentMasking: false },
  config: {
    useTypeImports: true,
    enumsAsTypes: true,
    nonOptionalTypename: true,
    skipTypeNameForRoot: true,
    scalars: { DateTimeISO: 'string', LocalDate: 'string' },
  },
});

/** The typed documents of one screen, and which types are members of which union. */
const screen = (name: string, schema: string): CodegenConfig['generates'] =>
  existsSync(`${name}/index.html`)
    ? {
        [`${name}/src/gql/`]: client(schema, `${name}/src/**/*.graphql`),
        [`${name}/src/gql/possible-types.ts`]: { schema, plugins: ['fragment-matcher'] },
      }
    : {};

// What is promised, for as long as the server does not have all of it: `schema/helpdesk.graphql` and `schema/public.graphql` then.
export default {
  generates: {
    ...screen('admin-ui', 'schema/contract/helpdesk.graphql'),
    ...screen('portal', 'schema/contract/public.graphql'),
  },
} satisfies CodegenConfig;
