import { normaliseHeader } from './normalise-header.ts';

/**
 * Names under which exports write each target, in English, German, French, Spanish, Portuguese and Italian, already
 * normalised. Several targets may share a name; the table that a file is about decides.
 */
const aliases: Readonly<Record<string, string>> = {
  'customers.customer_id':
    'customer id|customer number|customer no|customer code|customer key|customer|client id|client number|client|user id|member id|contact id|account id|account number|account|cust id|shopper id|buyer id|household key|subscriber id|kundennummer|kunden nr|kundennr|kunde|kunden id|numero client|id client|code client|id cliente|numero cliente|cliente|codigo cliente|codigo do cliente|codice cliente|id|record id|loyalty id',
  'customers.name':
    'customer name|full name|name|company name|company|account name|client name|organisation|organization|contact name|firma|kundenname|firmenname|nom client|nom|raison sociale|nombre|nombre cliente|razon social|nome|nome cliente|ragione sociale|nome do cliente',
  'customers.first_name': 'first name|given name|vorname|prenom|nombre de pila|primeiro nome|nome proprio',
  'customers.last_name':
    'last name|surname|family name|nachname|nom de famille|apellido|apellidos|sobrenome|cognome',
  'customers.email':
    'email|e mail|email address|customer email|mail|e mail adresse|adresse e mail|courriel|correo|correo electronico|email cliente|indirizzo email',
  'customers.kind': 'customer type|client type|kundenart|kundentyp|type client|tipo cliente|tipo de cliente',
  'customers.account_id': 'parent account|parent company|associated company id|company id|subsidiary of',
  'customers.first_seen':
    'created on|create date|created date|signup date|sign up date|registration date|registered|registered on|member since|customer since|date added|join date|joined|enrollment date|anlagedatum|registriert am|kunde seit|date inscription|date creation|fecha alta|fecha registro|data cadastro|data registrazione',
  'customers.acq_channel':
    'acquisition channel|acquisition source|original source|lead source|signup source|source|utm source|referral source|herkunft|quelle|kanal der gewinnung|origine|origen|origem|fonte',
  'customers.acq_campaign': 'acquisition campaign|utm campaign|first campaign|original campaign',
  'customers.country':
    'country|country region|billing country|customer country|ship country|country code|land|pays|pais|paese|nazione|office location',
  'customers.region':
    'state|state region|province|region|county|billing state|billing province|customer state|bundesland|etat|departement|estado|provincia|regione|comunidad autonoma',
  'customers.city':
    'city|town|billing city|customer city|ship city|stadt|ort|wohnort|ville|ciudad|cidade|citta|localita',
  'customers.consent':
    'consent|accepts marketing|accepts email marketing|email subscriber|email opt in|opt in|marketing consent|newsletter|einwilligung|consentement|consentimiento|consentimento|consenso',
  'orders.order_id':
    'order id|order number|order no|order|order key|invoice|invoice no|invoice id|invoice number|transaction id|transaction|transaction number|receipt number|receipt id|purchase id|sales order|basket id|document number|bestellnummer|bestell nr|auftragsnummer|auftrag|rechnungsnummer|rechnungsnr|rechnung|beleg|belegnummer|numero commande|commande|id commande|numero facture|facture|numero pedido|id pedido|pedido|numero de pedido|factura|fatura|id ordine|numero ordine|ordine|fattura|numero fattura|id',
  'orders.customer_id':
    'customer id|customer number|customer no|customer code|customer key|customer|client id|client number|client|user id|member id|contact id|account id|account number|account|cust id|id customer|shopper id|buyer id|household key|subscriber id|customer email|email|master id|masterid|kundennummer|kunden nr|kundennr|kunde|kunden id|numero client|id client|code client|id cliente|numero cliente|cliente|codigo cliente|codigo do cliente|codice cliente|loyalty id|id|customer name|kundenname',
  'orders.ordered_at':
    'order date|ordered at|order time|order timestamp|date|invoice date|invoice timestamp|purchase date|purchased on|purchased at|transaction date|transaction time|created at|created|created date|order purchase timestamp|sale date|sales date|timestamp|datetime|day|order day|posting date|processed at|bestelldatum|auftragsdatum|rechnungsdatum|datum|kaufdatum|belegdatum|date commande|date de commande|date facture|date achat|fecha|fecha pedido|fecha de pedido|fecha compra|fecha factura|data|data pedido|data do pedido|data compra|data ordine|data acquisto|data fattura',
  'orders.gross':
    'gross|gross amount|gross sales|gross revenue|gross total|bruttobetrag|brutto|montant brut|importe bruto|valor bruto|importo lordo',
  'orders.net':
    'net|net amount|net sales|net revenue|net total|nettobetrag|nettoumsatz|netto|montant net|montant ht|importe neto|valor liquido|importo netto',
  'orders.sales':
    'amount|sales|revenue|subtotal|subtotal price|order value|order amount|sale amount|sales amount|value|dollar value|spend|spent|amount spent|price|transaction amount|transaction value|purchase amount|turnover|money|monetary|betrag|umsatz|wert|bestellwert|montant|chiffre d affaires|ca|valeur|importe|ventas|valor|venta|vendas|receita|importo|vendite|ricavi|fatturato|monto',
  'orders.total':
    'total|total price|total amount|grand total|order total|total sales|total paid|invoice total|total charged|gesamtbetrag|gesamt|summe|gesamtsumme|endbetrag|total ttc|montant ttc|montant total|importe total|valor total|totale|importo totale',
  'orders.discount':
    'discount|discount amount|discounts|total discounts|order discount|rabatt|nachlass|remise|reduction|descuento|desconto|sconto',
  'orders.refund':
    'refund|refunded|refund amount|refunded amount|amount refunded|total refunded|returns|erstattung|gutschrift|remboursement|reembolso|rimborso',
  'orders.shipping':
    'shipping|shipping amount|shipping cost|freight|freight value|shipping charge|delivery fee|versand|versandkosten|fracht|frais de port|livraison|envio|gastos de envio|frete|spedizione|spese di spedizione',
  'orders.tax':
    'tax|taxes|total tax|tax amount|vat|sales tax|gst|mwst|ust|steuer|tva|taxe|iva|impuesto|imposto|imposta',
  'orders.currency':
    'currency|currency code|order currency|wahrung|waehrung|devise|monnaie|moneda|moeda|valuta',
  'orders.status':
    'status|order status|financial status|payment status|state of order|bestellstatus|statut|statut commande|estado del pedido|estado pedido|estatus|situacao|status do pedido|stato|stato ordine',
  'orders.channel':
    'channel|sales channel|order channel|source name|purchase point|store|store name|shop|outlet|branch|location|kanal|vertriebskanal|filiale|canal|canal de vente|magasin|tienda|loja|canale|negozio',
  'orders.payment_method':
    'payment method|payment type|payment|paid by|zahlungsart|zahlart|mode de paiement|moyen de paiement|forma de pago|metodo de pago|forma de pagamento|metodo di pagamento',
  'orders.promised_at':
    'promised date|required date|estimated delivery|estimated delivery date|order estimated delivery date|due date|lieferdatum geplant|date promise|fecha prometida',
  'orders.delivered_at':
    'delivered at|delivery date|delivered on|order delivered customer date|lieferdatum|zugestellt am|date livraison|fecha entrega|data entrega|data consegna',
  'orders.coupon':
    'coupon|coupon code|discount code|promo code|promotion code|voucher|gutscheincode|gutschein|code promo|cupon|cupom|buono',
  'orders.cancelled_at':
    'cancelled at|canceled at|cancellation date|cancel date|storniert am|date annulation',
  'lines.order_id':
    'order id|order number|order no|invoice|invoice no|invoice id|invoice number|transaction id|basket id|bestellnummer|auftragsnummer|rechnungsnummer|numero commande|numero facture|numero pedido|id pedido|id ordine|numero ordine',
  'lines.line_no':
    'line|line number|line no|line item|order line|order item id|item number|invoice line id|position|pos|ligne|linea|linha|riga',
  'lines.product_id':
    'product id|product code|product number|product|sku|stock code|item id|item code|item|article|article number|asin|ean|upc|isbn|track id|lineitem sku|artikelnummer|artikel nr|artikel|produktnummer|produkt|reference|code article|code produit|id produit|produit|referencia|codigo producto|producto|id producto|codigo produto|produto|id produto|codice articolo|codice prodotto|prodotto|articolo',
  'lines.quantity':
    'quantity|qty|units|pieces|count|number of items|items|number of cds|cds|order quantity|menge|anzahl|stuck|stueck|quantite|qte|cantidad|unidades|quantidade|qtde|quantita',
  'lines.unit_price':
    'unit price|price|item price|price per unit|selling price|lineitem price|price each|einzelpreis|stuckpreis|preis|prix unitaire|prix|precio unitario|precio|preco unitario|preco|prezzo unitario|prezzo',
  'lines.discount':
    'line discount|item discount|lineitem discount|discount|discount amount|rabatt|remise|descuento|desconto|sconto',
  'lines.discount_rate':
    'discount|discount rate|discount percent|discount percentage|rabatt|rabattsatz|remise|descuento|desconto|sconto',
  'lines.net':
    'line total|line amount|line net|extended price|net sales|sales|amount|revenue|total|total price|net amount|subtotal|sales amount|dollar value|umsatz|betrag|nettobetrag|gesamtpreis|montant|montant ht|chiffre d affaires|importe|ventas|valor|vendas|receita|importo|vendite|ricavi|value',
  'lines.profit':
    'profit|margin|gross profit|gross margin|gewinn|deckungsbeitrag|marge|benefice|beneficio|ganancia|margen|lucro|margem|profitto|utile|margine',
  'lines.unit_cost':
    'unit cost|cost per unit|cost price|einstandspreis|stuckkosten|cout unitaire|costo unitario|coste unitario|custo unitario',
  'lines.cost': 'cost|cogs|cost of goods|line cost|total cost|kosten|wareneinsatz|cout|coste|custo|costo',
  'products.product_id':
    'product id|product code|product number|product|sku|stock code|item id|item code|article number|track id|artikelnummer|produktnummer|code article|code produit|id produit|codigo producto|id producto|codigo produto|id produto|codice articolo|codice prodotto|id',
  'products.name':
    'product name|description|product description|item name|item description|product title|title|lineitem name|article name|produktname|bezeichnung|artikelbezeichnung|beschreibung|libelle|designation|nom produit|nombre producto|descripcion|nome produto|descricao|nome prodotto|descrizione|name|product',
  'products.category':
    'category|product category|category name|product category name|department|product type|product line|product group|series|family|kategorie|warengruppe|produktgruppe|categorie|famille|categoria|familia|reparto|gruppo',
  'products.list_price':
    'list price|price|sales price|retail price|msrp|compare at price|unit price|listenpreis|uvp|prix catalogue|precio lista|preco tabela|prezzo listino',
  'products.unit_cost':
    'unit cost|cost|cost price|standard cost|cost per item|einkaufspreis|ek|prix d achat|coste|custo|costo',
  'deals.deal_id': 'deal id|opportunity id|opportunity|opportunity name|deal|deal name|verkaufschance|id',
  'deals.customer_id':
    'account|account id|company|company name|customer|customer id|organization|client|associated company|account name|kunde|firma|cliente',
  'deals.product_id':
    'product|product name|product id|product code|solution|produkt|produit|producto|produto|prodotto',
  'deals.owner':
    'owner|sales agent|sales rep|owner id|deal owner|opportunity owner|agent|account executive|salesperson|verkaufer|vertriebler|commercial|vendedor|venditore',
  'deals.stage':
    'stage|deal stage|stage name|opportunity stage|pipeline stage|phase|vertriebsphase|etape|etapa|fase',
  'deals.opened_at':
    'engage date|open date|opened|created|create date|created date|created on|start date|eroffnet am',
  'deals.closed_at':
    'close date|closed date|closed at|closed|closed on|won date|abschlussdatum|date cloture|fecha cierre|data fechamento|data chiusura',
  'deals.amount':
    'close value|amount|deal value|value|deal amount|expected revenue|opportunity amount|betrag|wert|montant|importe|valor|importo',
  'tickets.ticket_id': 'ticket id|case number|case id|ticket number|ticket|case|incident id|request id|id',
  'tickets.customer_id':
    'requester id|customer id|contact id|account id|requester|user id|client id|kundennummer',
  'tickets.opened_at':
    'created at|opened at|created|created date|opened|open date|erstellt am|complete timestamp',
  'tickets.first_reply_at': 'first reply at|first response at|first reply',
  'tickets.solved_at': 'solved at|closed at|resolved at|closed date|resolution date|gelost am|solved',
  'tickets.reopened': 'reopens|reopened',
  'tickets.category': 'ticket type|category|type|issue type|topic|reason',
  'tickets.severity': 'priority|severity|urgency|prioritat',
  'tickets.csat': 'satisfaction|csat|satisfaction score|rating',
  'surveys.customer_id': 'customer id|contact id|user id|respondent id|email|client id|kundennummer',
  'surveys.answered_at':
    'submitted at|review date|response date|answered at|survey date|created at|date|review creation date',
  'surveys.score':
    'score|nps|nps score|rating|review rating|review score|csat|satisfaction|bewertung|note|puntuacion|nota|punteggio',
  'surveys.comment':
    'comment|review text|feedback|reason|review comment message|verbatim|kommentar|commentaire|comentario|commento',
};

