import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventedStudy } from '../../../src/screens/conjoint/invented-study.ts';
import { readCards } from '../../../src/screens/conjoint/read-cards.ts';
import { readRatings } from '../../../src/screens/conjoint/read-ratings.ts';
import { splitTable } from '../../../src/screens/conjoint/split-table.ts';
import { valueStudy } from '../../../src/engine/service/value-study.ts';
import { fitted } from '../../support/fitted.ts';

const cards = 'Card;Price;Size\nA;10;small\nB;10;large\nC;9;small\nD;9;large\nE;10;small';
const names = ['A', 'B', 'C', 'D', 'E'];
const ten = (line: string): string => Array.from({ length: 10 }, (_, at) => `r${at}${line}`).join('\n');

describe('reading a pasted study', () => {
  it('splits at tab, semicolon or comma, with quotes', () => {
    expect(splitTable('a,"b ""c"", d",e\r\n\r\n1, 2 ,3').rows).toEqual([
      ['a', 'b "c", d', 'e'],
      ['1', '2', '3'],
    ]);
    expect(splitTable('a\tb,c\n"1"\t').rows).toEqual([
      ['a', 'b,c'],
      ['1', ''],
    ]);
  });

  it('gives back any cells without quotes, whatever parts them', () => {
    const cell = fc.stringMatching(/^[a-z0-9 .]{1,8}$/).map((text) => text.trim() || 'x');
    fc.assert(
      fc.property(
        fc.constantFrom('\t', ';', ','),
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }),
        (separator, rows) => {
          expect(splitTable(rows.map((row) => row.join(separator)).join('\n')).rows).toEqual(rows);
        },
      ),
    );
  });

  it('reads cards: names, levels in the order of their numbers or as they come', () => {
    expect(fitted(readCards(cards))).toEqual({
      attributes: [
        { name: 'Price', levels: ['9', '10'] },
        { name: 'Size', levels: ['small', 'large'] },
      ],
      cards: [
        [1, 0],
        [1, 1],
        [0, 0],
        [0, 1],
        [1, 0],
      ],
      names,
    });
    expect(fitted(readCards('Price,Size\n1,a\n1,b\n2,a\n2,b')).names).toEqual(['1', '2', '3', '4']);
  });

  it('says what is wrong with cards', () => {
    expect(readCards('')).toMatchObject({ ok: false, error: expect.stringContaining('first row') as string });
    expect(readCards('Price,Size\n1,a\n1')).toMatchObject({
      error: expect.stringContaining('Card 2 has 1 cells') as string,
    });
    expect(readCards('Price,Size\n1,a\n1,b\n1,a\n1,b')).toMatchObject({
      error: expect.stringContaining('“Price” is the same') as string,
    });
    expect(readCards('Price,Size\n1,a\n1,b\n2,a')).toMatchObject({
      error: expect.stringContaining('at least 4') as string,
    });
  });

  it('reads ratings by the cards’ names or places, with decimal commas, or in long form', () => {
    const expected = [1.5, 2, 3, 4, 5];
    const wide = `who;E;A;B;C;D\n${ten(';5;1,5;2;3;4')}`;
    expect(fitted(readRatings(wide, names))).toEqual({ ratings: Array(10).fill(expected), incomplete: 0 });
    const bare = ten(',1.5,2,3,4,5').replaceAll(/^r\d,/gm, '');
    expect(fitted(readRatings(bare, names)).ratings).toEqual(Array(10).fill(expected));
    const long = names.map((name, at) => ten(`\t${name}\t${expected[at]}`)).join('\n');
    expect(fitted(readRatings(`id\tcard\tscore\n${long}`, names)).ratings).toEqual(Array(10).fill(expected));
  });

  it('leaves out respondents with a gap, and says when columns or people are too few', () => {
    expect(fitted(readRatings(`${ten(',1,2,3,4,5')}\nlast,1,,3,4,5`, names)).incomplete).toBe(1);
    expect(readRatings(ten(',1,2,3'), names)).toMatchObject({
      error: expect.stringContaining('5 cards') as string,
    });
    expect(readRatings('a,1,2,3,4,5', names)).toMatchObject({
      error: expect.stringContaining('At least 10') as string,
    });
    expect(readRatings(ten(',X,3'), names)).toMatchObject({
      error: expect.stringContaining('name a card') as string,
    });
    expect(readRatings('', names).ok).toBe(false);
  });

  it('offers an invented study that can be read, is large enough, and comes out the same every time', async () => {
    const invented = inventedStudy();
    expect(inventedStudy()).toEqual(invented);
    const read = fitted(readCards(invented.cards));
    const { ratings } = fitted(readRatings(invented.ratings, read.names));
    const found = fitted(await valueStudy({ ...read, ratings, offers: [] }));
    expect(found).toMatchObject({ respondents: 120, needed: 84, choice: null });
    const [price, , roast] = found.attributes;
    expect(price?.importance?.mean).toBeGreaterThan(roast?.importance?.mean ?? 1);
    expect(price?.worths.map(({ mean }) => mean > 0)).toEqual([true, true, false]);
  });

  it('says which levels cannot be told apart', async () => {
    const together = fitted(readCards('a,b\n1,x\n2,y\n1,x\n2,y'));
    expect(await valueStudy({ ...together, ratings: [[1, 2, 3, 4]], offers: [] })).toMatchObject({
      ok: false,
      error: { kind: 'parameter-invalid', parameter: 'cards' },
    });
    expect((await valueStudy({ ...together, ratings: [], offers: [] })).ok).toBe(false);
  });
});
