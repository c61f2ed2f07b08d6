import { describe, expect, it } from 'vitest';
import { publishedExports } from '../support/exports/published-exports.ts';
import { relationshipExports } from '../support/exports/relationship-exports.ts';
import { shopExports } from '../support/exports/shop-exports.ts';
import { fileOf, inspectOne } from '../support/importing.ts';

const exports = [...shopExports, ...relationshipExports, ...publishedExports];

describe('known exports need no click', () => {
  it.each(exports.map((one) => [`${one.source}: ${one.name}`, one] as const))('%s', async (_, known) => {
    const found = await inspectOne(fileOf(known.name, known.text));
    const placed = found.mapping.filter(({ target }) => target.includes('.'));
    expect(found.source).toBe(known.source);
    expect(Object.fromEntries(placed.map(({ column, target }) => [column, target]))).toEqual(known.targets);
    const attributes = found.mapping
      .filter(({ target }) => target === 'attribute')
      .map(({ column }) => column);
    expect(attributes).toEqual(expect.arrayContaining([...(known.attributes ?? [])]));
    expect(found.questions).toEqual([]);
    expect(found.confidence).toBe(1);
  });
});
