import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TabLock } from '../../../src/storage/tab-lock.ts';
import { fakeLocks } from '../../support/fake-locks.ts';

/** A tab that notes what it is told. */
const openTab = () => {
  const log: string[] = [];
  const lock = new TabLock({
    onchange: (isWriter) => log.push(isWriter ? 'writes' : 'reads'),
    onyield: () => Promise.resolve(void log.push('saves')),
    onsaved: (workspace) => log.push(`hears of ${workspace}`),
  });
  return { lock, log };
};
const tabs: TabLock[] = [];
const startTab = async () => {
  const tab = openTab();
  tabs.push(tab.lock);
  await tab.lock.start();
  return tab;
};

beforeEach(() => vi.stubGlobal('navigator', { locks: fakeLocks() }));
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
  vi.unstubAllGlobals();
});

describe('TabLock', () => {
  it('lets the first tab write, and the next when it closes', async () => {
    const first = await startTab();
    const second = await startTab();
    expect([first.lock.isWriter, second.lock.isWriter]).toEqual([true, false]);
    first.lock.close();
    await vi.waitFor(() => expect(second.log).toEqual(['writes']));
  });

  it('hands over after saving', async () => {
    const first = await startTab();
    const second = await startTab();
    await second.lock.takeOver();
    expect(second.lock.isWriter).toBe(true);
    expect(first.log).toEqual(['writes', 'saves', 'reads']);
    expect(first.lock.isWriter).toBe(false);
  });

  it('takes over from a tab that does not answer', async () => {
    const first = await startTab();
    vi.stubGlobal('BroadcastChannel', undefined);
    const second = await startTab();
    vi.useFakeTimers();
    const taken = second.lock.takeOver();
    await vi.runAllTimersAsync();
    await taken;
    vi.useRealTimers();
    expect([first.lock.isWriter, second.lock.isWriter]).toEqual([false, true]);
  });

  it('tells the others what was saved', async () => {
    const first = await startTab();
    const second = await startTab();
    first.lock.announceSaved('w');
    await vi.waitFor(() => expect(second.log).toEqual(['hears of w']));
    expect(first.log).toEqual(['writes']);
  });

  it('writes where there are no locks', async () => {
    vi.stubGlobal('navigator', {});
    const tab = await startTab();
    expect(tab.lock.isWriter).toBe(true);
  });
});
