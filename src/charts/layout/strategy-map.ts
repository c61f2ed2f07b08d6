import { orderBands, passKey, type BandLink } from './band-order.ts';
import { rectBetween, round, type Point, type Rect } from './geometry.ts';
import type { Geometry, Mark } from './marks.ts';
import { fitText, wrapText } from './text.ts';

/** How a measure stands, for its sign; the words say it too. */
export type MapTone = 'good' | 'near' | 'bad' | 'open';

/** A measure in its band. */
export interface MapNode {
  readonly key: string;
  readonly band: string;
  readonly label: string;
  /** Actual and target in words: “72% of 80%”. */
  readonly figure: string;
  readonly tone: MapTone;
  /** How it stands, in words. */
  readonly state: string;
}

/** Measures in bands, from what leads to what follows, and what leads to what. */
export interface StrategyMap {
  readonly bands: readonly { readonly key: string; readonly label: string }[];
  readonly nodes: readonly MapNode[];
  readonly links: readonly BandLink[];
}

/** A measure, drawn. */
export interface DrawnNode {
  readonly key: string;
  readonly box: Rect;
  readonly lines: readonly string[];
  readonly figure: string;
  readonly state: string;
  readonly tone: MapTone;
}

/** Where everything of a strategy map lies. */
export interface StrategyMapGeometry extends Geometry {
  readonly bands: readonly {
    readonly key: string;
    readonly text: string;
    readonly x: number;
    readonly y: number;
  }[];
  readonly nodes: readonly DrawnNode[];
  readonly links: readonly (BandLink & {
    readonly key: string;
    readonly path: string;
    readonly tip: string;
  })[];
}

const label = { size: 13, face: 'strong' } as const;
const small = { size: 12 };
const lineHeight = 16;
const pad = 10;
const gap = 14;
const heading = 30;
const passHeight = 10;
/** Room for a link beside the boxes of a narrow drawing. */
const gutter = 46;

const arrow = ({ x, y }: Point, isLeft: boolean): string => {
  const back = isLeft ? 6 : -6;
  return `M${x + back},${y - 4}L${x},${y}L${x + back},${y + 4}`;
};

const drawNode = (node: MapNode, x: number, y: number, width: number): DrawnNode => {
  const lines = wrapText(node.label, width - 2 * pad - 4, label, 3);
  return {
    key: node.key,
    box: rectBetween(x, y, x + width, y + 2 * pad + (lines.length + 2) * lineHeight),
    lines,
    figure: fitText(node.figure, width - 2 * pad - 4, small),
    state: node.state,
    tone: node.tone,
  };
};

const markOf = (map: StrategyMap, node: MapNode, box: Rect, at: Point): Mark => {
  const names = (keys: readonly string[]): string =>
    keys.map((key) => map.nodes.find((one) => one.key === key)?.label ?? '').join(', ');
  const next = names(map.links.filter(({ from }) => from === node.key).map(({ to }) => to));
  const before = names(map.links.filter(({ to }) => to === node.key).map(({ from }) => from));
  return {
    key: node.key,
    hit: box,
    anchor: { x: round(box.x + box.width / 2), y: box.y },
    at,
    tip: {
      title: node.label,
      lines: [
        { name: '', text: node.figure, tone: 'focus' },
        { name: '', text: node.state },
        ...(next ? [{ name: 'Leads to', text: next }] : []),
        ...(before ? [{ name: 'Led by', text: before }] : []),
      ],
    },
  };
};

const middle = ({ y, height }: Rect): number => round(y + height / 2);

/** A line from point to point that leaves and arrives level. */
const level = (points: readonly Point[]): string =>
  points.reduce((path, { x, y }, at) => {
    const before = points[at - 1];
    if (!before) return `M${x},${y}`;
    const half = round((before.x + x) / 2);
    return `${path}C${half},${before.y} ${half},${y} ${x},${y}`;
  }, '');

/** A line beside the boxes, from the right edge of one to the right edge of the other. */
const beside = (from: Point, to: Point, out: number): string => {
  const x = round(Math.max(from.x, to.x) + out);
  return `M${from.x},${from.y}C${x},${from.y} ${x},${to.y} ${to.x},${to.y}`;
};

type Placed = Pick<StrategyMapGeometry, 'nodes' | 'links' | 'bands'> & {
  readonly height: number;
  readonly places: ReadonlyMap<string, Point>;
};

