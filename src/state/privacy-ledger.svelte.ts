import { ledgerEntry, type LedgerEntry } from './ledger-entry.ts';

/**
 * What left this page, as the browser itself reports it: every request in the page's resource timing, and every attempt that the content
 * policy stopped. `foreignRequests` stays 0 as long as the promise holds.
 */
export class PrivacyLedger {
  #reported = $state.raw<readonly LedgerEntry[]>([]);
  /** Oldest first. A stopped attempt is listed once, though browsers report it as a request too. */
  readonly entries = $derived.by(() => {
    const stopped = this.#reported.flatMap((entry) => (entry.wasBlocked ? [entry.address] : []));
    return this.#reported.filter((entry) => entry.wasBlocked || !stopped.includes(entry.address));
  });
  readonly foreignRequests = $derived(
    this.entries.filter((entry) => entry.isForeign && !entry.wasBlocked).length,
  );
  readonly blockedAttempts = $derived(this.entries.filter((entry) => entry.wasBlocked).length);

  /** Starts to listen; entries from before are included. */
  start(): void {
    const observer = new PerformanceObserver((list) => {
      this.#add(
        list
          .getEntries()
          .map((entry) => ledgerEntry(entry.name, (entry as PerformanceResourceTiming).initiatorType, false)),
      );
    });
    observer.observe({ type: 'resource', buffered: true });
    addEventListener('securitypolicyviolation', (event) => {
      if (event.effectiveDirective.endsWith('-src'))
        this.#add([ledgerEntry(event.blockedURI, event.effectiveDirective, true)]);
    });
  }

  #add(entries: readonly LedgerEntry[]): void {
    this.#reported = [...this.#reported, ...entries].slice(-500);
  }
}
