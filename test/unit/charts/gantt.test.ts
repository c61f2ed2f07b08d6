import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../src/core/format/formats.ts';
import { layoutGantt, type Gantt, type GanttRow } from '../../../src/charts/layout/gantt.ts';

const formats = createFormats('en-GB', 'GBP');
const row = (key: string, group: string, from: GanttRow['from'], to: GanttRow['to']): GanttRow => ({
  key,
  label: `Line ${key}`,
  from,
  to,
  group,
  note: '£1k',
});
const gantt: Gantt = {
  groups: [
    { key: '1', label: 'Phase 1' },
    { key: '2', label: 'Phase 2' },
    { key: '3', label: 'Phase 3' },
  ],
  rows: [
    row('b', '3', '2026-02-01', '2026-03-31'),
    { ...row('a', '1', '2026-01-01', '2026-01-31'), warning: 'before gate 1' },
    row('c', '3', '2026-04-01', '2026-04-30'),
  ],
  gates: [{ key: 'gate', label: 'Gate 1', day: '2026-02-01', isMet: true, criterion: 'All agree' }],
};
const wide = layoutGantt(gantt, { width: 1000, formats });

describe('Gantt layout', () => {
  it('lays whole months side by side: one ends where the next begins', () => {
    expect(wide.rows.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    const starts = wide.rows.map(({ bar }) => bar.x);
    const ends = wide.rows.map(({ bar }) => Math.round(bar.x + bar.width));
    expect(starts[0]).toBe(wide.left);
    expect(ends).toEqual([...starts.slice(1), wide.right].map(Math.round));
    const days = wide.rows.map(({ bar }) => bar.width / (wide.right - wide.left)).map((part) => part * 120);
    expect(days.map(Math.round)).toEqual([31, 59, 30]);
  });

  it('shows groups that have rows, in order, and opens bars with a warning', () => {
    expect(wide.groups.map(({ text }) => text)).toEqual(['Phase 1', 'Phase 3']);
    expect(wide.rows.map(({ isOpen }) => isOpen)).toEqual([true, false, false]);
    expect(wide.rows[0]?.note).toMatchObject({ text: '£1k', warning: 'before gate 1' });
  });

  it('puts a gate on its day, with its state in words', () => {
    expect(wide.gates[0]).toMatchObject({ x: wide.rows[1]?.bar.x, text: 'Gate 1, met', isMet: true });
  });

  it('has a mark for every gate and row that says what it is', () => {
    expect(wide.marks.map(({ key }) => key)).toEqual(['gate', 'a', 'b', 'c']);
    expect(wide.marks[1]?.tip).toEqual({
      title: 'Line a',
      lines: [
        { name: '', text: 'Jan 2026 to Jan 2026' },
        { name: 'Budget', text: '£1k', tone: 'focus' },
        { name: '', text: 'before gate 1' },
      ],
    });
    expect(wide.marks[0]?.pickable).toBe(false);
  });

  it('writes as many months as there is room for, never over the edge', () => {
    expect(wide.ticks.map(({ text }) => text)).toEqual(['Jan 2026', 'Feb 2026', 'Mar 2026', 'Apr 2026']);
    const narrow = layoutGantt(gantt, { width: 320, formats });
    expect(narrow.left).toBe(0);
    expect(narrow.ticks.length).toBeLessThan(5);
    for (const { x } of narrow.ticks) expect(x).toBeLessThan(320 - 50);
    for (const { bar } of narrow.rows) expect(bar.x + bar.width).toBeLessThanOrEqual(320);
  });

  it('keeps what stands behind a bar within the drawing', () => {
    const full = layoutGantt(
      { ...gantt, rows: [{ ...row('x', '1', '2026-01-01', '2026-12-31'), warning: 'before gate 1' }] },
      { width: 700, formats },
    );
    expect(full.rows[0]?.note).toMatchObject({ anchor: 'end', x: full.right, warning: '' });
  });

  it('draws a hundred lines over ten years', () => {
    const many = Array.from({ length: 100 }, (_, at) =>
      row(String(at), String((at % 3) + 1), `${2020 + (at % 10)}-01-01`, `${2020 + (at % 10)}-12-31`),
    );
    const layout = layoutGantt({ ...gantt, rows: many, gates: [] }, { width: 900, formats });
    expect(layout.rows).toHaveLength(100);
    expect(layout.ticks.every(({ text }) => text.startsWith('Jan'))).toBe(true);
  });
});