/** Personal details that no analysis needs; such a column is not loaded. */
const personal =
  /\b(phone|telephone|telefon|telefono|mobile|handy|fax|street|address|address1|address2|adresse|strasse|direccion|endereco|indirizzo|credit card|card number|card last4|iban|passport|ssn|tax id|ip|device id|password|latitude|longitude)\b/;

/** Measures over a customer's whole history: a file with one of them has one row a customer, not one an order. */
const summary =
  /\b(frequency|recency( days)?|number of orders|total orders|orders count|order count|total spent|lifetime value|ltv|clv|historic clv|predicted clv|days since last|last order date|last purchase|most recent visit|tenure|t x|churn)\b/;

const targetsByAlias = new Map<string, string[]>();
for (const [target, names] of Object.entries(aliases))
  for (const name of names.split('|'))
    targetsByAlias.set(name, [...(targetsByAlias.get(name) ?? []), target]);

/** Every known name with its targets, for fuzzy comparison. */
export const knownAliases: ReadonlyMap<string, readonly string[]> = targetsByAlias;

/** The targets that a header names; undefined when the name is not known. */
export const aliasOf = (header: string): readonly string[] | undefined =>
  targetsByAlias.get(normaliseHeader(header));

/** Whether a header names a personal detail that no analysis needs, such as a phone number. */
export const isPersonalDetail = (header: string): boolean =>
  personal.test(normaliseHeader(header)) && !/e ?mail/.test(normaliseHeader(header));

/** Whether a header names a sum over a customer's history. */
export const isCustomerSummary = (header: string): boolean => summary.test(normaliseHeader(header));
