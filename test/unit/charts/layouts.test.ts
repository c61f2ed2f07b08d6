import { describe, expect, it } from 'vitest';
import { layoutCurves } from '../../../src/charts/layout/curves.ts';
import { layoutHeatGrid } from '../../../src/charts/layout/heat-grid.ts';
import { layoutTimeSeries } from '../../../src/charts/layout/time-series.ts';
import { layoutTreemap } from '../../../src/charts/layout/treemap.ts';
import { createFormats } from '../../../src/core/format/formats.ts';

const formats = createFormats('en-GB', 'GBP');

describe('time series', () => {
  const months = ['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01'] as const;
  const input = [
    {
      name: 'Us',
      emphasis: 'focus',
      points: months.map((day, at) => ({
        day,
        value: at === 1 ? null : 10 + at,
        low: at === 1 ? null : 9,
        high: at === 1 ? null : 15,
      })),
    },
    { name: 'Them', emphasis: 'comparison', points: months.map((day) => ({ day, value: 12 })) },
  ] as const;
  const geometry = layoutTimeSeries(input, { width: 640, unit: 'count', interval: 'month', formats });

  it('breaks the line at a missing value and draws the band', () => {
    const us = geometry.series.find(({ name }) => name === 'Us');
    expect(us?.path.match(/M/g)).toHaveLength(2);
    expect(us?.band?.match(/M/g)).toHaveLength(2);
    expect(geometry.series.find(({ name }) => name === 'Them')?.band).toBeNull();
  });

  it('draws the focus last, names each line at its last known value, and tells all values of a period', () => {
    expect(geometry.series.map(({ name }) => name)).toEqual(['Them', 'Us']);
    expect(geometry.series.at(-1)?.label.value).toBe('13');
    expect(geometry.marks).toHaveLength(4);
    expect(geometry.marks[1]?.tip).toEqual({
      title: 'Feb 2024',
      lines: [
        { name: 'Us', text: '–', tone: 'focus' },
        { name: 'Them', text: '12', tone: 'comparison' },
      ],
    });
    expect(geometry.dots['2024-02-01']).toHaveLength(1);
  });

  it('marks the day from which on something else holds, its words where they fit', () => {
    const splitAt = (day: (typeof months)[number] | '2023-01-01', text: string) =>
      layoutTimeSeries(input, { width: 640, unit: 'count', interval: 'month', formats, split: { day, text } })
        .split;
    expect(geometry.split).toBeNull();
    expect(splitAt('2024-04-01', 'Forecast')?.anchor).toBe('end');
    expect(splitAt('2024-01-01', 'Forecast')?.anchor).toBe('start');
    expect(splitAt('2023-01-01', 'Forecast')).toBeNull();
  });

  it('has nothing to show without points', () => {
    expect(layoutTimeSeries([], { width: 640, unit: 'count', interval: 'month', formats })).toMatchObject({
      series: [],
      marks: [],
      xTicks: [],
    });
  });
});

describe('heat grid', () => {
  const rows = ['a', 'b'].map((key) => ({ key, label: key }));
  const columns = ['x', 'y'].map((key) => ({ key, label: key }));
  const options = {
    width: 400,
    unit: 'share',
    formats,
    scale: 'sequential',
    middle: 0,
    rowTitle: 'Cohort',
    columnTitle: 'Month',
  } as const;
  const cells = [
    { key: 'ax', row: 'a', column: 'x', value: 1 },
    { key: 'ay', row: 'a', column: 'y', value: 0.3 },
    { key: 'bx', row: 'b', column: 'x', value: null },
    { key: 'zz', row: 'nowhere', column: 'x', value: 1 },
  ];

  it('places the cells that belong to it and leaves the others out', () => {
    const geometry = layoutHeatGrid(rows, columns, cells, options);
    expect(geometry.cells.map(({ key, step, text }) => [key, step, text])).toEqual([
      ['ax', 7, '100%'],
      ['ay', 1, '30%'],
      ['bx', null, '–'],
    ]);
    expect(geometry.key).toMatchObject({ low: { text: '30%' }, high: { text: '100%' } });
    expect(geometry.marks[1]?.tip.title).toBe('Cohort a · Month y');
  });

  it('drops the sign of shares, then the words, as cells get narrower', () => {
    const many = Array.from({ length: 13 }, (_, at) => ({ key: `${at}`, label: `${at}` }));
    const dense = many.map(({ key }) => ({ key, row: 'a', column: key, value: 0.123 }));
    const text = (width: number) => layoutHeatGrid(rows, many, dense, { ...options, width }).cells[0]?.text;
    expect([text(900), text(420), text(260)]).toEqual(['12.3%', '12', '']);
    const few = dense.map((cell) => ({ ...cell, value: 0.002 }));
    expect(layoutHeatGrid(rows, many, few, { ...options, width: 420 }).cells[0]?.text).toBe('<1');
  });
});

