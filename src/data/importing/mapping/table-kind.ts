import { nameFitOf } from './aliases.ts';
import type { ColumnEvidence } from './column-evidence.ts';
import { normaliseHeader } from './normalise-header.ts';

/** Words in a table's name, singular, and the grains that they speak for. The last one in the name counts. */
const kinds: readonly (readonly [words: RegExp, grains: readonly string[]])[] = [
  [/^(deal|opportunity) (contact|company|customer|account)$/, ['deal-customers']],
  [/^(ticket|case) (contact|company|customer|account)$/, ['ticket-customers']],
  [/^(engagement|activity|interaction) (contact|company|customer|account)$/, ['interaction-customers']],
  [/^(order line|line|line item|item) refund$|^(refund|refund line) (line|item)$/, ['refund-lines']],
  [/^(event log|activity log|case event|ticket event|ticket history|case history)$/, ['event-log']],
  [/^(list member|property history|pipeline stage|fulfillment event)$/, []],
  [/^(tax|shipping|discount|duty) (line|code|allocation|application|item)$/, []],
  [/^engagement (call|email|meeting|note|task|communication)$/, ['interactions']],
  [
    /^(order line|order item|line item|order detail|invoice line|invoice item|lineitem|position|auftragsposition|ligne|linea|riga)$/,
    ['order-lines-with-orders', 'order-lines'],
  ],
  [/^(payment|tender transaction|tender|refund|zahlung|paiement|pago|pagamento)$/, ['payments']],
  [/^transaction$/, ['orders', 'order-lines-with-orders', 'payments']],
  [
    /^(order|sale|invoice|purchase|bestellung|auftrag|rechnung|umsatz|verkauf|commande|vente|facture|pedido|venta|factura|venda|fatura|ordine|vendita|fattura)$/,
    ['order-lines-with-orders', 'orders', 'order-headers'],
  ],
  [
    /^(customer|client|contact|account|company|companies|member|subscriber|profile|kunde|kunden|kontakt|clients|cliente|utente|loyalty|lead|person|people|audience)$/,
    ['customers'],
  ],
  [/^(product|item|article|sku|variant|artikel|produkt|produit|producto|produto|prodotto)$/, ['products']],
  [/^(category|categorie|categoria|kategorie|genre|department)$/, ['categories']],
  [/^(deal|opportunity|pipeline|chance|opportunite|oportunidad|opportunita)$/, ['deals']],
  [/^(ticket|case|complaint|incident|reklamation|beschwerde|reclamation|reclamo|incidencia)$/, ['tickets']],
  [
    /^(review|survey|nps|csat|rating|response|feedback|umfrage|bewertung|enquete|encuesta|sondaggio)$/,
    ['surveys'],
  ],
  [
    /^(interaction|activity|engagement|event|call|meeting|visit|contact history|touchpoint|aktivitat|besuch)$/,
    ['interactions'],
  ],
  [/^(campaign|ad|kampagne|campagne|campana|campanha|campagna)$/, ['campaigns']],
  [/^(referral|empfehlung|parrainage|referido)$/, ['referrals']],
  [/^(usage|consumption|nutzung|verbrauch|consommation|consumo)$/, ['usage']],
  [/^(stage|stage event|stage history|lifecycle)$/, ['stage-events']],
  [/^(cost|expense|kosten|cout|coste|custo|costo)$/, ['costs']],
];

/** Things that customer data often comes with and that no canonical table is about. */
const strangers =
  /^(employee|staff|supplier|shipper|owner|user|role|team|location|store|shop|warehouse|seller|vendor|territory|region|driver|carrier|property|option|pipeline|tag|inventory|fulfillment|media|metafield|collection|adjustment|form|submission|audit|history|merge|mitarbeiter|lieferant|fournisseur|proveedor|fornecedor|fornitore|dipendente|empleado)$/;

/** The same, wherever it stands in the name. */
const strangeAnywhere = /\b(discount|gift card|metafield|inventory|fulfillment|webhook)\b/;

/** What was never bought: rows that look like orders and are none. */
const unfinished = /\b(abandoned|checkout|cart|draft|quote)\b/;

const singular = (word: string): string =>
  word.replace(/ies$/, 'y').replace(/(ss|us)$|s$/, (end) => (end === 's' ? '' : end));

const fillers = /^(data|dataset|table|export|all|csv|file|report|dump|sample|full|new|copy|final|\d+)$/;

/** The words of a table's name that say what it holds, singular: "shopify_order_line_data.csv" ends in "order", "line". */
const wordsOf = (name: string): readonly string[] =>
  normaliseHeader(name.replace(/^.*[/\\]/, '').replace(/(\.[a-z0-9]{1,8}){1,2}$/i, ''))
    .split(' ')
    .filter((word) => !fillers.test(word))
    .map(singular);

/** What the name of a table says about its rows: the grains that it speaks for, and whether it is about something else. */
export interface TableHint {
  readonly grains: readonly string[];
  readonly isStrange: boolean;
  /** Its rows are carts or drafts that were never bought. */
  readonly isUnfinished: boolean;
}

/** What a file is called tells what it is about, if its last words are telling ones. */
export const hintOf = (name: string): TableHint => {
  const words = wordsOf(name);
  const last = (words.at(-1) === 'list' ? words.at(-2) : words.at(-1)) ?? '';
  const endings = [words.slice(-3).join(' '), words.slice(-2).join(' '), last];
  const found = endings
    .map((ending) => kinds.find(([known]) => known.test(ending)))
    .find((kind) => kind !== undefined);
  const hinted = found?.[1] ?? [];
  const isStranger =
    strangeAnywhere.test(words.join(' ')) ||
    (found === undefined ? strangers.test(last) : hinted.length === 0);
  return { grains: hinted, isStrange: isStranger, isUnfinished: unfinished.test(words.join(' ')) };
};

const staffColumns =
  /^(role id|primary team id|team id|hire date|reports to|manager id|salary|date of hire|eintrittsdatum)$/;

/** Whether rows have a number of their own beside that of a refund: other numbers are of what they belong to. */
const namesReferences = (columns: readonly ColumnEvidence[]): boolean =>
  columns.some(({ tokens, distinctShare }) => tokens.join(' ') === 'id' && distinctShare > 0.95) &&
  columns.some(({ tokens }) => nameFitOf(tokens, 'orders.refund_id')?.strength === 1);

/** Whether a table's own key or its columns say that its rows are staff, suppliers, places … rather than customers. */
export const isAboutStrangers = (columns: readonly ColumnEvidence[]): boolean =>
  !columns.some(({ tokens }) => nameFitOf(tokens, 'customers.customer_id')?.strength === 1) &&
  columns.some(({ column, distinctShare }) => {
    const header = normaliseHeader(column.header);
    const owner = /^(.+) id$/.exec(header)?.[1] ?? '';
    const isKey = strangers.test(owner) && distinctShare > 0.95 && !namesReferences(columns);
    return staffColumns.test(header) || isKey;
  });
