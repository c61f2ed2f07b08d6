/** A paint as every SVG reader knows it: a hex colour, `none` or a reference, with its opacity (0–1) apart. */
export interface SvgPaint {
  readonly paint: string;
  readonly opacity: number;
}

const hex = (channel: number): string =>
  Math.max(0, Math.min(255, Math.round(channel)))
    .toString(16)
    .padStart(2, '0');

/** Red, green and blue 0–255 and alpha 0–1 as a paint; fully transparent is `none`. */
export const paintOf = (red: number, green: number, blue: number, alpha: number): SvgPaint =>
  alpha <= 0
    ? { paint: 'none', opacity: 1 }
    : { paint: `#${hex(red)}${hex(green)}${hex(blue)}`, opacity: Math.min(1, alpha) };

/** Reads a computed paint (`rgb(…)`, `rgba(…)`, `none`, `url("#id")`); undefined for any other colour space. */
export const parsePaint = (computed: string): SvgPaint | undefined => {
  const reference = /^url\(["']?([^"')]*?)(#[^"')]+)["']?\)/.exec(computed);
  if (reference) return { paint: `url(${reference[2]})`, opacity: 1 };
  if (computed === '' || computed === 'none') return { paint: 'none', opacity: 1 };
  const channels = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(computed);
  if (!channels) return undefined;
  const [red = 0, green = 0, blue = 0, alpha = 1] = channels
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  return paintOf(red, green, blue, alpha);
};
