import { existsSync } from 'node:fs';

import type { CodegenConfig } from '@graphql-codegen/cli';

type Generated = CodegenConfig['generates'];

const client = (schema: string[], documents: string, documentMode?: 'string'): Generated[string] => ({
  schema,
  documents,
  preset: 'client',
  presetConfig: { fragmentMasking: false },
  config: {
    documentMode,
    useTypeImports: true,
    enumsAsTypes: true,
    nonOptionalTypename: true,
    skipTypeNameForRoot: true,
    scalars: { DateTimeISO: 'string', LocalDate: 'string' },
  },
});

/** The typed documents of one screen, and which types are members of which union. */
function screen(name: string, api: string, documentMode?: 'string'): Generated {
  if (!existsSync(`${name}/index.html`)) return {};
  const schema = [`schema/${api}.graphql`];
  return {
    [`${name}/src/gql/`]: client(schema, `${name}/src/**/*.graphql`, documentMode),
    [`${name}/src/gql/possible-types.ts`]: { schema, plugins: ['fragment-matcher'] },
  };
}

export default {
  generates: {
    ...screen('admin-ui', 'helpdesk'),
    // As text: the portal has no cache, and no parser to send over a weak network.
    ...screen('portal', 'public', 'string'),
  },
} satisfies CodegenConfig;
