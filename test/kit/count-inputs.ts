import type { Page } from 'playwright-core';

const COUNT = `
  window.inputs = 0;
  addEventListener('keydown', ({ key }) => { if (!['Control', 'Shift'].includes(key)) window.inputs += 1; }, true);
  addEventListener('pointerdown', () => { window.inputs += 1; }, true);`;

/** Counts what a person does on this page from its next loading on, by key and by pointer; a chord is one. */
export const countInputs = (page: Page): Promise<unknown> => page.addInitScript(COUNT);

/** How much it took since the last time this was asked. */
export const inputsSince = (page: Page): Promise<number> =>
  page.evaluate('(() => { const { inputs } = window; window.inputs = 0; return inputs; })()');
