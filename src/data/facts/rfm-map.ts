import sql from './rfm-map.sql?raw';

/** The select that makes `rfm_map`: the RFM segment of each of the 25 pairs of recency and frequency score (F1). */
export const rfmMapSql: string = sql;
