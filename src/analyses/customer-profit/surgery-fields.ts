import type { CustomerProfitParams } from './params.ts';

const sizes: Readonly<Record<CustomerProfitParams['action'], readonly string[]>> = {
  'self-service': ['moved', 'saving', 'expectedLoss'],
  'call-frequency': ['callsCut', 'expectedLoss'],
  'order-minimum': ['minimumOrder', 'expectedLoss'],
  surcharge: ['surcharge', 'expectedLoss'],
  're-price': ['priceRise', 'expectedLoss'],
  exit: ['exitShare'],
};

/** Names of the parameters that matter for the chosen surgery, so that its form shows no others. */
export const surgeryFields = ({ whom, action }: CustomerProfitParams): readonly string[] => [
  'whom',
  ...(whom === 'below' ? ['profitBelow'] : []),
  'action',
  ...sizes[action],
];
