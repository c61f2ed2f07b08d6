import type { CategoryPlan } from './category-plan.ts';
import { foodRange } from './food-range.ts';
import { kitchenRange } from './kitchen-range.ts';

/** The range of the shop. The pair that is planted for Fridays is added by the catalogue. */
export const productRange: readonly CategoryPlan[] = [...kitchenRange, ...foodRange];
