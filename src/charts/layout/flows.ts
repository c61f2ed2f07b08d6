import type { FormatUnit, Formats } from '../../core/format/formats.ts';
import { round, type Rect } from './geometry.ts';
import { spread } from './labels.ts';
import type { Geometry, Mark } from './marks.ts';
import { fitText, textWidth } from './text.ts';

/** A group on one side. */
export interface FlowNode {
  readonly key: string;
  readonly label: string;
  /** Not in it: it can't be picked. */
  readonly pickable?: boolean;
}

/** What goes from a group on the left to one on the right. Its tone says whether that is good. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly value: number;
  readonly tone: 'better' | 'same' | 'worse';
}

/** How flows are written, and what the sides are called. */
export interface FlowOptions {
  readonly width: number;
  readonly unit: FormatUnit;
  readonly formats: Formats;
  readonly leftTitle: string;
  readonly rightTitle: string;
}

/** A group, drawn. */
export interface DrawnNode {
  readonly key: string;
  readonly rect: Rect;
  readonly label: {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly anchor: 'start' | 'end';
  };
}

/** A flow, drawn as a closed path. `ends` are the keys of the groups that it joins. */
export interface DrawnFlow {
  readonly key: string;
  readonly path: string;
  readonly tone: Flow['tone'];
  readonly ends: readonly [from: string, to: string];
}

/** Where everything of a picture of flows lies. */
export interface FlowGeometry extends Geometry {
  readonly nodes: readonly DrawnNode[];
  readonly flows: readonly DrawnFlow[];
  readonly titles: readonly { readonly text: string; readonly x: number; readonly anchor: 'start' | 'end' }[];
}

const type = { size: 12 };
const labelType = { size: 13 };
const lineHeight = 16;
const thickness = 10;
const gap = 5;
const top = 24;

type Side = 'left' | 'right';

/** A group with its total and the room that it takes. */
interface Stack {
  readonly node: FlowNode;
  readonly side: Side;
  readonly key: string;
  readonly total: number;
  readonly y: number;
  readonly height: number;
}

const sumOf = (flows: readonly Flow[], side: Side, key: string): number =>
  flows.reduce((sum, flow) => (flow[side === 'left' ? 'from' : 'to'] === key ? sum + flow.value : sum), 0);

/** The groups of one side one below another; those without any flow are left out. */
const stack = (
  nodes: readonly FlowNode[],
  flows: readonly Flow[],
  side: Side,
  pixels: (value: number) => number,
): readonly Stack[] => {
  let y = top;
  return nodes.flatMap((node) => {
    const total = sumOf(flows, side, node.key);
    if (total <= 0) return [];
    const height = Math.max(1, pixels(total));
    const placed = { node, side, key: `${side}-${node.key}`, total, y, height };
    y += height + gap;
    return [placed];
  });
};

const ribbon = (x0: number, y0: number, x1: number, y1: number, height: number): string => {
  const middle = round((x0 + x1) / 2);
  const [a, b, h] = [round(y0), round(y1), round(Math.max(0.5, height))];
  return `M${x0},${a}C${middle},${a} ${middle},${b} ${x1},${b}V${round(b + h)}C${middle},${round(b + h)} ${middle},${round(a + h)} ${x0},${round(a + h)}Z`;
};

/** The largest flows of a group, in words. */
const tipLines = (
  { node, side }: Stack,
  flows: readonly Flow[],
  labels: ReadonlyMap<string, string>,
  { formats, unit }: FlowOptions,
): Mark['tip']['lines'] => {
  const [own, other] = side === 'left' ? (['from', 'to'] as const) : (['to', 'from'] as const);
  return flows
    .filter((flow) => flow[own] === node.key && flow.value > 0)
    .toSorted((one, another) => another.value - one.value)
    .slice(0, 5)
    .map((flow) => ({
      name: `${side === 'left' ? 'to' : 'from'} ${labels.get(flow[other]) ?? flow[other]}`,
      text: formats.value(flow.value, unit),
    }));
};