const across = (map: StrategyMap, bands: StrategyMap['bands'], width: number): Placed => {
  const between = Math.max(40, Math.min(72, width * 0.06));
  const column = (width - 32 - between * (bands.length - 1)) / bands.length;
  const ordered = orderBands(
    bands.map(({ key }) => map.nodes.filter(({ band }) => band === key).map((node) => node.key)),
    map.links,
  );
  const left = (at: number): number => round(at * (column + between));
  const heightOf = (key: string): number => {
    const node = map.nodes.find((one) => one.key === key);
    return node ? drawNode(node, 0, 0, column).box.height : passHeight;
  };
  const heights = ordered.map((keys) => keys.reduce((sum, key) => sum + heightOf(key) + gap, -gap));
  const tallest = Math.max(0, ...heights);
  const nodes: DrawnNode[] = [];
  const places = new Map<string, Point>();
  const passes = new Map<string, number>();
  for (const [at, keys] of ordered.entries()) {
    let y = heading + (tallest - (heights[at] ?? 0)) / 2;
    for (const [row, key] of keys.entries()) {
      const node = map.nodes.find((one) => one.key === key);
      if (node) {
        nodes.push(drawNode(node, left(at), y, column));
        places.set(key, { x: at, y: row });
      } else passes.set(key, round(y + passHeight / 2));
      y += heightOf(key) + gap;
    }
  }
  const boxes = new Map(nodes.map(({ key, box }) => [key, box]));
  const links = map.links.flatMap((link) => {
    const [from, to] = [boxes.get(link.from), boxes.get(link.to)];
    const [first, last] = [places.get(link.from), places.get(link.to)];
    if (!from || !to || !first || !last) return [];
    const key = `${link.from} ${link.to}`;
    const start = { x: round(from.x + from.width), y: middle(from) };
    if (first.x >= last.x) {
      const end = { x: round(to.x + to.width + 2), y: middle(to) };
      const path = beside(start, end, Math.min(38, 14 + 8 * Math.abs(last.y - first.y)));
      return [{ ...link, key, path, tip: arrow(end, true) }];
    }
    const end = { x: round(to.x - 2), y: middle(to) };
    const between = Array.from({ length: last.x - first.x - 1 }, (_, at) => first.x + 1 + at);
    const passed = between.flatMap((band) => {
      const y = passes.get(passKey(link, band)) ?? start.y;
      return [
        { x: left(band), y },
        { x: round(left(band) + column), y },
      ];
    });
    return [{ ...link, key, path: level([start, ...passed, end]), tip: arrow(end, false) }];
  });
  return {
    nodes,
    links,
    places,
    bands: bands.map(({ key, label: text }, at) => ({ key, text, x: left(at), y: 16 })),
    height: heading + tallest + 8,
  };
};

const upright = (map: StrategyMap, bands: StrategyMap['bands'], width: number): Placed => {
  const nodes: DrawnNode[] = [];
  const places = new Map<string, Point>();
  const headings: StrategyMapGeometry['bands'][number][] = [];
  let y = 0;
  for (const { key, label: text } of bands) {
    headings.push({ key, text, x: 0, y: y + 16 });
    y += heading;
    for (const node of map.nodes.filter(({ band }) => band === key)) {
      const drawn = drawNode(node, 0, y, width - gutter);
      nodes.push(drawn);
      places.set(node.key, { x: 0, y: nodes.length });
      y += drawn.box.height + gap;
    }
    y += 6;
  }
  const boxes = new Map(nodes.map(({ key, box }) => [key, box]));
  const links = map.links.flatMap((link) => {
    const [from, to] = [boxes.get(link.from), boxes.get(link.to)];
    if (!from || !to) return [];
    const apart = Math.abs((places.get(link.to)?.y ?? 0) - (places.get(link.from)?.y ?? 0));
    const start = { x: round(from.x + from.width), y: middle(from) + 6 };
    const end = { x: round(to.x + to.width + 2), y: middle(to) - 6 };
    const path = beside(start, end, Math.min(gutter + 10, 14 + apart * 8));
    return [{ ...link, key: `${link.from} ${link.to}`, path, tip: arrow(end, true) }];
  });
  return { nodes, links, places, bands: headings, height: y };
};

/**
 * Measures as boxes in their bands, with arrows from what leads to what follows: bands side by side in an order that crosses little,
 * one below the other where the drawing is narrow. Bands without measures are left out, links to measures that are not shown too.
 */
export const layoutStrategyMap = (
  map: StrategyMap,
  { width }: { readonly width: number },
): StrategyMapGeometry => {
  const bands = map.bands.filter(({ key }) => map.nodes.some(({ band }) => band === key));
  const keys = new Set(map.nodes.map(({ key }) => key));
  const shown = {
    ...map,
    links: map.links.filter(({ from, to }) => from !== to && keys.has(from) && keys.has(to)),
  };
  const placed = width < 640 ? upright(shown, bands, width) : across(shown, bands, width);
  const { places, height, ...drawing } = placed;
  const marks = drawing.nodes.flatMap(({ key, box }) => {
    const node = map.nodes.find((one) => one.key === key);
    return node ? [markOf(shown, node, box, places.get(key) ?? { x: 0, y: 0 })] : [];
  });
  return { width, height: round(height), ...drawing, marks };
};
