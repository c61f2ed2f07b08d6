import { describe, expect, it } from 'vitest';
import { quietYear, type QuietPeriod } from '../../../src/screens/channels/quiet-year.ts';
import { blankPlanLine } from '../../../src/strategy/templates/empty-plan.ts';

describe('quiet year', () => {
  const period = (
    id: string,
    from: string | null,
    to: string | null,
    segment: string | null = null,
  ): QuietPeriod => ({
    id,
    reason: id,
    from,
    to,
    segment,
    except: '',
  });
  const line = (id: string, stage: 'retention' | 'portfolio', segmentId: string | null) =>
    blankPlanLine({ id, stage, start: '2025-07', end: '2025-08', title: id, segmentId });
  const items = (periods: readonly QuietPeriod[], ...lines: ReturnType<typeof line>[]) =>
    quietYear(periods, lines, (id) => id ?? 'everyone');
  const summer = period('summer', '2025-07-20', '2025-08-17');

  it('shows the days on which a line of the plan breaks the quiet', () => {
    const [quiet, mailing] = items([summer], line('mailing', 'retention', 'loyal'));
    expect(quiet).toMatchObject({ key: 'summer', isQuiet: true, clashes: [] });
    expect(mailing).toMatchObject({
      key: 'plan/mailing',
      from: '2025-07-01',
      to: '2025-08-31',
      clashes: [{ from: '2025-07-20', to: '2025-08-17' }],
    });
  });

  it('leaves lines alone that reach nobody, or others', () => {
    const others = period('others', '2025-07-20', '2025-08-17', 'small');
    expect(items([summer], line('analysis', 'portfolio', null))).toHaveLength(1);
    expect(items([others], line('mailing', 'retention', 'loyal'))).toHaveLength(1);
    expect(items([others], line('mailing', 'retention', null))).toHaveLength(2);
  });

  it('needs both ends, in their order', () => {
    expect(items([period('open', '2025-07-20', null), period('back', '2025-07-20', '2025-07-01')])).toEqual(
      [],
    );
  });
});
