import type { Day } from '../../core/day.ts';
import type { Predicate } from '../../core/predicate.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { compileComparison } from './compile-comparison.ts';
import { compilePurchased } from './compile-purchased.ts';
import type { ProfileColumn } from './profile-column.ts';

/** What a predicate is compiled against. */
export interface PredicateScope {
  /** Columns of `customer_profiles` and of tables beside it; a predicate may ask about no others. */
  readonly columns: readonly ProfileColumn[];
  readonly asOf: Day;
}

const deepest = 40;

const compileNode = (predicate: Predicate, scope: PredicateScope, depth: number): Result<string> => {
  if (depth > deepest)
    return err({ kind: 'segment-invalid', reason: `The rule is nested more than ${deepest} levels deep.` });
  switch (predicate.kind) {
    case 'compare':
      return compileComparison(predicate, scope.columns, scope.asOf);
    case 'purchased':
      return compilePurchased(predicate, scope.asOf);
    case 'not': {
      const inner = compileNode(predicate.of, scope, depth + 1);
      return inner.ok ? ok(`not (${inner.value})`) : inner;
    }
    default: {
      const parts: string[] = [];
      for (const part of predicate.of) {
        const compiled = compileNode(part, scope, depth + 1);
        if (!compiled.ok) return compiled;
        parts.push(`(${compiled.value})`);
      }
      if (parts.length === 0) return ok(predicate.kind === 'all' ? 'true' : 'false');
      return ok(parts.join(predicate.kind === 'all' ? ' and ' : ' or '));
    }
  }
};

/**
 * A segment's rule as a SQL condition over `customer_profiles`, the only place where rules become SQL. Every part is
 * true or false, never null, so `not` is the exact complement. Values are quoted literals (nothing is left to bind);
 * an unknown column or a value of the wrong kind is `segment-invalid`. Empty `all` is everyone, empty `any` is nobody.
 */
export const compilePredicate = (predicate: Predicate, scope: PredicateScope): Result<string> =>
  compileNode(predicate, scope, 0);

/** Whether a rule compares one of these fields. */
export const asksAbout = (predicate: Predicate, fields: readonly string[]): boolean => {
  switch (predicate.kind) {
    case 'compare':
      return fields.includes(predicate.field);
    case 'purchased':
      return false;
    case 'not':
      return asksAbout(predicate.of, fields);
    default:
      return predicate.of.some((part) => asksAbout(part, fields));
  }
};
