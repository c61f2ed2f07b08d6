import { describe, expect, it } from 'vitest';
import { finiteMarkovValue, infiniteMarkovValue } from '../../src/models/markov-value/markov-value.ts';

// Pfeifer & Carraway 2000: a customer buys with 0.30, 0.20, 0.15 or 0.05, one to four periods after the last purchase, and
// is given up after that. A purchase brings 40, each period in contact costs 4, the discount is 20 %.
describe('the example of Pfeifer & Carraway (2000)', () => {
  const buying = [0.3, 0.2, 0.15, 0.05];
  const transitions = [
    ...buying.map((chance, recency) =>
      [0, 1, 2, 3, 4].map((to) => (to === 0 ? chance : to === recency + 1 ? 1 - chance : 0)),
    ),
    [0, 0, 0, 0, 1],
  ];
  const setting = { transitions, rewards: [36, -4, -4, -4, 0], discount: 0.2 };

  it('is worth 50.115, 4.220, 0.592, −1.980 and 0 over four periods', () => {
    const values = finiteMarkovValue(setting, 4);
    [50.115, 4.22, 0.592, -1.98, 0].forEach((value, state) => expect(values?.[state]).toBeCloseTo(value, 3));
  });

  it('is worth 52.320, 5.554, 1.251, −1.820 and 0 for ever', () => {
    const values = infiniteMarkovValue(setting);
    [52.32, 5.554, 1.251, -1.82, 0].forEach((value, state) => expect(values?.[state]).toBeCloseTo(value, 3));
  });
});
