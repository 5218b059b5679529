import { describe, expect, it } from 'vitest';

import { contrast, shadesOf } from '../../admin-ui/src/ui/brand';

/** One of every thirty degrees, loud, and a grey. */
const COLOURS = [
  '#e01b24',
  '#ff7800',
  '#f6d32d',
  '#8ff0a4',
  '#00ff00',
  '#0f6674',
  '#00ffff',
  '#1c71d8',
  '#0000ff',
  '#813d9c',
  '#ff00ff',
  '#777777',
];

describe('the palette of an office', () => {
  it.each(COLOURS)('%s carries white words on its buttons, light and dark', (colour) => {
    const shades = shadesOf(colour);
    for (const shade of [shades[7], shades[8]])
      expect(contrast(shade, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(COLOURS)('%s is readable as a link on the page of either theme', (colour) => {
    const shades = shadesOf(colour);
    expect(contrast(shades[7], '#f3f5f7')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(shades[3], '#151c23')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(COLOURS)('%s shows where the focus is', (colour) => {
    const shades = shadesOf(colour);
    expect(contrast(shades[7], '#ffffff')).toBeGreaterThanOrEqual(3);
    expect(contrast(shades[4], '#0e1419')).toBeGreaterThanOrEqual(3);
  });

  it('goes from light to dark in even steps', () => {
    const steps = shadesOf('#0f6674').map((shade) => contrast(shade, '#000000'));
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
  });
});
