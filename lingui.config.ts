import { existsSync } from 'node:fs';

import { formatter } from '@lingui/format-po';

const screens = ['admin-ui', 'portal'].filter((name) => existsSync(`${name}/index.html`));

/** Indonesian is what the code says; English is translated in the catalogue, completely. */
export default {
  sourceLocale: 'id',
  locales: ['id', 'en'],
  catalogs: screens.map((name) => ({
    path: `${name}/src/locales/{locale}`,
    include: [`${name}/src`],
    exclude: ['**/gql/**'],
  })),
  format: formatter({ lineNumbers: false, printPlaceholdersInComments: false }),
};
