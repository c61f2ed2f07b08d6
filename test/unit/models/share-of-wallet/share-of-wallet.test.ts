import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  directShareOfWallet,
  leastMultiBrandShare,
  retentionOfShare,
  walletAllocation,
  walletGap,
} from '../../../../src/models/share-of-wallet/share-of-wallet.ts';

describe('share of wallet', () => {
  it('wallet allocation rule: 2 brands 67 and 33 %, 3 brands 50, 33 and 17 % (Keiningham et al. 2011)', () => {
    expect(walletAllocation(1, 2)).toBeCloseTo(2 / 3, 12);
    expect(walletAllocation(2, 2)).toBeCloseTo(1 / 3, 12);
    expect([1, 2, 3].map((rank) => walletAllocation(rank, 3))).toEqual(
      [0.5, 1 / 3, 1 / 6].map((share) => expect.closeTo(share, 12)),
    );
    expect(walletAllocation(1.5, 2)).toBeCloseTo(0.5, 12);
    expect(walletAllocation(3, 2)).toBeNull();
    expect(walletAllocation(1, 0)).toBeNull();
    expect(leastMultiBrandShare).toBe(0.4);
  });

  it('allocates the whole wallet', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (brands) => {
        const shares = Array.from({ length: brands }, (_, at) => walletAllocation(at + 1, brands) ?? NaN);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('direct share, gap to peers, and retention of share', () => {
    expect(directShareOfWallet(20, 80)).toBe(0.25);
    expect(directShareOfWallet(90, 80)).toBeNull();
    const peers = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110];
    expect(walletGap(25, peers)).toEqual({ proxy: 0.25, gap: 75 });
    expect(walletGap(500, peers)).toEqual({ proxy: 1, gap: 0 });
    expect(walletGap(5, [])).toBeNull();
    expect(walletGap(5, [0])).toBeNull();
    expect(retentionOfShare(0.3, 0.4)).toBeCloseTo(0.75, 12);
    expect(retentionOfShare(0.3, 0)).toBeNull();
    expect(retentionOfShare(null, 0.4)).toBeNull();
  });
});
