import { quoteLiteral } from '../../sql/quote-literal.ts';

/** Words that name a charge by themselves: English, German, French, Spanish, Portuguese, Italian. */
const charges = [
  'postage|shipping|carriage|freight|p p|surcharge|bank charges?|commission|adjustments?|bad debt|write off|chargeback|cash back',
  'porto|versand|versandkosten|versandpauschale|fracht|frachtkosten|bankgebuhr|bankgebuhren|gebuhr|mindermengenzuschlag|zuschlag|rundungsdifferenz',
  'frais de port|frais de livraison|frais d expedition|frais bancaires|frais de dossier|frais de traitement|ajustement',
  'gastos de envio|envio|portes|flete|comision|comisiones|ajuste|ajustes|recargo',
  'frete|comissao|comissoes|taxa de entrega|despesas de envio|portes de envio',
  'spedizione|spese di spedizione|spese di trasporto|spese bancarie|commissione|commissioni|rettifica|sovrapprezzo',
].join('|');
/** Words that name one only when nothing else stands beside them. */
const alone = [
  'manual|manual entry|adjust|adjusted|discount|samples?|rounding|deposit|tip|tips|donation|delivery|delivery charge|insurance|credit|refund|fee|fees|charge|charges|misc|miscellaneous',
  'rabatt|nachlass|muster|anpassung|korrektur|rundung|trinkgeld|spende|lieferung|versicherung|gutschrift',
  'remise|echantillons?|livraison|pourboire|don|correction|arrondi',
  'descuento|muestras?|propina|donacion|entrega|redondeo|desconto|amostras?|gorjeta|doacao|arredondamento',
  'sconto|campion[ei]|mancia|donazione|consegna|arrotondamento',
].join('|');
/** What may stand beside a charge: whose, how, where. */
const qualifiers =
  'free|standard|express|economy|priority|next day|same day|international|domestic|uk|eu|us|usa|europe|world|worldwide|zone|dhl|ups|fedex|dpd|gls|hermes|usps|royal mail|post|dotcom|amazon|ebay|etsy|paypal|stripe|klarna|bank|card|payment|transaction|handling|order|small|minimum|late|cancellation|restocking|and|for|the|fee|fees|charge|charges|cost|costs|kosten|pauschale|expres|gratis|kostenlos|gratuit|gratuite|[0-9]+';
/** Charges made of two words that each mean something else as well. */
const compounds = `(${['amazon', 'ebay', 'etsy', 'paypal', 'stripe', 'klarna', 'bank', 'card', 'payment', 'transaction', 'handling', 'shipping', 'delivery', 'postal', 'small order', 'minimum order', 'late', 'cancellation', 'restocking', 'credit card', 'gift wrap', 'gift wrapping', 'packing', 'packaging'].join('|')}) (fees?|charges?|costs?)|adjust bad debt|correction|small order surcharge`;
const codes =
  'post|postage|dot|ship|shipping|freight|frt|carriage|fee|fees|bankcharges|bank charges|amazonfee|adjust|adjustment|manual|porto|versand|versandkosten|frais de port|port|envio|frete|spedizione';

const plain = (text: string): string =>
  `trim(regexp_replace(strip_accents(lower(${text})), '[^a-z0-9]+', ' ', 'g'))`;

/**
 * Whether a product is none: postage, a fee, a manual correction. By its name, which must say nothing else ("Postage",
 * "DHL shipping", "Amazon fee"; not "Postage stamp", "Delivery trolley"), or where it has no name by its number.
 * One word in front of postage, carriage or a commission may be anybody's name.
 */
export const isChargeSql = (productId: string, name: string): string => {
  const words = plain(`coalesce(${name}, '')`);
  const pattern = [
    `((${qualifiers}) )*(${charges})( (${qualifiers}))*`,
    alone,
    compounds,
    '[a-z0-9]+ (postage|carriage|commission|versandkosten|bank charges)',
  ].join('|');
  const isNameless = `(${name} is null or lower(${name}) = lower(${productId}))`;
  return `(regexp_full_match(${words}, ${quoteLiteral(pattern)})
    or (${isNameless} and coalesce(regexp_full_match(${plain(productId)}, ${quoteLiteral(codes)}), false)))`;
};

/** Query of the products (`product_id`) in a table of products that are charges. */
export const chargeProductsSql = (products: string): string =>
  `select product_id from ${products} where ${isChargeSql('product_id', 'name')}`;
