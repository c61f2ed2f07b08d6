import { scaleBand } from 'd3';
import { round } from './geometry.ts';
import { textWidth, wrapText } from './text.ts';
import type { ChainPart, Stage, ValueChain, ValueChainGeometry, Words } from './value-chain-model.ts';
import { closed, headParagraphs, setWords } from './value-chain-words.ts';

/** The measures that follow from the width. */
const frameOf = (width: number, stages: number) => {
  const isTight = width < 1000;
  const headWidth = Math.min(260, Math.max(190, width * 0.2));
  const notch = isTight ? 14 : 20;
  const pad = isTight ? 8 : 12;
  const gap = 4;
  const bodyEnd = width - headWidth;
  const insetOf = (at: number): number => (at === 0 ? pad + 2 : notch + pad);
  return {
    headWidth,
    notch,
    pad,
    gap,
    bodyEnd,
    nameSize: isTight ? 15 : 17,
    insetOf,
    roomOf: (at: number): number => bodyEnd / stages - insetOf(at) - gap - 6,
  };
};

/** Whether every word of every stage's name fits into its chevron unbroken. */
export const fitsAcross = ({ stages }: ValueChain, width: number): boolean => {
  const { roomOf, nameSize } = frameOf(width, stages.length);
  return stages.every((stage, at) =>
    stage.label.split(' ').every((word) => textWidth(word, { size: nameSize, face: 'serif' }) <= roomOf(at)),
  );
};

/** A figure is set smaller rather than cut. */
const figureSize = (text: string, wish: number, room: number): number =>
  [wish, 18, 16, 14].find((size) => size <= wish && textWidth(text, { size, face: 'strong' }) <= room) ?? 13;

const stageParagraphs = (stage: Stage, room: number) =>
  stage.available
    ? stage.headlines.slice(0, 4).flatMap(({ label, text }, at) => [
        {
          text,
          role: 'figure' as const,
          size: figureSize(text, at === 0 ? 22 : 16, room),
          space: 8,
          maxLines: 1,
        },
        // A headline without a figure explains the stage: its words are given room.
        text
          ? { text: label, role: 'label' as const, size: 12, space: 0, maxLines: 3 }
          : { text: label, role: 'label' as const, size: 13, space: 0, maxLines: 8 },
      ])
    : [{ text: stage.needs ?? 'Needs more data', role: 'label' as const, size: 12, space: 0, maxLines: 6 }];

const shiftDown = (words: readonly Words[], by: number): Words[] =>
  words.map((each) => ({ ...each, y: round(each.y + by) }));

/** The chain across the page: chevrons, the slab of conditions below, the arrowhead over the full height. */
export const layoutAcross = (
  { stages, enablers, arrowhead }: ValueChain,
  width: number,
): ValueChainGeometry => {
  const frame = frameOf(width, stages.length);
  const { headWidth, notch, pad, gap, bodyEnd, nameSize } = frame;
  const tip = headWidth * 0.3;
  const top = 34;
  const band = scaleBand(
    stages.map(({ key }) => key),
    [0, bodyEnd],
  );
  const places = stages.map((stage, at) => ({
    x: (band(stage.key) ?? 0) + frame.insetOf(at),
    room: frame.roomOf(at),
  }));
  const names = stages.map((stage, at) =>
    setWords(
      [{ text: stage.label, role: 'name', size: nameSize, space: 0 }],
      places[at]?.x ?? 0,
      top + 18,
      places[at]?.room ?? 0,
    ),
  );
  const figuresTop = Math.max(...names.map((each) => each.bottom)) + 10;
  const figures = stages.map((stage, at) =>
    setWords(
      stageParagraphs(stage, places[at]?.room ?? 0),
      places[at]?.x ?? 0,
      figuresTop,
      places[at]?.room ?? 0,
    ),
  );
  const bottom = Math.max(top + 200, ...figures.map((each) => each.bottom + 20));
  const middle = (top + bottom) / 2;
  const drawnStages = stages.map((stage, at): ChainPart => {
    const x0 = band(stage.key) ?? 0;
    const x1 = x0 + band.bandwidth() - gap;
    return {
      key: stage.key,
      words: [...(names[at]?.words ?? []), ...(figures[at]?.words ?? [])],
      path: closed([
        [x0, top],
        [x1, top],
        [x1 + notch, middle],
        [x1, bottom],
        [x0, bottom],
        ...(at === 0 ? [] : [[x0 + notch, middle] as const]),
      ]),
    };
  });

  const slabTop = bottom + 34;
  const slabs = scaleBand(
    enablers.map(({ key }) => key),
    [0, bodyEnd - gap],
  );
  const lines = enablers.map(({ label }) => wrapText(label, slabs.bandwidth() - 16, { size: 13 }, 2));
  const slabHeight = Math.max(1, ...lines.map(({ length }) => length)) * 17 + 17;
  const drawnEnablers = enablers.map(({ key }, at): ChainPart => {
    const x0 = slabs(key) ?? 0;
    const x1 = x0 + slabs.bandwidth() - (at === enablers.length - 1 ? 0 : gap);
    const own = lines[at] ?? [];
    const first = slabTop + slabHeight / 2 - ((own.length - 1) * 17) / 2 + 4.5;
    return {
      key,
      words: own.map((text, row) => ({
        text,
        x: round((x0 + x1) / 2),
        y: round(first + row * 17),
        size: 13,
        role: 'label',
      })),
      path: closed([
        [x0, slabTop],
        [x1, slabTop],
        [x1, slabTop + slabHeight],
        [x0, slabTop + slabHeight],
      ]),
    };
  });
  const height = slabTop + slabHeight + 1;

  const headX = bodyEnd + notch + pad + 4;
  const headRoom = headWidth - notch - pad - 8 - tip * 0.62;
  const headSet = setWords(headParagraphs(arrowhead, headRoom), headX, 0, headRoom);
  return {
    width,
    height: round(height),
    isVertical: false,
    phases: (['analysis', 'resources', 'implementation'] as const).flatMap((phase) => {
      const own = stages.filter((stage) => stage.phase === phase);
      const first = own[0];
      const last = own.at(-1);
      if (!first || !last) return [];
      return [
        {
          phase,
          x1: round(band(first.key) ?? 0),
          x2: round((band(last.key) ?? 0) + band.bandwidth() - gap - 8),
          y: 16,
        },
      ];
    }),
    stages: drawnStages,
    enablers: drawnEnablers,
    enablerTitle: { x: 0, y: round(bottom + 24) },
    arrowhead: {
      key: 'arrowhead',
      anchor: 'start',
      words: shiftDown(headSet.words, middle - headSet.bottom / 2),
      path: closed([
        [bodyEnd, 2],
        [width - tip, 2],
        [width, middle],
        [width - tip, height - 1],
        [bodyEnd, height - 1],
        [bodyEnd, bottom],
        [bodyEnd + notch, middle],
        [bodyEnd, top],
      ]),
    },
  };
};
