/** An identifier that no other record has. */
export const newId = (): string => crypto.randomUUID();
