import { fitsAcross, layoutAcross } from './value-chain-across.ts';
import type { ValueChain, ValueChainGeometry } from './value-chain-model.ts';
import { layoutUpright } from './value-chain-upright.ts';

/** Below this width (px) the chain always stands upright. */
const uprightBelow = 760;

/**
 * The CRM value chain: stages as chevrons under their phases, supporting conditions as a slab below, and the arrowhead
 * at the right over the full height; upright in a narrow place. Shapes grow with their words, so that none is clipped.
 */
export const layoutValueChain = (chain: ValueChain, width: number): ValueChainGeometry =>
  width >= uprightBelow && fitsAcross(chain, width)
    ? layoutAcross(chain, width)
    : layoutUpright(chain, width);
