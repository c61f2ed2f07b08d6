const cancelled =
  'cancel|void|storn|annul|unavailable|failed|declined|reject|expired|abandon|trash|fraud|stornato|fehlgeschlagen';
const open =
  'pending|on.?hold|requires|incomplete|^created|draft|unpaid|^authori[sz]ed|awaiting|^open|^new$|processing|in progress|offen|ausstehend|en attente|pendiente|pendente|in attesa|quote';

/** SQL for completed, open or cancelled from a status as the source names it; unknown words are completed. */
export const orderStatusSql = (status: string): string => `(case
  when regexp_matches(lower(${status}), '${cancelled}') then 'cancelled'
  when regexp_matches(lower(${status}), '${open}') then 'open'
  else 'completed' end)`;

const won = 'won|gewonnen|gagne|ganad|ganho|vint[oa]|closed.?won';
const lost = 'lost|verloren|perdu|perdid|pers[oa]$|closed.?lost|disqualified|abandon|cancel';

/** SQL for whether a deal's stage means won. */
export const isWonSql = (stage: string): string =>
  `coalesce(regexp_matches(strip_accents(lower(${stage})), '${won}'), false)`;

/** SQL for whether a deal's stage means won or lost. */
export const isClosedSql = (stage: string): string =>
  `coalesce(regexp_matches(strip_accents(lower(${stage})), '${won}|${lost}'), false)`;

/** SQL for whether a status says that a part of an order was refunded. */
export const isPartlyRefundedSql = (status: string): string =>
  `coalesce(regexp_matches(strip_accents(lower(${status})), '(partial|partly|teilweise|teil.?|partiel|parcial|parzial).*(refund|erstatt|rembours|reembols|rimbors)|(refund|erstatt|rembours|reembols|rimbors).*(partial|teilweise|partiel|parcial|parzial)'), false)`;

/** SQL for whether a status says that all of an order was refunded, not a part of it. */
export const isRefundedSql = (status: string): string =>
  `coalesce(regexp_matches(strip_accents(lower(${status})), '^(wc-)?(fully.?)?(refunded|erstattet|rembours|reembols|rimbors|returned)'), false)`;
