export { modelTitles } from '../../models/buy-till-you-die/model-titles.ts';
