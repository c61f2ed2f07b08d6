import type { Warning } from '../analysis.ts';
import { counted, grouped } from '../counted.ts';
import type { CrossSellParams } from './params.ts';
import type { CrossSell } from './result.ts';

const nothingSold = ({ item }: CrossSellParams): Warning => ({
  code: 'nothing-sold',
  message:
    item === 'category'
      ? 'No product in the look-back has a category: take products, or load products with their category.'
      : 'No line in the look-back names its product: look back further, or load order lines with products.',
});

/** What makes cross-sell figures less than trustworthy, most serious first. */
export const crossSellWarnings = (value: CrossSell, params: CrossSellParams): Warning[] => {
  if (value.items === 0) return [nothingSold(params)];
  const candidates: (Warning | false)[] = [
    value.tried === 0 && {
      code: 'never-together',
      message: `No two ${params.item === 'product' ? 'products' : 'categories'} are bought together often enough to be judged. ${params.item === 'product' ? 'Take categories, or look back further.' : 'Look back further.'}`,
    },
    params.level === 'customer' &&
      value.customers === 0 && {
        code: 'no-customers',
        message: 'No order names its customer: count by basket.',
      },
    value.tried > 0 &&
      value.passed === 0 && {
        code: 'none-passed',
        message: `Of ${counted(value.tried, 'pair', 'pairs')} none passes the limits in the settings.`,
      },
    value.knownItems > value.items && {
      code: 'items-left-out',
      message: `Only the ${grouped(value.items)} most frequent of ${grouped(value.knownItems)} ${params.item === 'product' ? 'products' : 'categories'} are paired; the settings say how many.`,
    },
    value.basis === 'revenue' && {
      code: 'no-margin',
      message:
        'Costs of goods aren’t known of everything, so what an offer is worth is counted in revenue, not margin.',
    },
  ];
  return candidates.filter((candidate) => candidate !== false);
};
