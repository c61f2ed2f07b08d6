import { describe, expect, it } from 'vitest';
import { costSettingsWords, valueSettingsWords } from '../../../src/analyses/value-settings-words.ts';
import { changedSettings, completeSettings } from '../../../src/analyses/value-settings.ts';

describe('the settings that customers’ values follow', () => {
  it('are what was changed on the pages Customer value and Profit, nothing else', () => {
    const kept = {
      'customer-value': { horizon: 12, discount: 10, holdout: 20, model: 'guess' },
      'customer-profit': { freight: 2, action: 'exit', costAMinute: -5, useCosts: false },
      portfolio: { horizon: 3 },
    };
    expect(changedSettings(kept)).toEqual({ horizon: 12, freight: 2, useCosts: false });
    expect(changedSettings({})).toEqual({});
  });

  it('are completed by the usual ones', () => {
    expect(completeSettings()).toMatchObject({ horizon: 36, discount: 10, margin: 'auto', model: 'auto' });
    expect(completeSettings({ horizon: 12, freight: 2 })).toMatchObject({
      horizon: 12,
      freight: 2,
      discount: 10,
    });
    expect(completeSettings({ horizon: -1, other: 1 })).toEqual(completeSettings());
  });

  it('are said in words', () => {
    expect(valueSettingsWords()).toBe(
      'Lifetime values look 36 months ahead at 10% a year and count your own margin where it is known',
    );
    expect(
      valueSettingsWords({ horizon: 1, discount: 8, margin: 'given', givenMargin: 40, model: 'pareto-nbd' }),
    ).toBe('Lifetime values look 1 month ahead at 8% a year and count a margin of 40%, by Pareto/NBD');
    expect(costSettingsWords({ horizon: 3 })).toBe(
      'Profit and cost to serve take the usual minutes and rates',
    );
    expect(costSettingsWords({ freight: 3 })).toContain('take your own setting of “Freight”');
    expect(costSettingsWords({ freight: 3, paymentFee: 0 })).toContain(
      'your own settings, 2 of them changed',
    );
  });
});
