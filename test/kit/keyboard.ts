import type { Page } from 'playwright-core';

/** What a screen reader calls that which has the focus. */
const NAMED = `(() => {
  const { activeElement: one } = document;
  const by = document.getElementById(one.getAttribute('aria-labelledby') ?? '');
  return (by ?? one.labels?.[0] ?? one).innerText.split('\\n')[0].trim();
})()`;

const MOST_STOPS = 40;

/** Forward by Tab to what has this name, as somebody without a mouse; fails the test when it cannot be reached. */
export async function tabTo(page: Page, name: string): Promise<void> {
  await page.getByText(name).or(page.getByLabel(name)).first().waitFor(); // the page before may still stand there
  const met: unknown[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const named = await page.evaluate(NAMED);
    if (named === name) return;
    met.push(named);
  }
  throw new Error(`"${name}" was not reached by Tab. Met on ${page.url()}: ${met.join(' · ')}`);
}

/** …and types there, or presses a key. */
export async function typeAt(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

export async function pressAt(page: Page, name: string, key = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}
