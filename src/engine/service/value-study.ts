import { err, ok } from '../../core/result.ts';
import { analyseStudy } from '../../models/conjoint/analyse-study.ts';
import type { EngineContract } from '../contract.ts';

/**
 * What a conjoint study of ratings finds, about all respondents together. Needs no loaded data, and keeps nothing of the study.
 * Failure: `parameter-invalid` where the cards can't tell the levels apart.
 */
export const valueStudy: EngineContract['valueStudy'] = async (study) => {
  const found = analyseStudy(study);
  if (found.ok) return ok(found.value);
  const { error } = found;
  if (error.kind === 'collinear')
    return err({
      kind: 'parameter-invalid',
      parameter: 'cards',
      value: error.name,
      expected: 'levels that do not always come together on the same cards',
    });
  return err({
    kind: 'parameter-invalid',
    parameter: 'cards and ratings',
    value: error.kind === 'too-few' ? String(error.have) : error.kind,
    expected:
      error.kind === 'too-few'
        ? `at least ${error.need} cards, and one respondent`
        : 'a number for every card of every respondent',
  });
};
