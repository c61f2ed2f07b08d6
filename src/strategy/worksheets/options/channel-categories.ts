/** The six categories of channels, from the most physical to the most virtual. Source: Payne & Frow (2005). */
export const channelCategories = [
  { value: 'sales-force', label: 'Sales force', hint: 'Our own people who visit or look after accounts' },
  { value: 'outlets', label: 'Outlets', hint: 'Shops, branches, depots, kiosks' },
  { value: 'telephony', label: 'Telephony', hint: 'Telephone, call centre, messages answered by people' },
  {
    value: 'direct-marketing',
    label: 'Direct marketing',
    hint: 'Mail, e-mail, radio and television with a reply',
  },
  { value: 'e-commerce', label: 'E-commerce', hint: 'Web shop, portal, electronic data interchange' },
  { value: 'm-commerce', label: 'M-commerce', hint: 'App, text message, mobile payment' },
] as const;
