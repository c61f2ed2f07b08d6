import { describe, expect, it } from 'vitest';
import { addSegment, setSegmentTag } from '../../../src/strategy/commands/segments.ts';
import { parseWorkbook } from '../../../src/strategy/parse-workbook.ts';
import type { Segment } from '../../../src/strategy/records/segment.ts';
import { after, newWorkbook } from './arbitrary-workbook.ts';

const loyal: Segment = {
  id: 'loyal',
  name: 'Loyal',
  note: '',
  predicate: { kind: 'compare', field: 'orders', operator: 'at-least', value: 2 },
};

describe('a segment', () => {
  it('carries tags, in one order, and none when the last is taken away', () => {
    const tagged = after(
      newWorkbook(),
      addSegment(loyal),
      setSegmentTag('loyal', 'door opener', true),
      setSegmentTag('loyal', 'benchmark', true),
      setSegmentTag('loyal', 'benchmark', true),
      setSegmentTag('gone', 'benchmark', true),
    );
    expect(tagged.segments).toEqual([{ ...loyal, tags: ['benchmark', 'door opener'] }]);
    const parsed = parseWorkbook(JSON.parse(JSON.stringify(tagged)));
    expect(parsed).toEqual({ ok: true, value: tagged });
    const untagged = after(
      tagged,
      setSegmentTag('loyal', 'benchmark', false),
      setSegmentTag('loyal', 'door opener', false),
    );
    expect(untagged.segments).toEqual([loyal]);
  });
});
