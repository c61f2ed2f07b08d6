/** The currencies in which most trade is done, by ISO 4217 code. */
export const commonCurrencies: readonly string[] = [
  ...[
    'AED',
    'ARS',
    'AUD',
    'BRL',
    'CAD',
    'CHF',
    'CLP',
    'CNY',
    'COP',
    'CZK',
    'DKK',
    'EUR',
    'GBP',
    'HKD',
    'HUF',
  ],
  ...[
    'IDR',
    'ILS',
    'INR',
    'JPY',
    'KRW',
    'MXN',
    'MYR',
    'NGN',
    'NOK',
    'NZD',
    'PEN',
    'PHP',
    'PLN',
    'RON',
    'SAR',
  ],
  ...['SEK', 'SGD', 'THB', 'TRY', 'TWD', 'UAH', 'USD', 'VND', 'ZAR'],
];

/** A currency by code and name, in the words of a locale: "GBP, British Pound". */
export const currencyName = (code: string, locale: string): string => {
  const name = new Intl.DisplayNames([locale], { type: 'currency', fallback: 'none' }).of(code);
  return name === undefined ? code : `${code}, ${name}`;
};
