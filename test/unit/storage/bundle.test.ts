import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readBundle, writeBundle } from '../../../src/storage/bundle.ts';
import { valueOf } from '../../support/engine.ts';

const workbook = { version: 1, id: 'w', name: 'Plan – “north”' };
const data = {
  info: { fingerprint: 'abc', savedAt: 5, report: null, sampleId: 'retailer' },
  tables: [
    { name: 'orders', rows: 2, bytes: new Uint8Array(50_000).fill(7) },
    { name: 'customers', rows: 0, bytes: new Uint8Array([1, 2]) },
  ],
};
const text = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const zipOf = (entries: Record<string, Uint8Array>): Blob => new Blob([new Uint8Array(zipSync(entries))]);

describe('a bundle', () => {
  it('holds strategy and data, and is smaller than they are', async () => {
    const file = valueOf(await writeBundle({ workbook, data }));
    expect(file.size).toBeLessThan(5_000);
    expect(valueOf(await readBundle(file))).toEqual({ workbook, data });
  });

  it('holds strategy without data', async () => {
    const file = valueOf(await writeBundle({ workbook }));
    expect(valueOf(await readBundle(file))).toEqual({ workbook });
  });

  it('is refused when it comes from a later version', async () => {
    const later = zipOf({
      'manifest.json': text({ application: 'arrowhead', version: 2 }),
      'workbook.json': text({}),
    });
    expect(await readBundle(later)).toEqual({
      ok: false,
      error: { kind: 'workbook-too-new', version: 2, supported: 1 },
    });
  });

  it('is refused when it is damaged, foreign or incomplete', async () => {
    const whole = new Uint8Array(await valueOf(await writeBundle({ workbook, data })).arrayBuffer());
    const flipped = whole.slice();
    flipped[whole.length - 30] = 255 - (flipped[whole.length - 30] ?? 0);
    const manifest = {
      application: 'arrowhead',
      version: 1,
      data: { ...data.info, tables: [{ name: 'orders', rows: 1, file: 'tables/orders.arrow' }] },
    };
    const bad = [
      new Blob([]),
      new Blob(['customer,date,amount\n']),
      new Blob([whole.slice(0, whole.length / 2)]),
      zipOf({ 'readme.txt': text('hello') }),
      zipOf({ 'manifest.json': text(manifest), 'workbook.json': text(workbook) }),
      zipOf({ 'manifest.json': text({ ...manifest, data: null }) }),
      zipOf({ 'manifest.json': text({ ...manifest, data: null }), 'workbook.json': new Uint8Array([123]) }),
    ];
    for (const file of bad)
      expect(await readBundle(file)).toMatchObject({ ok: false, error: { kind: 'workbook-invalid' } });
  });
});
