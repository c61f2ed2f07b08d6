import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright-core';
import { createRandom, type Random } from '../../src/core/numeric/random.ts';
import type { LoadMode } from '../../src/data/importing/contract.ts';
import { waitUntilReady } from './browser-actions.ts';

/** What one round of {@link killTab} found when the workspace was opened again. */
export interface KilledRound {
  readonly round: number;
  readonly mode: LoadMode;
  /** Milliseconds from the beginning of the import to the end of the browser's process. */
  readonly killedAfter: number;
  /** Which data were there again: those before, the new ones, or neither; and whether the new ones had been seen stored. */
  readonly data: 'old' | 'new' | 'neither';
  readonly wasKept: boolean;
  /** Numbers of the last edit that the storage was seen to have, that was found again, and that was made. */
  readonly acknowledged: number;
  readonly found: number;
  readonly made: number;
  /** Everything that was acknowledged was there again, and nothing half. */
  readonly isRight: boolean;
}

/** Where and how often tabs are killed. */
export interface KillPlan {
  readonly address: string;
  readonly executablePath: string;
  readonly rounds: number;
  readonly seed: number;
  /** Rows of each imported file. */
  readonly rows: number;
}

interface Totals {
  readonly orders: number;
  readonly revenue: number;
}

/** What the page tells while it works: numbers of the last edit made and stored, and when the stored data were saved. */
interface Seen {
  made: number;
  stored: number;
  kept: number;
}

interface StoredRecord {
  readonly name: string;
  readonly data?: { readonly current?: { readonly savedAt: number } | null };
}

interface OpenBrowser {
  readonly page: Page;
  readonly kill: () => Promise<void>;
}

const browserArguments = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
];

const endpointOf = (browser: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    if (!browser.stderr) return reject(new Error('The browser has no error output'));
    createInterface({ input: browser.stderr }).on('line', (line) => {
      const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (address) resolve(address);
    });
    browser.once('exit', () => reject(new Error('The browser ended before it could be reached')));
  });

