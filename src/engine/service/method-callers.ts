/** How WebAssembly's side describes a value's type to JavaScript. */
interface WireType {
  readValueFromPointer(pointer: number): unknown;
}

type MethodCaller = (object: unknown, method: unknown, destructors: number, values: number) => unknown;

const readPattern = /argType\d+\.readValueFromPointer\(args(?:\+(\d+))?\)/g;

/** The function that the text of a method caller describes; undefined when the text is something else. */
const callerFor = (
  names: readonly string[],
  text: string,
): ((...given: unknown[]) => MethodCaller) | undefined => {
  if (names[0] !== 'retType' || !text.includes('function (obj, func, destructorsRef, args)'))
    return undefined;
  const offsets = [...text.matchAll(readPattern)].map((match) => Number(match[1] ?? 0));
  const isConstruction = text.includes('new func(');
  const hasObject = text.includes('func.call(obj');
  return (returnType, ...rest) => {
    const types = rest.slice(0, offsets.length) as WireType[];
    const giveBack = rest[offsets.length] as ((...parts: unknown[]) => unknown) | undefined;
    return (object, method, destructors, values) => {
      const args = types.map((type, at) => type.readValueFromPointer(values + (offsets[at] ?? 0)));
      const callee = method as (this: unknown, ...args: unknown[]) => unknown;
      const result = isConstruction
        ? Reflect.construct(callee, args)
        : Reflect.apply(callee, hasObject ? object : args[0], hasObject ? args : args.slice(1));
      return giveBack?.(returnType, destructors, result);
    };
  };
};

/**
 * Lets the engine call JavaScript (to report progress) under a policy without `unsafe-eval`. Emscripten's glue makes
 * each of its callers by `Function(text)`; here the few known forms of that text become closures. Whatever else asks
 * for a function from text gets the platform's own answer. To be called once, in the engine's worker only.
 */
export const makeCallersWithoutEval = (): void => {
  const platform = globalThis.Function;
  const replacement = (...texts: string[]): unknown =>
    callerFor(texts.slice(0, -1), texts.at(-1) ?? '') ?? platform(...texts);
  replacement.prototype = platform.prototype;
  globalThis.Function = replacement as unknown as FunctionConstructor;
};
