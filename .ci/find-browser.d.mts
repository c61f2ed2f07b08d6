export declare const browserAdvice: () => string;
export declare const findBrowser: () => string | undefined;
