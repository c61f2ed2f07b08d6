import type { KnownNames } from './known-names.ts';

/** How files name the customer, wherever it is. */
export const customerNumber: KnownNames = {
  en: 'customer id|customer number|customer code|customer|client id|client number|client code|client|user id|member id|member number|contact id|account id|account number|account|shopper id|buyer id|household id|subscriber id|consumer id|guest id|patient id|donor id|visitor id|loyalty id|master id|id customer|customer reference|bill to customer number|debtor number|sold to party|sold to|crm id|profile id|person id|party id|end customer|customer account|customer internal id',
  de: 'kundennummer|kunden nummer|kundennr|kundeid|kunden id|kunde|kdnr|debitor|debitorennummer|debitoren nummer|debitorennr|debitorenkonto|mitgliedsnummer|mitglied|auftraggeber|rechnungsempfanger nummer|kundenkonto|geschaftspartner|adressnummer|kontonummer kunde',
  fr: 'numero client|id client|code client|client|identifiant client|reference client|ref client|compte client|numero adherent|numero carte|code tiers|tiers|acheteur',
  es: 'id cliente|numero cliente|cliente|codigo cliente|identificador cliente|numero socio|socio|clave cliente|comprador',
  pt: 'id cliente|numero cliente|cliente|codigo cliente|identificador cliente|matricula cliente|comprador',
  it: 'id cliente|numero cliente|cliente|codice cliente|identificativo cliente|numero tessera|tessera|acquirente|anagrafica',
  weak: 'id|record id|user|member|shopper|buyer|donor|company id|organization id|hubspot id|vid|canonical vid|contact|card number|household',
};

/** How files name the order, wherever it is. */
export const orderNumber: KnownNames = {
  en: 'order id|order number|order|order code|order reference|order name|invoice|invoice number|invoice id|transaction id|transaction number|transaction|receipt number|receipt id|receipt|purchase id|purchase number|purchase order number|sales order number|sales order id|basket id|cart id|document number|booking id|booking reference|reservation id|check number|bill number|ticket number pos|sale id|sales id|sale number|amazon order id|sales document|sales document number|booking number|increment id|order increment id',
  de: 'bestellnummer|bestellung|bestell number|bestell id|auftragsnummer|auftrag|auftrags id|auftragsnr|rechnungsnummer|rechnungsnr|rechnung|rechnungs id|belegnummer|belegnr|beleg|vorgangsnummer|vorgang|bonnummer|bonnr|bon|lieferscheinnummer|transaktionsnummer|buchungsnummer|verkaufsbeleg|verkaufsbelegnummer',
  fr: 'numero commande|commande|id commande|reference commande|ref commande|numero facture|facture|id facture|reference facture|numero ticket|numero piece|piece|numero transaction|numero vente',
  es: 'numero pedido|pedido|id pedido|codigo pedido|referencia pedido|numero factura|factura|id factura|numero ticket venta|numero transaccion|id transaccion|numero venta|id venta|numero documento',
  pt: 'numero pedido|pedido|id pedido|codigo pedido|numero fatura|fatura|numero nota fiscal|nota fiscal|nf|id venda|numero venda|codigo venda|id transacao|numero encomenda|encomenda|id encomenda',
  it: 'numero ordine|ordine|id ordine|codice ordine|riferimento ordine|numero fattura|fattura|id fattura|numero scontrino|scontrino|numero documento|id transazione|numero vendita',
  weak: 'id|number|num|reference|document|docnum|bill|ref|payment id|charge id|ticket',
};

/** The same for records about orders, whose own numbers have vague names, too. */
export const orderReference: KnownNames = { ...orderNumber, weak: '' };

/** How files name the product, wherever it is. */
export const productNumber: KnownNames = {
  en: 'product id|product code|product number|product sku|sku|stock code|item id|item code|item number|item sku|article number|article code|article id|part number|material number|material|asin|ean|upc|gtin|isbn|barcode|track id|title id|plan id|service id|variant sku|lineitem sku|model number|plu|variation id|inventory item code',
  de: 'artikelnummer|artikel number|artikelnr|artikel id|produktnummer|produkt id|produktcode|artikelcode|materialnummer|warennummer|sachnummer|artnr|art number',
  fr: 'code article|code produit|id produit|id article|reference produit|reference article|ref produit|ref article|numero article|numero produit|code barre|code barres',
  es: 'codigo producto|id producto|codigo articulo|id articulo|referencia producto|referencia articulo|numero articulo|codigo barras|clave producto',
  pt: 'codigo produto|id produto|codigo artigo|referencia produto|codigo barras|codigo item',
  it: 'codice articolo|codice prodotto|id prodotto|id articolo|codice barre|riferimento prodotto|codice materiale',
  weak: 'product|item|article|variant id|handle|artikel|produkt|referencia|produit|producto|articulo|produto|prodotto|articolo|reference|ref|stock number',
};

/** How files name who of us dealt with it. */
export const staffNumber: KnownNames = {
  en: 'agent id|agent|agent name|owner id|owner|assignee id|assignee|assigned to|sales agent|sales rep|sales representative|salesperson|sales person|account executive|account manager|account owner|rep|consultant|advisor|handled by|representative|employee id|employee|staff|staff member|hubspot owner id|user owner',
  de: 'bearbeiter|sachbearbeiter|berater|verkaufer|vertreter|vertriebler|mitarbeiter|zustandig|betreuer|kundenbetreuer|aussendienst',
  fr: 'commercial|vendeur|conseiller|agent|proprietaire|charge affaires|responsable|representant',
  es: 'vendedor|agente|comercial|asesor|propietario|responsable|ejecutivo',
  pt: 'vendedor|agente|consultor|responsavel|proprietario|atendente|representante',
  it: 'venditore|agente|commerciale|consulente|responsabile|proprietario|operatore|addetto',
};

/** Both lists of names. */
export const joinNames = (first: KnownNames, second: KnownNames): KnownNames => {
  const both = (language: keyof KnownNames): string =>
    [first[language], second[language]].filter((names) => names !== undefined && names !== '').join('|');
  return {
    en: both('en'),
    de: both('de'),
    fr: both('fr'),
    es: both('es'),
    pt: both('pt'),
    it: both('it'),
    weak: both('weak'),
  };
};
