import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placed, placingsProblem } from '../../../src/core/placings.ts';

const places = ['here', 'there'];

describe('words placed by hand', () => {
  it('are put, moved and given back to the rules', () => {
    const one = placed('', 'Mail = order; big', 'here');
    expect(one).toBe('mail   order  big = here');
    expect(placed(placed('a = here; b = there', 'A', 'none'), 'b', null)).toBe('a = none');
  });

  it('may be empty, and must name a place', () => {
    expect(placingsProblem('', places)).toBeNull();
    expect(placingsProblem('a = here; b = none;', places)).toBeNull();
    expect(placingsProblem('a', places)).toContain('lacks');
    expect(placingsProblem('a = elsewhere', places)).toContain('none of here, there, none');
  });

  it('stay readable whatever the word is', () => {
    const word = fc.string({ minLength: 1 }).filter((text) => text.replaceAll(/[;=]/g, ' ').trim() !== '');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.constantFrom(...places, 'none'))), (all) => {
        const text = all.reduce((before, [name, place]) => placed(before, name, place), '');
        return placingsProblem(text, places) === null;
      }),
    );
  });
});
