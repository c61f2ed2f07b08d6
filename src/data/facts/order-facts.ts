import { bindParams } from '../sql/bind-params.ts';
import { partsOf, wholePart, type Part } from '../sql/parts.ts';
import sql from './order-facts.sql?raw';

const factsOf = ({ part, parts }: Part): string => bindParams(sql, { part, parts });

/** The select that makes `order_facts`: one row per order that counts, money as DECIMAL. */
export const orderFactsSql: string = factsOf(wholePart);

/** Statements that make the table `order_facts`, part by part where the tables hold many `rows`. Run after each load. */
export const orderFactsStatements = (rows: number): readonly string[] =>
  partsOf(rows).map((part) =>
    part.part === 0
      ? `create table order_facts as ${factsOf(part)}`
      : `insert into order_facts ${factsOf(part)}`,
  );
