export declare const dist: string;
export declare const buildIfStale: () => void;
