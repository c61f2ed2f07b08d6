import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCrossings, orderBands, passKey } from '../../../src/charts/layout/band-order.ts';
import { overlap } from '../../../src/charts/layout/geometry.ts';
import { layoutStrategyMap, type StrategyMap } from '../../../src/charts/layout/strategy-map.ts';

const link = (from: string, to: string) => ({ from, to });

describe('the order of bands', () => {
  it('uncrosses what need not cross', () => {
    const bands = [
      ['a', 'b'],
      ['c', 'd'],
    ];
    const links = [link('a', 'd'), link('b', 'c')];
    expect(countCrossings(bands, links)).toBe(1);
    expect(countCrossings(orderBands(bands, links), links)).toBe(0);
  });

  it('leaves the order as it was given where it is as good', () => {
    const bands = [
      ['a', 'b'],
      ['c', 'd'],
    ];
    expect(orderBands(bands, [link('a', 'c'), link('b', 'd')])).toEqual(bands);
  });

  it('makes room for a link that passes a band', () => {
    const ordered = orderBands([['a'], ['b'], ['c']], [link('a', 'c')]);
    expect(ordered[1]).toContain(passKey(link('a', 'c'), 1));
  });

  it('never crosses more than before, and loses nothing', () => {
    const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const bands = [keys.slice(0, 3), keys.slice(3, 5), keys.slice(5)];
    const key = fc.constantFrom(...keys);
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(key, key), { maxLength: 8, selector: String }), (pairs) => {
        const links = pairs.filter(([from, to]) => from !== to).map(([from, to]) => link(from, to));
        const ordered = orderBands(bands, links);
        const at = (one: string): number => bands.findIndex((band) => band.includes(one));
        const filled = bands.map((band, index) => [
          ...band,
          ...links
            .filter(({ from, to }) => at(from) < index && index < at(to))
            .map((one) => passKey(one, index)),
        ]);
        expect(ordered.map((band) => [...band].sort())).toEqual(filled.map((band) => [...band].sort()));
        expect(countCrossings(ordered, links)).toBeLessThanOrEqual(countCrossings(filled, links));
      }),
    );
  });
});

describe('a strategy map', () => {
  const node = (key: string, band: string) => ({
    key,
    band,
    label: `Measure ${key} with a name of some length`,
    figure: '72%, target 80%',
    tone: 'near' as const,
    state: 'near',
  });
  const map: StrategyMap = {
    bands: ['employees', 'customers', 'costs', 'value'].map((key) => ({ key, label: key })),
    nodes: [node('a', 'employees'), node('b', 'customers'), node('c', 'customers'), node('d', 'value')],
    links: [link('a', 'b'), link('b', 'c'), link('c', 'd'), link('a', 'gone'), link('d', 'd')],
  };

  it.each([320, 390, 640, 1000])('keeps its boxes apart and inside at %i px', (width) => {
    const { nodes, height, bands } = layoutStrategyMap(map, { width });
    expect(bands.map(({ text }) => text)).toEqual(['employees', 'customers', 'value']);
    for (const [at, { box }] of nodes.entries()) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      for (const other of nodes.slice(at + 1)) expect(overlap(box, other.box)).toBe(false);
    }
  });

  it('draws the links that lead somewhere, and says them to whoever can’t see them', () => {
    const { links, marks } = layoutStrategyMap(map, { width: 1000 });
    expect(links.map(({ key }) => key)).toEqual(['a b', 'b c', 'c d']);
    const names = (key: string) => marks.find((mark) => mark.key === key)?.tip.lines.map(({ name }) => name);
    expect(names('c')).toEqual(['', '', 'Leads to', 'Led by']);
    expect(marks.map(({ at }) => at.x)).toEqual([0, 1, 1, 2]);
  });

  it('is empty without measures', () => {
    expect(layoutStrategyMap({ ...map, nodes: [] }, { width: 800 })).toMatchObject({
      nodes: [],
      links: [],
      marks: [],
    });
  });
});
