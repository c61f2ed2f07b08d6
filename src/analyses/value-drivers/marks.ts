import { describePredicate } from '../../core/describe-predicate.ts';
import type { Predicate } from '../../core/predicate.ts';
import type { Mark } from '../analysis.ts';
import type { DriverRule } from './result.ts';

const conditionPredicate = ({
  field,
  values,
  hasUnknown,
  isExcept,
  above,
  atMost,
}: DriverRule['conditions'][number]): Predicate => {
  const [only, ...more] = values;
  const listed: Predicate[] =
    only === undefined
      ? []
      : [
          more.length === 0
            ? { kind: 'compare', field, operator: 'is', value: only }
            : { kind: 'compare', field, operator: 'in', value: [...values] },
        ];
  const parts: Predicate[] = [
    ...listed,
    ...(above === undefined
      ? []
      : [{ kind: 'compare', field, operator: 'more-than', value: above } as const]),
    ...(atMost === undefined
      ? []
      : [{ kind: 'compare', field, operator: 'at-most', value: atMost } as const]),
    ...(hasUnknown ? [{ kind: 'compare', field, operator: 'is-missing' } as const] : []),
  ];
  const [first] = parts;
  const any: Predicate = parts.length === 1 && first ? first : { kind: 'any', of: parts };
  return isExcept ? { kind: 'not', of: any } : any;
};

/** The customers under a rule, as a segment over the customer profile: everyone, also those observed too briefly. */
export const ruleMark = ({ conditions }: Pick<DriverRule, 'conditions'>): Mark => {
  const parts = conditions.map(conditionPredicate);
  const [only] = parts;
  const predicate: Predicate = parts.length === 1 && only ? only : { kind: 'all', of: parts };
  return { label: describePredicate(predicate), predicate };
};