describe('treemap', () => {
  const tiles = [
    { key: 'a', label: 'Champions', value: 60, colourValue: 1 },
    { key: 'b', label: 'At risk', value: 40, colourValue: 0 },
    { key: 'c', label: 'Nobody', value: 0, colourValue: null },
  ];
  const options = { width: 600, unit: 'count', formats, colourName: 'Margin', colourUnit: 'share' } as const;

  it('gives areas in proportion to values and leaves empty parts out', () => {
    const { tiles: drawn } = layoutTreemap(tiles, options);
    const area = drawn.map(({ rect }) => rect.width * rect.height);
    expect(drawn.map(({ key, step }) => [key, step])).toEqual([
      ['a', 7],
      ['b', 1],
    ]);
    expect((area[0] ?? 0) / (area[1] ?? 1)).toBeCloseTo(1.5, 1);
    expect(drawn[0]?.lines.map(({ text }) => text)).toEqual(['Champions', '60', '60%']);
  });

  it('shows the key only when colour says something', () => {
    expect(layoutTreemap(tiles, options).key?.high.text).toBe('100%');
    expect(layoutTreemap([{ key: 'a', label: 'A', value: 1 }], options)).toMatchObject({
      key: null,
      tiles: [{ step: 2 }],
    });
    expect(layoutTreemap([], options).tiles).toEqual([]);
  });
});

describe('curves', () => {
  const options = {
    width: 500,
    formats,
    xUnit: 'share',
    yUnit: 'share',
    xLabel: 'Customers',
    yLabel: 'Revenue',
    reference: 'diagonal',
    annotations: [],
  } as const;
  const line = Array.from({ length: 201 }, (_, at) => ({ x: at / 200, y: (at / 200) ** 2 }));

  it('span the axes with the diagonal from corner to corner', () => {
    const { reference, left, right, baseY, curves, marks } = layoutCurves(
      [{ name: 'Us', emphasis: 'focus', points: line }],
      options,
    );
    expect(reference).toEqual({ x1: left, y1: baseY, x2: right, y2: 30 });
    expect(curves[0]?.path.startsWith(`M${left},${baseY}`)).toBe(true);
    expect(marks).toHaveLength(50);
    expect(marks.at(-1)?.tip).toEqual({
      title: 'Customers: 100%',
      lines: [{ name: 'Us', text: '100%', tone: 'focus' }],
    });
  });

  it('write ticks that lie close together with the decimals that part them', () => {
    const low = line.map(({ x, y }) => ({ x, y: y * 0.0007 }));
    const { yTicks } = layoutCurves([{ name: 'Us', emphasis: 'focus', points: low }], options);
    const texts = yTicks.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts).toContain('0.05%');
  });

  it('read the other curve between its points', () => {
    const { marks } = layoutCurves(
      [
        {
          name: 'Us',
          emphasis: 'focus',
          points: [
            { x: 0, y: 0 },
            { x: 0.5, y: 0.2 },
            { x: 1, y: 1 },
          ],
        },
        {
          name: 'Them',
          emphasis: 'comparison',
          points: [
            { x: 0, y: 0 },
            { x: 1, y: 1 },
          ],
        },
      ],
      options,
    );
    expect(marks[1]?.tip.lines.map(({ name, text }) => `${name} ${text}`)).toEqual(['Us 20%', 'Them 50%']);
  });
});
