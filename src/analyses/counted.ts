/** So many of a thing in words: `counted(1, 'customer is', 'customers are')` is “1 customer is”. */
export const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;
