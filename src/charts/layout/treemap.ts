import { hierarchy, treemap, treemapSquarify } from 'd3';
import type { FormatUnit, Formats } from '../../core/format/formats.ts';
import { rectBetween, round, type Rect } from './geometry.ts';
import type { Geometry, Mark } from './marks.ts';
import { layoutStepKey, type StepKey } from './step-key.ts';
import { sequentialSteps, type Step } from './steps.ts';
import { textWidth, wrapText } from './text.ts';

/** One part of the whole; its area is its value. Parts of zero or less aren't drawn. */
export interface Tile {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** What the colour says, little to much; without it all tiles are alike. */
  readonly colourValue?: number | null;
  /** A sentence for the tooltip. */
  readonly detail?: string;
  /** How many people it is about. */
  readonly people?: number;
}

/** What the tiles measure. */
export interface TreemapOptions {
  readonly width: number;
  readonly unit: FormatUnit;
  readonly formats: Formats;
  readonly colourName: string;
  readonly colourUnit: FormatUnit;
}

/** A tile, drawn. */
export interface DrawnTile {
  readonly key: string;
  readonly rect: Rect;
  readonly step: Step;
  readonly lines: readonly { readonly text: string; readonly y: number; readonly isStrong: boolean }[];
  readonly x: number;
  readonly people: number | undefined;
}

/** Where everything of a treemap lies. */
export interface TreemapGeometry extends Geometry {
  readonly tiles: readonly DrawnTile[];
  readonly key: StepKey | null;
}

const name = { size: 13, face: 'strong' } as const;
const figure = { size: 12 };
const pad = 8;
const lineHeight = 16;

const linesOf = (label: string, texts: readonly string[], { width, height }: Rect) => {
  const room = width - 2 * pad;
  const maxLines = Math.max(0, Math.floor((height - pad) / lineHeight));
  const words = wrapText(label, room, name, Math.min(3, maxLines));
  const isMeagre = words.length === 0 || words.some((line) => line.endsWith('…') && line.length < 7);
  if (maxLines === 0 || isMeagre) return [];
  const rest = texts.filter((text) => textWidth(text, figure) <= room).slice(0, maxLines - words.length);
  return [
    ...words.map((text) => ({ text, isStrong: true })),
    ...rest.map((text) => ({ text, isStrong: false })),
  ];
};

/** Room for the words of many tiles; a few need less, and a narrow page more height than width. */
const heightOf = (count: number, width: number): number => {
  if (count <= 3) return 220;
  return Math.round(width < 440 ? width * 1.1 : Math.min(440, Math.max(330, width * 0.5)));
};

/** Tiles whose areas are their values, largest first; words and figures inside where they fit. */
export const layoutTreemap = (
  tiles: readonly Tile[],
  { width, unit, formats, colourName, colourUnit }: TreemapOptions,
): TreemapGeometry => {
  const shown = tiles.filter(({ value }) => value > 0);
  const height = heightOf(shown.length, width);
  const total = shown.reduce((sum, { value }) => sum + value, 0);
  const hasColour = shown.some(({ colourValue }) => colourValue !== undefined && colourValue !== null);
  const stepOf = sequentialSteps(shown.map(({ colourValue }) => colourValue));
  const root = hierarchy<{ tile?: Tile; children?: { tile: Tile }[] }>({
    children: shown.map((tile) => ({ tile })),
  })
    .sum(({ tile }) => tile?.value ?? 0)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const leaves = treemap<{ tile?: Tile; children?: { tile: Tile }[] }>()
    .size([width, height])
    .tile(treemapSquarify.ratio(1.3))
    .paddingInner(2)
    .round(true)(root)
    .leaves()
    .flatMap((leaf) => (leaf.data.tile ? [{ ...leaf, tile: leaf.data.tile }] : []));
  const drawn = leaves.map(({ tile, x0, y0, x1, y1 }): DrawnTile => {
    const rect = rectBetween(x0, y0, x1, y1);
    const share = formats.value(tile.value / total, 'share');
    const lines = linesOf(tile.label, [formats.compact(tile.value, unit), share], rect);
    return {
      key: tile.key,
      rect,
      step: hasColour ? (stepOf(tile.colourValue) ?? 1) : 2,
      lines: lines.map((line, at) => ({ ...line, y: round(y0 + pad + 11 + at * lineHeight) })),
      x: round(x0 + pad),
      people: tile.people,
    };
  });
  const marks = leaves.map(({ tile }, at): Mark => {
    const rect = drawn[at]?.rect ?? { x: 0, y: 0, width: 0, height: 0 };
    const centre = { x: round(rect.x + rect.width / 2), y: round(rect.y + rect.height / 2) };
    return {
      key: tile.key,
      hit: rect,
      anchor: { x: centre.x, y: rect.y + Math.min(rect.height / 2, 40) },
      at: centre,
      people: tile.people,
      tip: {
        title: tile.label,
        lines: [
          { name: '', text: formats.value(tile.value, unit) },
          { name: 'Share of all', text: formats.value(tile.value / total, 'share') },
          ...(hasColour ? [{ name: colourName, text: formats.value(tile.colourValue, colourUnit) }] : []),
          ...(tile.detail ? [{ name: '', text: tile.detail }] : []),
        ],
      },
    };
  });
  const key = hasColour
    ? layoutStepKey(
        shown.map(({ colourValue }) => colourValue),
        stepOf,
        { y: height + 10, width, unit: colourUnit, formats, name: colourName },
      )
    : null;
  return { width, height: key ? height + 26 : height, tiles: drawn, marks, key };
};
