import sql from './order-facts.sql?raw';

/** The select that makes `order_facts`: one row per order that counts, money as DECIMAL. Rebuilt after each load. */
export const orderFactsSql: string = sql;
