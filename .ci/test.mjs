import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { install, root } from './install.mjs';
import { browserAdvice, findOrInstallBrowser } from './find-browser.mjs';

const stepLimitMs = 10 * 60_000;
const started = Date.now();
const elapsed = () => `${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s`;
const say = (mark, title, detail) =>
  console.log(`${elapsed()}  ${mark}  ${title}${detail ? `: ${detail}` : ''}`);

/** Runs a command line as npm would; resolves to its exit code (1 when it had to be stopped) and all it said. */
const run = (command, env = {}) =>
  new Promise((resolve) => {
    const bin = join(root, 'node_modules', '.bin');
    const child = spawn(process.platform === 'win32' ? command : `exec ${command}`, {
      cwd: root,
      shell: true,
      timeout: stepLimitMs,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PATH: `${bin}${delimiter}${process.env.PATH}`,
        CI: '1',
        NO_COLOR: '1',
        ...env,
      },
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code, signal) =>
      resolve({
        code: code ?? 1,
        output: signal ? `${output}\nStopped after ${stepLimitMs / 60_000} min` : output,
      }),
    );
  });

/** A static check: one pass or one failure. */
const check = (title, command) => ({
  title,
  run: async () => {
    const { code, output } = await run(command);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
  },
});

/** Counts of a Vitest report. A file that could not be collected is one failure. */
const countTests = (report) => {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
};

/** A Vitest run: every test counts. */
const tests = (title, args, folder, env) => ({
  title,
  run: async () => {
    const file = join(folder, `${title.replaceAll(' ', '-')}.json`);
    const reporters = `--reporter=dot --reporter=json --outputFile.json="${file}"`;
    const { code, output } = await run(`vitest run ${args} ${reporters}`, env);
    const counts = existsSync(file)
      ? countTests(JSON.parse(readFileSync(file, 'utf8')))
      : { passed: 0, failed: 0, skipped: 0 };
    // Vitest also fails for errors outside tests, and when it finds none.
    if (code !== 0 && counts.failed === 0) counts.failed = 1;
    return { ...counts, output };
  },
});

const browserTests = (folder) => {
  const browser = findOrInstallBrowser();
  return browser === undefined
    ? {
        title: 'browser tests',
        run: async () => ({ passed: 0, failed: 1, skipped: 0, output: browserAdvice() }),
      }
    : tests('browser tests', '--project browser', folder, { CHROME_PATH: browser });
};

/** Steps in order; those of one inner list don't depend on each other and may run side by side. */
const plan = (folder) => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return [
    [
      // The longest first, so that both lanes end together.
      check('types', scripts.check),
      check('lint', scripts.lint),
      check('format', 'prettier --check .'),
      check('build', scripts.build),
      check('dead code', scripts['dead-code']),
      check('architecture', scripts.architecture),
    ],
    [tests('unit tests', '--project unit', folder)],
    [
      tests(
        'date tests in Auckland',
        '--project unit test/unit/core test/unit/importing/values test/unit/data/importing/import-values test/unit/data/importing/unusual-data',
        folder,
        {
          TEST_TIME_ZONE: 'Pacific/Auckland',
        },
      ),
    ],
    [browserTests(folder)],
  ];
};

const runStep = async (step) => {
  const result = await step.run();
  const { passed, failed, skipped } = result;
  const detail =
    passed + failed + skipped > 1 ? `${passed} passed, ${failed} failed, ${skipped} skipped` : '';
  say(failed === 0 ? 'ok  ' : 'FAIL', step.title, detail);
  if (failed > 0) console.log(`\n${result.output.trim()}\n`);
  return result;
};

/** Runs the steps of one list, at most `width` at a time. */
const runTogether = async (steps, width) => {
  const waiting = [...steps];
  const results = [];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await runStep(step));
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
};

install();
const folder = mkdtempSync(join(tmpdir(), 'arrowhead-test-'));
const totals = { passed: 0, failed: 0, skipped: 0 };
// `npm test -- types unit` runs only the steps whose title begins so.
const wanted = process.argv.slice(2);
try {
  for (const steps of plan(folder)) {
    const chosen = steps.filter(
      ({ title }) => wanted.length === 0 || wanted.some((name) => title.startsWith(name)),
    );
    for (const result of await runTogether(chosen, Math.min(2, availableParallelism()))) {
      totals.passed += result.passed;
      totals.failed += result.failed;
      totals.skipped += result.skipped;
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;
