export declare const serve: (
  folder: string,
  options?: { readonly port?: number; readonly base?: string },
) => Promise<{ readonly address: string; readonly close: () => Promise<void> }>;
