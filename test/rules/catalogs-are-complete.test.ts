import { getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';
import { describe, expect, it } from 'vitest';

const config = getConfig({ configPath: 'lingui.config.ts' });

interface Message {
  readonly translation?: string;
  readonly obsolete?: boolean;
  readonly message?: string;
}
type Catalog = Readonly<Record<string, Message>>;

describe('the words of the screens', async () => {
  const catalogs = await getCatalogs(config);

  it.each(catalogs.map((catalog) => [catalog.path, catalog] as const))(
    '%s: hold what the code says',
    async (_, catalog) => {
      const said = Object.keys((await catalog.collect()) ?? {}).sort();
      for (const locale of config.locales) {
        const kept = (await catalog.read(locale)) as Catalog;
        // `npm run extract` brings them up to date.
        expect(Object.keys(kept).sort(), locale).toEqual(said);
      }
    },
  );

  it.each(catalogs.map((catalog) => [catalog.path, catalog] as const))(
    '%s: are translated, all of them',
    async (_, catalog) => {
      const english = (await catalog.read('en')) as Catalog;
      const missing = Object.values(english).filter(({ translation }) => !translation);
      expect(missing.map(({ message }) => message)).toEqual([]);
    },
  );

  it.each(catalogs.map((catalog) => [catalog.path, catalog] as const))(
    '%s: keep their blanks',
    async (_, catalog) => {
      const english = (await catalog.read('en')) as Catalog;
      const blanks = (text = '') => (text.match(/\{\w+\}|<\/?\d+\/?>/g) ?? []).sort();
      const other = Object.values(english).filter(
        ({ message, translation }) => `${blanks(message)}` !== `${blanks(translation)}`,
      );
      expect(other.map(({ message }) => message)).toEqual([]);
    },
  );
});
