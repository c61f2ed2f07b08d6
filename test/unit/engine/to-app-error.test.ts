import { describe, expect, it } from 'vitest';
import { toAppError } from '../../../src/engine/service/to-app-error.ts';

const account = (facts: Record<string, string>): Error => new Error(JSON.stringify(facts));

describe('toAppError', () => {
  it('gives message and position of a failed statement, counted in characters', () => {
    const sql = "select 'é', nope";
    const thrown = account({ exception_type: 'Binder', exception_message: 'no "nope"', position: '13' });
    expect(toAppError(thrown, sql)).toEqual({
      kind: 'sql-failed',
      message: 'Binder error: no "nope"',
      sql,
      position: 12,
    });
  });

  it('unwraps an account within an account', () => {
    const inner = JSON.stringify({
      exception_type: 'Parser',
      exception_message: 'syntax error',
      position: '4',
    });
    const thrown = new Error(
      `Parser Error: ${JSON.stringify({ exception_type: 'Parser', exception_message: inner })}`,
    );
    expect(toAppError(thrown, 'x')).toMatchObject({
      kind: 'sql-failed',
      message: 'Parser error: syntax error',
    });
  });

  it('cuts what may be personal data', () => {
    const message = `Conversion failed\nOriginal Line: ann@example.org;1;2\nLINE "${'x'.repeat(200)}" end`;
    const error = toAppError(account({ exception_type: 'Invalid Input', exception_message: message }), 'x');
    expect(JSON.stringify(error)).not.toContain('ann@example.org');
    expect(JSON.stringify(error)).not.toContain('x'.repeat(90));
    expect(JSON.stringify(error)).toContain('end');
  });

  it.each([
    [account({ exception_type: 'Out of Memory', exception_message: 'failed to pin block' }), 'out-of-memory'],
    [new Error('std::bad_alloc'), 'out-of-memory'],
    [account({ exception_type: 'INTERRUPT', exception_message: 'Interrupted!' }), 'cancelled'],
    [
      account({ exception_type: 'FATAL', exception_message: 'database has been invalidated' }),
      'engine-crashed',
    ],
    [new WebAssembly.RuntimeError('unreachable'), 'engine-crashed'],
    [new RangeError('offset is out of bounds'), 'engine-crashed'],
    [{ isAnException: true }, 'engine-crashed'],
  ])('%o is %s', (thrown, kind) => {
    expect(toAppError(thrown, 'select 1').kind).toBe(kind);
  });

  it('calls a bug outside of SQL internal', () => {
    expect(toAppError(new TypeError('x is undefined'))).toEqual({
      kind: 'internal',
      message: 'x is undefined',
    });
  });
});
