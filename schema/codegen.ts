import { existsSync } from 'node:fs';

import type { CodegenConfig } from '@graphql-codegen/cli';

const client = (schema: string[], documents: string): CodegenConfig['generates'][string] => ({
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
function screen(name: string, api: string): CodegenConfig['generates'] {
  if (!existsSync(`${name}/index.html`)) return {};
  // What is promised and what is there: until the server has all of it, a screen may already ask for the rest.
  const schema = [`schema/contract/${api}.graphql`, `schema/${api}.graphql`];
  return {
    [`${name}/src/gql/`]: client(schema, `${name}/src/**/*.graphql`),
    [`${name}/src/gql/possible-types.ts`]: { schema, plugins: ['fragment-matcher'] },
  };
}

export default {
  generates: {
    ...screen('admin-ui', 'helpdesk'),
    ...screen('portal', 'public'),
  },
} satisfies CodegenConfig;
