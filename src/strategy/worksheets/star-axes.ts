/**
 * The eight things that customers weigh an offer by, in the order in which a star shows them. Source: the value star of the CRM value
 * chain (product, process, price, service, location, logistics, communication, people).
 */
export const starAxes = [
  { value: 'product', label: 'Product', hint: 'What they buy: range, quality, fit to what they need' },
  { value: 'process', label: 'Process', hint: 'How easily and fast things get done with us' },
  { value: 'price', label: 'Price', hint: 'What it costs them in all, and the ways to pay' },
  { value: 'service', label: 'Service', hint: 'Help before, during and after the purchase' },
  { value: 'location', label: 'Location', hint: 'Where it can be had: our places, partners, online' },
  {
    value: 'logistics',
    label: 'Logistics',
    hint: 'On time, in full, without error, at the right price, by their own measure',
  },
  {
    value: 'communication',
    label: 'Communication',
    hint: 'The right message, by the right channel, at the right time, or none',
  },
  { value: 'people', label: 'People', hint: 'Knowledge and kindness of those whom they meet' },
] as const;

/** One of {@link starAxes}. */
export type StarAxis = (typeof starAxes)[number]['value'];

/** Name of an axis. */
export const starAxisLabel = (axis: StarAxis): string =>
  starAxes.find(({ value }) => value === axis)?.label ?? axis;
