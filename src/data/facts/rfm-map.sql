-- Question   Which RFM segment belongs to a pair of scores?
-- Grain      one pair: a total, disjoint map of the 25
-- Parameters none
-- Columns    r, recency score, and f, frequency score (1 worst to 5 best); rfm_segment
-- Nulls      none
-- Source     methods.md F1: the community's map; the split of Hibernating and Lost is a house rule
select r, f, rfm_segment
from (
  values
    (5, 5, 'Champions'), (5, 4, 'Champions'), (5, 3, 'Potential Loyalist'), (5, 2, 'Potential Loyalist'), (5, 1, 'New'),
    (4, 5, 'Loyal'), (4, 4, 'Loyal'), (4, 3, 'Potential Loyalist'), (4, 2, 'Potential Loyalist'), (4, 1, 'Promising'),
    (3, 5, 'Loyal'), (3, 4, 'Loyal'), (3, 3, 'Need Attention'), (3, 2, 'About to Sleep'), (3, 1, 'About to Sleep'),
    (2, 5, 'Can''t Lose Them'), (2, 4, 'At Risk'), (2, 3, 'At Risk'), (2, 2, 'Hibernating'), (2, 1, 'Hibernating'),
    (1, 5, 'Can''t Lose Them'), (1, 4, 'At Risk'), (1, 3, 'At Risk'), (1, 2, 'Hibernating'), (1, 1, 'Lost')
) as map (r, f, rfm_segment)
