import { firstAnswer } from './app/first-question';
import { codeOf } from './app/page-code';
import { CATALOGUES, LOCALES } from './ui/catalogues';
import { storedPreferences } from './ui/stored-preferences';

/**
 * The first script: small, and without any of the packages. While these are on their way it asks for all else that the first
 * page needs, which would come one after the other otherwise.
 */
const { pathname } = window.location;
const { language } = storedPreferences();
const known = firstAnswer(pathname);
// What does not come is asked for again by whoever needs it, and missed there.
for (const load of [codeOf(pathname), CATALOGUES[language]]) void load?.().catch(() => undefined);
// Not awaited here: the bundler keeps the file whole only where nothing waits at its top level.
void import('./app/start').then(async ({ start }) => start(await known));
// The calendar of a language is read once, which takes a slow computer a moment: now, while it waits.
void new Intl.DateTimeFormat(LOCALES[language], { timeStyle: 'long' });
