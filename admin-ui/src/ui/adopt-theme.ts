import {
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';

import { contrastVariables, theme } from './theme';

/**
 * Gives the page the variables of the theme. Mantine would write them into a style element, which the policy of our pages
 * refuses (`style-src 'self'`, R68); a sheet made by script is no inline style.
 */
export function adoptTheme(): void {
  const whole = mergeMantineTheme(DEFAULT_THEME, theme);
  const sheet = new CSSStyleSheet();
  const standard = convertCssVariables(defaultCssVariablesResolver(whole), ':root');
  sheet.replaceSync(`${standard} ${convertCssVariables(contrastVariables(whole), ':root')}`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
