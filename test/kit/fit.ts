import type { Page, Route } from 'playwright-core';

import { lengthened, type Messages } from './lengthened.js';

/** From its next load on the console speaks an Indonesian in which every word is accented and a third longer. */
export const speakLengthened = (page: Page): Promise<unknown> =>
  page.route(/\/(id-[^/]*\.js|locales\/id\.po[^/]*)$/, lengthen);

async function lengthen(route: Route): Promise<void> {
  const script = await (await route.fetch()).text();
  const catalogue: Record<string, Messages> = await import(
    `data:text/javascript,${encodeURIComponent(script)}`
  );
  const names = Object.keys(catalogue);
  const words = names.map((name) => `const ${name}_ = ${JSON.stringify(lengthened(catalogue[name] ?? {}))};`);
  const body = `${words.join('')} export { ${names.map((name) => `${name}_ as ${name}`)} };`;
  await route.fulfill({ contentType: 'text/javascript', body });
}

/** Text that is cut off, sticks out of what holds it, or has to be scrolled to sideways; a line each. */
export const unfitting = (page: Page): Promise<string[]> => page.evaluate(UNFITTING);

const UNFITTING = `(() => {
  const found = new Set();
  const clips = ({ overflowX, overflowY }) => /hidden|clip/.test(overflowX + overflowY);
  const scrolls = ({ overflowX }) => /auto|scroll/.test(overflowX);
  const unseen = ({ clipPath, visibility }) => clipPath !== 'none' || visibility === 'hidden';
  const check = (text, rects) => {
    let held = false;
    for (let box = text.parentElement; box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (unseen(style) || scrolls(style)) return;
      if (style.display === 'inline') continue;
      const edge = box.getBoundingClientRect();
      const beside = rects.some(({ left, right }) => right > edge.right + 1 || left < edge.left - 1);
      const below = rects.some(({ bottom }) => bottom > edge.bottom + 4);
      if (clips(style) && (beside || below)) found.add('cut off: ' + text.data);
      if (!clips(style) && !held && beside) found.add('sticks out: ' + text.data);
      held = true;
    }
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    // The words of a button that waits make room for the wheel.
    if (!text.data.trim() || text.parentElement.closest('.unseen, svg, script, option, [data-loading]')) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    check(text, [...range.getClientRects()]);
  }
  for (const pane of document.querySelectorAll('body *')) {
    const wide = pane.scrollWidth - pane.clientWidth;
    if (wide > 1 && scrolls(getComputedStyle(pane))) found.add('scrolls by ' + wide + ': ' + pane.ariaLabel);
  }
  return [...found];
})()`;
