import sql from './rfm-scores.sql?raw';

/**
 * The select that makes `rfm_scores`: recency, frequency and monetary score of every identified customer with a purchase in
 * the window. Its parameters are still to be bound; `asOf` is the SQL of the day at which it looks.
 */
export const rfmScoresSql = (asOf = '$as_of'): string => sql.replaceAll('$as_of', asOf);
