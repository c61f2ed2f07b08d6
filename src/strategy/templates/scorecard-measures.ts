/** The four perspectives of shareholder results, from what leads to what follows. */
export const scorecardPerspectives = [
  { value: 'employees', label: 'Employees' },
  { value: 'customers', label: 'Customers' },
  { value: 'costs', label: 'Costs' },
  { value: 'value', label: 'Shareholder value' },
] as const;

const ahead = { kind: 'leading', direction: 'more' } as const;
const behind = { kind: 'lagging', direction: 'more' } as const;

/**
 * A card to begin with: a few measures a perspective, with what leads to what by name and no targets, which are the user's. The choice
 * is a house rule; most can be pinned from an analysis.
 */
export const scorecardMeasures = [
  {
    ...ahead,
    measure: 'Staff who would recommend working here',
    perspective: 'employees',
    unit: 'share',
    benefit: 'satisfaction',
    formula: 'Those who answer 9 or 10 of 10 ÷ all who answer, each half-year',
    leadsTo: 'Fixed at first contact',
  },
  {
    ...ahead,
    measure: 'Fixed at first contact',
    perspective: 'employees',
    unit: 'share',
    benefit: 'satisfaction',
    formula: 'Cases closed at the first contact and not opened again within 30 days ÷ all cases',
    leadsTo: 'Customers very satisfied',
    alsoLeadsTo: 'Cost to serve a customer',
  },
  {
    ...ahead,
    measure: 'Customers very satisfied',
    perspective: 'customers',
    unit: 'share',
    benefit: 'satisfaction',
    formula: 'Answers in the top box ÷ all answers, this quarter',
    leadsTo: 'Value retained',
    alsoLeadsTo: 'Customers who bring others',
  },
  {
    ...ahead,
    measure: 'Second order within 90 days',
    perspective: 'customers',
    unit: 'share',
    benefit: 'loyalty',
    formula: 'New customers with a second order within 90 days ÷ new customers of that cohort',
    leadsTo: 'Value retained',
  },
  {
    ...ahead,
    measure: 'Customers who bring others',
    perspective: 'customers',
    unit: 'share',
    benefit: 'sales',
    formula: 'Customers with an introduction that became a customer ÷ all active customers, a year',
    leadsTo: 'Cost of winning a customer',
  },
  {
    ...behind,
    measure: 'Value retained',
    perspective: 'customers',
    unit: 'share',
    benefit: 'retention',
    formula: 'Lifetime value of customers kept ÷ lifetime value of those there a year ago',
    leadsTo: 'Profit per customer',
  },
  {
    ...ahead,
    direction: 'less',
    measure: 'Cost of winning a customer',
    perspective: 'costs',
    unit: 'money',
    benefit: 'sales',
    formula: 'Cost of acquisition ÷ customers won, by channel, a quarter',
    leadsTo: 'Profit per customer',
  },
  {
    ...ahead,
    direction: 'less',
    measure: 'Cost to serve a customer',
    perspective: 'costs',
    unit: 'money',
    benefit: 'retention',
    formula: 'Cost of orders, service and returns ÷ active customers, a year',
    leadsTo: 'Profit per customer',
  },
  {
    ...behind,
    measure: 'Profit per customer',
    perspective: 'value',
    unit: 'money',
    benefit: 'sales',
    formula: 'Margin less cost to serve ÷ active customers, a year',
    leadsTo: 'Customer equity',
  },
  {
    ...behind,
    measure: 'Customer equity',
    perspective: 'value',
    unit: 'money',
    benefit: 'retention',
    formula: 'Lifetime value of all customers and prospects, today’s money',
  },
] as const;
