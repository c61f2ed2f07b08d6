import { afterEach, describe, expect, it } from 'vitest';
import { makeCallersWithoutEval } from '../../../src/engine/service/method-callers.ts';

const platform = globalThis.Function;
afterEach(() => {
  globalThis.Function = platform;
});

const memory = [10, 20, 30];
const type = (size: number) => ({ readValueFromPointer: (at: number) => memory[at / size] });

/** The text that Emscripten's glue writes for a method with two arguments. */
const methodText = `return function (obj, func, destructorsRef, args) {
  var arg0 = argType0.readValueFromPointer(args);
  var arg1 = argType1.readValueFromPointer(args+8);
  var rv = func.call(obj, arg0, arg1);
  return emval_returnValue(retType, destructorsRef, rv);
};
`;

describe('makeCallersWithoutEval', () => {
  it('calls a method with its arguments and gives its result back', () => {
    makeCallersWithoutEval();
    const make = Function('retType', 'argType0', 'argType1', 'emval_returnValue', methodText);
    const returned: unknown[] = [];
    const call = make('void', type(8), type(8), (...parts: unknown[]) => returned.push(parts));
    const counter = {
      sum: 1,
      add(this: { sum: number }, a: number, b: number) {
        return this.sum + a + b;
      },
    };
    call(counter, counter.add, 4, 0);
    expect(returned).toEqual([['void', 4, 31]]);
  });

  it('knows functions and constructors without object', () => {
    makeCallersWithoutEval();
    const text = methodText.replace('func.call(obj, arg0, arg1)', 'new func(arg0, arg1)');
    const make = Function('retType', 'argType0', 'argType1', 'emval_returnValue', text);
    const call = make('object', type(8), type(8), (_: unknown, __: unknown, made: unknown) => made);
    class Pair {
      constructor(
        readonly a: number,
        readonly b: number,
      ) {}
    }
    expect(call(undefined, Pair, 0, 8)).toEqual(new Pair(20, 30));
  });

  it('leaves everything else as it is', () => {
    makeCallersWithoutEval();
    expect(Function('a', 'b', 'return a * b')(6, 7)).toBe(42);
    expect((): undefined => undefined).toBeInstanceOf(Function);
  });
});
