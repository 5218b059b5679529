/** Ten shades of one hue, light to dark, as Mantine wants its palettes. */
export type Shades = readonly [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];

interface Oklch {
  readonly lightness: number;
  readonly chroma: number;
  /** Radians. */
  readonly hue: number;
}

type Rgb = readonly [number, number, number];

/** Chosen so that white on the seventh and the eighth passes 4.5:1 for every hue (test/console/brand.test.tsx). */
const LIGHTNESS = [0.974, 0.942, 0.888, 0.82, 0.742, 0.655, 0.572, 0.495, 0.42, 0.335] as const;
/** Tints and deep shades of a loud colour would glow; the middle keeps all of it. */
const STRENGTH = [0.12, 0.24, 0.42, 0.62, 0.82, 0.95, 1, 1, 0.92, 0.78] as const;
const LOUDEST = 0.13;

/**
 * The palette of an office from one colour like `#0f6674`: equal steps of seen lightness whatever the hue, so that contrast
 * does not depend on the colour an office likes.
 */
export function shadesOf(hex: string): Shades {
  const { chroma, hue } = toOklch(hex);
  const kept = Math.min(chroma, LOUDEST);
  const shades = LIGHTNESS.map((lightness, step) =>
    inGamut({ lightness, chroma: kept * (STRENGTH[step] ?? 1), hue }),
  );
  return shades as unknown as Shades;
}

/** WCAG contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const luminance = (hex: string): number => {
  const [red, green, blue] = linearOf(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

function linearOf(hex: string): Rgb {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

// The matrices are Björn Ottosson's, https://bottosson.github.io/posts/oklab/ (public domain).
function toOklch(hex: string): Oklch {
  const [red, green, blue] = linearOf(hex);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  return { lightness, chroma: Math.hypot(a, b), hue: Math.atan2(b, a) };
}

function toLinear({ lightness, chroma, hue }: Oklch): Rgb {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** Gives up chroma, never lightness, until a screen can show the colour. */
function inGamut(colour: Oklch): string {
  const rgb = toLinear(colour);
  const shown = rgb.every((part) => part >= -0.0005 && part <= 1.0005);
  return shown || colour.chroma < 0.001 ? hexOf(rgb) : inGamut({ ...colour, chroma: colour.chroma * 0.96 });
}

const hexOf = (rgb: Rgb): string =>
  `#${rgb
    .map((part) => {
      const value = Math.min(1, Math.max(0, part));
      const coded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
      return Math.round(coded * 255)
        .toString(16)
        .padStart(2, '0');
    })
    .join('')}`;
