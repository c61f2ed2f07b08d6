/** A request that the page made, or that its policy stopped. Query strings are left out. */
export interface LedgerEntry {
  readonly address: string;
  readonly kind: string;
  readonly isForeign: boolean;
  readonly wasBlocked: boolean;
}

/** A request as the browser reports it; `address` may also be a word such as `inline`. */
export const ledgerEntry = (address: string, kind: string, wasBlocked: boolean): LedgerEntry => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isForeign = url !== undefined && /^https?:$/.test(url.protocol) && url.origin !== location.origin;
  return { address: url ? `${url.origin}${url.pathname}` : address, kind, isForeign, wasBlocked };
};
