import { quoteLiteral } from '../../sql/quote-literal.ts';

/** What shops and tills write where they know nobody: English, German, French, Spanish, Portuguese, Italian. */
const words = [
  '0+|n a|na|none|null|nil|nobody|unknown|anonymous|guest|guest (customer|checkout|user)|walk ?in|walk in customer|cash|cash (sale|customer)|no customer|default|default customer',
  'gast|gastbestellung|anonym|unbekannt|laufkunde|laufkundschaft|barverkauf|diverse|diverser|barkunde',
  'invite|anonyme|inconnu|client (comptoir|de passage|divers|anonyme)|passage',
  'invitado|anonimo|desconocido|publico (en )?general|cliente (mostrador|contado|generico)|consumidor final|sin cliente',
  'convidado|desconhecido|cliente (balcao|generico|avulso)|sem cliente',
  'ospite|sconosciuto|cliente (occasionale|banco|generico)|senza cliente',
].join('|');

/** Whether an identifier stands for customers whom nobody knows, such as “0” or “guest”. Null: false. */
export const isStandInSql = (customerId: string): string =>
  `coalesce(regexp_full_match(trim(regexp_replace(strip_accents(lower(${customerId})), '[^a-z0-9]+', ' ', 'g')), ${quoteLiteral(words)}), false)`;