/** A browser of its own, as a process group that can be killed as a whole. */
const openBrowser = async (
  executablePath: string,
  profile: string,
  address: string,
): Promise<OpenBrowser> => {
  const browser = spawn(executablePath, [...browserArguments, `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => browser.once('exit', () => resolve()));
  const kill = async (): Promise<void> => {
    if (browser.pid !== undefined && browser.exitCode === null) process.kill(-browser.pid, 'SIGKILL');
    await ended;
  };
  try {
    const connection = await chromium.connectOverCDP(await endpointOf(browser));
    const [context] = connection.contexts();
    if (!context) throw new Error('The browser has no profile');
    context.setDefaultTimeout(60_000);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(address);
    await waitUntilReady(page);
    return { page, kill };
  } catch (thrown) {
    await kill();
    throw thrown;
  }
};

const totalsOf = async (page: Page): Promise<Totals> => {
  const row = await page.evaluate(
    async () =>
      (
        await window.workbench.sql(
          'select count(*)::int as orders, coalesce(sum(net), 0)::double as revenue from orders',
        )
      ).rows[0],
  );
  return { orders: Number(row?.['orders']), revenue: Number(row?.['revenue']) };
};

const editOf = async (page: Page): Promise<number> => {
  const name = await page.evaluate(() => window.workbench.workbook.get().name);
  return Number(/^edit (\d+)$/.exec(name)?.[1] ?? 0);
};

const fileOf = (
  round: number,
  rows: number,
  random: Random,
): { readonly text: string; readonly totals: Totals } => {
  const amounts = Array.from({ length: rows }, () => random.whole(1, 500));
  const lines = amounts.map(
    (amount, at) => `${round}-${at},c${at % 997},2024-0${1 + (at % 9)}-${10 + (at % 18)},${amount}`,
  );
  return {
    text: `order id,customer id,order date,amount\n${lines.join('\n')}`,
    totals: { orders: rows, revenue: amounts.reduce((sum, amount) => sum + amount, 0) },
  };
};

/** Begins an import and edits without end, and tells which edit was made and which one the storage has. */
const begin = (page: Page, text: string, mode: LoadMode, first: number): Promise<void> =>
  page.evaluate(
    ({ csv, how, start }) => {
      const { tellTest } = window as unknown as { tellTest: (what: keyof Seen, value: number) => void };
      const { workbook } = window.workbench;
      const { id } = workbook.get();
      let edit = start;
      setInterval(() => {
        edit += 1;
        workbook.replace({ ...workbook.get(), name: `edit ${edit}` });
        tellTest('made', edit);
      }, 350);
      const opening = indexedDB.open('arrowhead');
      opening.onsuccess = () => {
        const look = (): void => {
          const request = opening.result.transaction('workspaces').objectStore('workspaces').get(id);
          request.onsuccess = () => {
            const record = request.result as StoredRecord | undefined;
            tellTest('stored', Number(/^edit (\d+)$/.exec(record?.name ?? '')?.[1] ?? 0));
            tellTest('kept', record?.data?.current?.savedAt ?? 0);
            setTimeout(look, 25);
          };
        };
        look();
      };
      void window.workbench.load([new File([csv], 'orders.csv')], { mode: how });
    },
    { csv: text, how: mode, start: first },
  );

const isSame = (a: Totals, b: Totals): boolean => a.orders === b.orders && a.revenue === b.revenue;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** One import with edits in an open browser. Resolves at once; `seen` goes on being filled in. */
const start = async (
  { page }: OpenBrowser,
  round: number,
  { rows }: KillPlan,
  random: Random,
): Promise<{
  readonly mode: LoadMode;
  readonly before: Totals;
  readonly wanted: Totals;
  readonly seen: Seen;
  readonly isKept: () => boolean;
}> => {
  const [before, first] = [await totalsOf(page), await editOf(page)];
  const mode: LoadMode = random.next() < 0.5 ? 'append' : 'replace';
  const { text, totals } = fileOf(round, rows, random);
  const seen: Seen = { made: first, stored: first, kept: 0 };
  let keptBefore: number | undefined;
  await page.exposeFunction('tellTest', (what: keyof Seen, value: number) => {
    if (what === 'kept') keptBefore ??= value;
    seen[what] = Math.max(seen[what], value);
  });
  await begin(page, text, mode, first);
  const sum = { orders: before.orders + totals.orders, revenue: before.revenue + totals.revenue };
  return {
    mode,
    before,
    wanted: mode === 'append' ? sum : totals,
    seen,
    isKept: () => keptBefore !== undefined && seen.kept > keptBefore,
  };
};

/**
 * Imports and edits, kills the browser at a random moment, opens the workspace again and compares; round after round on
 * one profile. How long an undisturbed import takes until it is stored is measured first; a kill comes up to a quarter
 * later than that. Every process is ended and the profile deleted, whatever happens.
 */
export const killTab = async (plan: KillPlan): Promise<readonly KilledRound[]> => {
  const random = createRandom(plan.seed);
  const profile = mkdtempSync(join(tmpdir(), 'arrowhead-killed-'));
  const found: KilledRound[] = [];
  const open = (): Promise<OpenBrowser> => openBrowser(plan.executablePath, profile, plan.address);
  let browser: OpenBrowser | undefined;
  try {
    browser = await open();
    const begun = performance.now();
    const whole = await start(browser, 0, plan, random);
    while (!whole.isKept()) await pause(20);
    const usual = performance.now() - begun;
    await browser.kill();
    browser = await open();
    for (let round = 1; round <= plan.rounds; round += 1) {
      const { mode, before, wanted, seen, isKept } = await start(browser, round, plan, random);
      const killedAfter = Math.round(random.next() * usual * 1.25);
      await pause(killedAfter);
      const [acknowledged, wasKept] = [seen.stored, isKept()];
      await browser.kill();
      browser = await open();
      const after = await totalsOf(browser.page);
      const edit = await editOf(browser.page);
      const data = isSame(after, wanted) ? 'new' : isSame(after, before) ? 'old' : 'neither';
      const isRight =
        (wasKept ? data === 'new' : data !== 'neither') && edit >= acknowledged && edit <= seen.made + 1;
      const made = seen.made;
      found.push({ round, mode, killedAfter, data, wasKept, acknowledged, found: edit, made, isRight });
    }
    return found;
  } finally {
    await browser?.kill();
    rmSync(profile, { recursive: true, force: true });
  }
};
