import { describe, expect, it } from 'vitest';
import { findTerms } from '../../../src/strategy/glossary/find-terms.ts';
import { relabel } from '../../../src/strategy/glossary/relabel.ts';
import { terms } from '../../../src/strategy/glossary/terms.ts';

describe('the words of a trade', () => {
  it.each([
    ['Customers who buy again', 'Patients who come again'],
    ['18.9k customers', '18.9k patients'],
    ['Revenue per customer, last order', 'Income per patient, last visit'],
    ['A customer places an order for a product', 'A patient places a visit for a treatment'],
    ['CUSTOMERS', 'PATIENTS'],
    ['A need of “Customer Care Ltd” and its customers', 'A need of “Customer Care Ltd” and its patients'],
  ])('“%s” becomes “%s”', (text, said) => {
    expect(relabel(text, 'health')).toBe(said);
  });

  it.each([
    'Ranked in order of value',
    'in the order of writing',
    'the same order',
    'customary',
    'reorders',
    'What to do in order to keep them',
  ])('leave “%s” alone', (text) => {
    expect(relabel(text, 'finance')).toBe(text);
  });

  it('change nothing for a shop', () => {
    expect(relabel('Customers and orders', 'shop')).toBe('Customers and orders');
  });
});

describe('the glossary', () => {
  it('is in the order of the alphabet, each term once', () => {
    const names = terms.map(({ term }) => term);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  it('finds the terms of a text, whole words only', () => {
    const found = findTerms('P(alive) and lifetime value of suspects; the unsuspecting; RFM-segment').map(
      ({ term }) => term,
    );
    expect(found).toEqual(['CLV', 'P(alive)', 'RFM', 'Segment', 'Suspect']);
  });
});
