import type { ColumnMapping, FilePlan, ImportIssue } from '../contract.ts';

const isCustomerKey = ({ target }: ColumnMapping): boolean =>
  /\.customer_id$|^customers\.(?:email|reference)$/.test(target);

/** A warning where files name the same customers, but some by pseudonyms and others as they are, or with other secrets. */
export const comparePseudonyms = (plans: readonly FilePlan[]): readonly ImportIssue[] => {
  const replaced = plans.filter(({ mapping }) =>
    mapping.some((one) => isCustomerKey(one) && one.privacy === 'pseudonymise'),
  );
  const plain = plans.filter((plan) => !replaced.includes(plan) && plan.mapping.some(isCustomerKey));
  const secrets = new Set(replaced.map(({ salt = '' }) => salt));
  if (replaced.length === 0 || (plain.length === 0 && secrets.size < 2)) return [];
  const others = plain.map(({ file }) => file).join(', ');
  const why = plain.length > 0 ? `but not in ${others}` : 'with different secrets';
  return [
    {
      severity: 'warning',
      code: 'pseudonyms-differ',
      message: `Customers are replaced by pseudonyms in ${replaced.map(({ file }) => file).join(', ')}, ${why}: the files can’t be joined by them`,
      count: plans.length,
    },
  ];
};
