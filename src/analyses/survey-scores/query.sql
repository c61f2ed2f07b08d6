-- Question   How do customers score us, questionnaire by questionnaire?
-- Grain      one questionnaire of the focus (in_focus) or of whom it is compared with
-- Parameters those of survey_answers
-- Columns    instrument; answers; mean (points of the scale); top_score (5, 10 or 100); best (answers of the highest score) and
--            best_two (of the two highest: 4 and 5, 9 and 10; of a scale of 100 from 90 on); promoters (9, 10), detractors (0 to
--            6) and passives of nps
-- Nulls      promoters, passives and detractors of other questionnaires
-- Source     survey_answers; A10, F17
select
  in_focus,
  instrument,
  count(*)::INTEGER as answers,
  avg(score)::DOUBLE as mean,
  any_value(top_score)::INTEGER as top_score,
  count(*) filter (score >= top_score)::INTEGER as best,
  count(*) filter (score >= case top_score when 100 then 90 else top_score - 1 end)::INTEGER as best_two,
  case when instrument = 'nps' then count(*) filter (score >= 9) end::INTEGER as promoters,
  case when instrument = 'nps' then count(*) filter (score >= 7 and score < 9) end::INTEGER as passives,
  case when instrument = 'nps' then count(*) filter (score < 7) end::INTEGER as detractors
from survey_answers
group by in_focus, instrument
order by in_focus desc, answers desc, instrument