const placeFlows = (
  stacks: readonly Stack[],
  flows: readonly Flow[],
  [x0, x1]: readonly [number, number],
  pixels: (value: number) => number,
): readonly DrawnFlow[] => {
  const filled = new Map(stacks.map(({ key, y }) => [key, y]));
  const take = (key: string, height: number): number => {
    const y = filled.get(key) ?? top;
    filled.set(key, y + height);
    return y;
  };
  const order = new Map(stacks.map(({ key }, at) => [key, at]));
  const rank = (flow: Flow): number =>
    1000 * (order.get(`left-${flow.from}`) ?? 0) + (order.get(`right-${flow.to}`) ?? 0);
  return flows
    .filter(({ value }) => value > 0)
    .toSorted((one, other) => rank(one) - rank(other))
    .map((flow) => {
      const height = pixels(flow.value);
      const [from, to] = [`left-${flow.from}`, `right-${flow.to}`];
      return {
        key: `${flow.from}→${flow.to}`,
        path: ribbon(x0, take(from, height), x1, take(to, height), height),
        tone: flow.tone,
        ends: [from, to],
      };
    });
};

/** Two sides of groups and what went from each of the first to each of the second, as wide as it is much. */
export const layoutFlows = (
  left: readonly FlowNode[],
  right: readonly FlowNode[],
  flows: readonly Flow[],
  options: FlowOptions,
): FlowGeometry => {
  const { width, formats, unit, leftTitle, rightTitle } = options;
  const total = flows.reduce((sum, { value }) => sum + value, 0);
  const rows = Math.max(left.length, right.length, 1);
  const room = Math.max(260, rows * 26);
  const pixels = (value: number): number =>
    total <= 0 ? 0 : (value / total) * Math.max(room - (rows - 1) * gap, 100);
  const stacks = [...stack(left, flows, 'left', pixels), ...stack(right, flows, 'right', pixels)];
  const figure = ({ total: sum }: Stack): string => ` · ${formats.compact(sum, unit)}`;
  const words = (each: Stack): string => `${each.node.label}${figure(each)}`;
  const labelRoom = Math.min(
    Math.max(0, ...stacks.map((each) => textWidth(words(each), labelType))) + 8,
    width * 0.4,
  );
  /** Where there is little room, the name is shortened, not the figure. */
  const fitted = (each: Stack): string => {
    const room = labelRoom - 6 - textWidth(figure(each), labelType);
    return `${fitText(each.node.label, room, labelType)}${figure(each)}`;
  };
  const inner: readonly [number, number] = [
    round(labelRoom + thickness),
    round(width - labelRoom - thickness),
  ];
  const bottom = Math.max(top, ...stacks.map(({ y, height }) => y + height)) + 6;
  const centres = (['left', 'right'] as const).flatMap((side) =>
    spread(
      stacks
        .filter((each) => each.side === side)
        .map(({ y, height }) => ({ y: y + height / 2, height: lineHeight })),
      top - 4,
      bottom + 4,
    ),
  );
  const nodes = stacks.map((each, at): DrawnNode => {
    const isLeft = each.side === 'left';
    const x = isLeft ? labelRoom : width - labelRoom - thickness;
    return {
      key: each.key,
      rect: { x: round(x), y: round(each.y), width: thickness, height: round(each.height) },
      label: {
        text: fitted(each),
        x: round(isLeft ? labelRoom - 6 : width - labelRoom + 6),
        y: round((centres[at] ?? 0) + 4),
        anchor: isLeft ? 'end' : 'start',
      },
    };
  });
  const labels = new Map([...left, ...right].map(({ key, label }) => [key, label]));
  const marks = stacks.map((each, at): Mark => {
    const { x, y, height } = nodes[at]?.rect ?? { x: 0, y: 0, height: 0 };
    const isLeft = each.side === 'left';
    const hit = {
      x: isLeft ? 0 : x,
      y: round(Math.min(y, (centres[at] ?? 0) - lineHeight / 2)),
      width: round(labelRoom + thickness),
      height: round(Math.max(height, lineHeight)),
    };
    return {
      key: each.key,
      hit,
      anchor: { x: round(hit.x + hit.width / 2), y: hit.y },
      at: { x: isLeft ? 0 : 1, y: at },
      people: each.total,
      pickable: !isLeft && each.node.pickable !== false,
      tip: {
        title: `${isLeft ? leftTitle : rightTitle}: ${words(each)}`,
        lines: tipLines(each, flows, labels, options),
      },
    };
  });
  return {
    width,
    height: round(bottom + 8),
    nodes,
    flows: placeFlows(stacks, flows, inner, pixels),
    marks,
    titles: [
      { text: fitText(leftTitle, width / 2 - 8, type), x: 0, anchor: 'start' },
      { text: fitText(rightTitle, width / 2 - 8, type), x: width, anchor: 'end' },
    ],
  };
};
