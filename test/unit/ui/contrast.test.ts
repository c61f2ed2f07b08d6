import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map((found) => [found[1], found[2]?.trim()]),
);
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** The hex colour of a token in a theme, through light-dark() and var(). */
const colourOf = (token: string, theme: Theme): string => {
  const resolve = (value: string | undefined): string => {
    const pair = /^light-dark\((.+),\s*([^,]+)\)$/.exec(value ?? '');
    const chosen = pair ? pair[theme === 'light' ? 1 : 2]?.trim() : value;
    const reference = /^var\(--([a-z0-9-]+)\)$/.exec(chosen ?? '');
    return reference ? resolve(tokens.get(reference[1])) : (chosen ?? '');
  };
  const colour = resolve(tokens.get(token));
  expect(colour, `--${token} in ${theme}`).toMatch(/^#[0-9a-f]{6}$/);
  return colour;
};

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** Contrast ratio of two colours, WCAG 2.2. */
const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

const grounds = ['surface', 'surface-raised', 'surface-sunken'];
const steps = [1, 2, 3, 4, 5, 6, 7];
const words: readonly (readonly [string, string])[] = [
  ...[
    'text',
    'text-muted',
    'accent',
    'accent-hover',
    'good',
    'warn',
    'bad',
    'chart-tick',
    'chart-annotation',
  ].flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
  ['text', 'surface-hover'],
  ['text-muted', 'surface-hover'],
  ['accent-text', 'accent'],
  ['accent-text', 'accent-hover'],
  ['accent', 'accent-tint'],
  ['text', 'accent-tint'],
  ['text-muted', 'accent-tint'],
  ['good', 'good-tint'],
  ['warn', 'warn-tint'],
  ['bad', 'bad-tint'],
  ['text', 'good-tint'],
  ['text', 'warn-tint'],
  ['text', 'bad-tint'],
  ['head-ink', 'head'],
  ...steps.flatMap((step) => [
    [`seq-${step}-ink`, `seq-${step}`] as const,
    [`div-${step}-ink`, `div-${step}`] as const,
  ]),
];
const marks: readonly (readonly [string, string])[] = [
  ...[1, 2, 3, 4, 5, 6, 7, 8].flatMap((series) =>
    grounds.map((ground) => [`series-${series}`, ground] as const),
  ),
  ...['focus-ring', 'edge', 'chart-focus', 'chart-comparison'].flatMap((mark) =>
    grounds.map((ground) => [mark, ground] as const),
  ),
];

describe.each(themes)('colours in %s', (theme) => {
  it.each(words)('%s on %s can be read (4.5:1)', (ink, ground) => {
    expect(contrast(colourOf(ink, theme), colourOf(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marks)('%s on %s can be seen (3:1)', (mark, ground) => {
    expect(contrast(colourOf(mark, theme), colourOf(ground, theme))).toBeGreaterThanOrEqual(3);
  });

  it.each(['seq'])('the steps of %s change evenly in lightness', (ramp) => {
    const order = steps.map((step) => luminance(colourOf(`${ramp}-${step}`, theme)));
    const rising = theme === 'dark' ? order : [...order].reverse();
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
  });
});

it('raw colours stand only in tokens.css', () => {
  const base = readFileSync(new URL('../../../src/styles/base.css', import.meta.url), 'utf8');
  expect(base).not.toMatch(/#[0-9a-f]{3,8}\b|rgb\(|hsl\(/i);
});
