import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

import { shadesOf } from './brand';

/** Until offices have colours of their own: a calm blue-green, far from every colour that means a state. */
const HOUSE_COLOUR = '#0f6674';

const NEUTRAL: MantineColorsTuple = [
  '#f6f8f9',
  '#eceff2',
  '#dde3e8',
  '#c6cfd7',
  '#9aa7b3',
  '#6f7d8b',
  '#566472',
  '#424f5c',
  '#2c3742',
  '#1a232c',
];
const NIGHT: MantineColorsTuple = [
  '#d5dde4',
  '#b4bfca',
  '#93a1ae',
  '#6c7b89',
  '#3d4a57',
  '#2f3a46',
  '#26303a',
  '#1c242d',
  '#151c23',
  '#0e1419',
];

export const theme = createTheme({
  primaryColor: 'brand',
  // Shade 6 of Mantine's own choice fails 4.5:1 against white in half of all hues.
  primaryShade: { light: 7, dark: 8 },
  colors: { brand: shadesOf(HOUSE_COLOUR) as unknown as MantineColorsTuple, gray: NEUTRAL, dark: NIGHT },
  black: '#17202a',
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Consolas, monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  scale: 1,
});

/** Mantine's own choices for these are too faint for 4.5:1. */
export const contrastVariables: CSSVariablesResolver = ({ colors: { brand = NEUTRAL } }) => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#566472',
    '--mantine-color-placeholder': '#64717e',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': brand[7],
    '--mantine-color-default-border': '#8a97a3',
    '--mantine-color-text': '#17202a',
  },
  dark: {
    '--mantine-color-body': '#151c23',
    '--mantine-color-dimmed': '#a3b0bc',
    '--mantine-color-placeholder': '#93a1ae',
    '--mantine-color-error': '#ff8f85',
    '--mantine-color-anchor': brand[3],
    '--mantine-color-default': '#1c242d',
    '--mantine-color-default-border': '#6c7b89',
    '--mantine-color-text': '#e3e9ee',
  },
});
