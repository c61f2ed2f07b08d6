import { rectBetween, round, type Point } from './geometry.ts';
import type { Geometry, Mark } from './marks.ts';
import { fitText, textWidth } from './text.ts';

/** Somebody in the network. `strength` is 1–5, null where nobody has said. */
export interface NetworkNode {
  readonly key: string;
  readonly label: string;
  readonly sector: string;
  readonly strength: number | null;
  readonly isAtRisk: boolean;
  /** Further lines of the tooltip. */
  readonly details: readonly { readonly name: string; readonly text: string }[];
}

/** A kind of relation, which has a part of the map of its own. */
export interface NetworkSector {
  readonly key: string;
  readonly label: string;
}

interface DrawnNode {
  readonly key: string;
  readonly at: Point;
  readonly link: string;
  /** Width of the link in px: the stronger, the wider. */
  readonly weight: number;
  readonly isKnown: boolean;
  readonly isAtRisk: boolean;
  readonly label: Point & { readonly text: string; readonly anchor: 'start' | 'end' };
}

/** Where everything of a network map lies. */
export interface NetworkGeometry extends Geometry {
  readonly us: Point & { readonly radius: number };
  readonly nodes: readonly DrawnNode[];
  readonly headings: readonly (Point & {
    readonly key: string;
    readonly text: string;
    readonly anchor: 'start' | 'end';
    /** Said where nobody is named. */
    readonly empty: string;
  })[];
}

const type = { size: 13 };
const headingRoom = 30;
const nodeStep = 30;
const sectorGap = 22;
const narrow = 600;
const strongest = 5;

interface Side {
  /** −1 to the left of us, 1 to the right. */
  readonly out: 1 | -1;
  readonly origin: Point;
  /** Where links turn towards us. */
  readonly turnX: number;
  readonly nearest: number;
  readonly step: number;
  readonly width: number;
}

/** Nodes of one sector from its top, strongest first. */
const drawSector = (nodes: readonly NetworkNode[], top: number, side: Side): readonly DrawnNode[] => {
  const { out, origin, turnX, nearest, step, width } = side;
  return [...nodes]
    .sort((a, b) => (b.strength ?? 0) - (a.strength ?? 0))
    .map((node, index): DrawnNode => {
      const x = nearest + out * (strongest - (node.strength ?? 1)) * step;
      const y = top + headingRoom + index * nodeStep;
      const room = out > 0 ? width - x - 14 : x - 14;
      return {
        key: node.key,
        at: { x: round(x), y: round(y) },
        link: `M${round(x)},${round(y)}H${round(turnX)}Q${round(origin.x)},${round(y)} ${round(origin.x)},${round(origin.y)}`,
        weight: node.strength === null ? 1 : round(0.5 + node.strength * 0.9),
        isKnown: node.strength !== null,
        isAtRisk: node.isAtRisk,
        label: {
          x: round(x + out * 12),
          y: round(y + 4.5),
          text: fitText(node.label, room, type),
          anchor: out > 0 ? 'start' : 'end',
        },
      };
    });
};

const markOf = (node: NetworkNode, drawn: DrawnNode): Mark => {
  const words = textWidth(drawn.label.text, type);
  const far = drawn.label.x + (drawn.label.anchor === 'start' ? words : -words);
  const near = drawn.at.x + (drawn.label.anchor === 'start' ? -8 : 8);
  return {
    key: node.key,
    hit: rectBetween(near, drawn.at.y - 13, far, drawn.at.y + 13),
    anchor: { x: drawn.at.x, y: drawn.at.y - 8 },
    at: drawn.at,
    tip: { title: node.label, lines: node.details },
  };
};

const heightOf = (count: number): number => headingRoom + Math.max(1, count) * nodeStep;

/**
 * Us in the middle and everyone else in the part of their kind, two kinds to a side; on a narrow page all below each other. The stronger a
 * relation, the nearer and the wider its link. Labels stand one to a line and point away from us, so none meets another.
 */
export const layoutNetworkMap = (
  sectors: readonly NetworkSector[],
  nodes: readonly NetworkNode[],
  width: number,
): NetworkGeometry => {
  const isNarrow = width < narrow;
  const inSector = sectors.map(({ key }) => nodes.filter(({ sector }) => sector === key));
  const heights = inSector.map((some) => heightOf(some.length));
  const radius = isNarrow ? 20 : 32;
  const tops: number[] = [];
  if (isNarrow) {
    let y = radius * 2 + 14;
    for (const height of heights) {
      tops.push(y);
      y += height + sectorGap / 2;
    }
  } else {
    let y = 12;
    for (let at = 0; at < sectors.length; at += 2) {
      tops.push(y, y);
      y += Math.max(heights[at] ?? 0, heights[at + 1] ?? 0) + sectorGap;
    }
  }
  const bottom = Math.max(0, ...tops.slice(0, sectors.length).map((top, at) => top + (heights[at] ?? 0)));
  const middle = isNarrow ? radius + 2 : round((12 + bottom) / 2);
  const origin = { x: isNarrow ? radius + 2 : round(width / 2), y: middle };
  const reach = isNarrow ? 10 : Math.min(36, width * 0.03);
  const sideOf = (at: number): Side => {
    const out = isNarrow || at % 2 === 1 ? 1 : -1;
    return {
      out,
      origin,
      turnX: origin.x + out * (isNarrow ? 8 : 44),
      nearest: origin.x + out * (isNarrow ? 24 : 70),
      step: reach,
      width,
    };
  };
  const drawn = sectors.flatMap((_, at) => drawSector(inSector[at] ?? [], tops[at] ?? 0, sideOf(at)));
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  return {
    width,
    height: round(bottom + 4),
    us: { ...origin, radius },
    nodes: drawn,
    headings: sectors.map(({ key, label }, at) => {
      const { out } = sideOf(at);
      return {
        key,
        text: label,
        x: round(origin.x + out * (isNarrow ? 24 : 58)),
        y: round((tops[at] ?? 0) + 6),
        anchor: out > 0 ? 'start' : 'end',
        empty: (inSector[at] ?? []).length === 0 ? 'Nobody named' : '',
      };
    }),
    marks: drawn.flatMap((one) => {
      const node = byKey.get(one.key);
      return node ? [markOf(node, one)] : [];
    }),
  };
};
