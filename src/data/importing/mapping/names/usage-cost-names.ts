import type { NamesByTarget } from './known-names.ts';
import { customerNumber } from './shared-names.ts';

/** Names of columns of use by period and of costs. */
export const usageCostNames: NamesByTarget = {
  'usage.customer_id': customerNumber,
  'usage.period': {
    en: 'period|month|usage month|billing month|billing period|period start|usage period|usage date|date|day|week|year month|billing date|month start|statement date|reading date|cycle start|activity month',
    de: 'monat|periode|abrechnungsmonat|zeitraum|nutzungsmonat|datum|verbrauchsmonat|ablesedatum|woche|abrechnungszeitraum',
    fr: 'mois|periode|mois facturation|date|mois consommation|semaine|date releve',
    es: 'mes|periodo|mes facturacion|fecha|mes consumo|semana|fecha lectura',
    pt: 'mes|periodo|mes faturamento|data|mes consumo|semana|competencia',
    it: 'mese|periodo|mese fatturazione|data|mese consumo|settimana|data lettura',
  },
  'usage.quantity': {
    en: 'usage|quantity used|units used|consumption|minutes used|usage quantity|data usage|kwh|api calls|logins|sessions|active days|minutes|hours used|gb used|visits|usage amount|usage count|times used|quantity|number logins|hours|transactions count|messages sent|seats used|check ins|calls made|data used',
    de: 'nutzung|verbrauch|verbrauchte menge|nutzungsmenge|nutzungsminuten|anzahl logins|verbrauch kwh|minuten|besuche|nutzungen|menge|stunden|sitzungen',
    fr: 'utilisation|consommation|unites consommees|minutes utilisees|nombre connexions|quantite consommee|quantite|visites|heures',
    es: 'uso|consumo|unidades consumidas|minutos usados|cantidad consumida|visitas|accesos|cantidad|horas',
    pt: 'uso|consumo|unidades consumidas|minutos usados|quantidade consumida|acessos|visitas|quantidade|horas',
    it: 'utilizzo|consumo|unita consumate|minuti usati|quantita consumata|accessi|visite|quantita|ore',
    weak: 'count|qty|value|number',
  },
  'costs.pool': {
    en: 'pool|cost pool|cost center|cost centre|cost type|cost category|cost item|expense category|expense type|activity cost|cost driver pool|expense|cost name|department|cost group|cost account|ledger account',
    de: 'kostenstelle|kostenart|kostenpool|kostenblock|kostengruppe|kostenkategorie|aufwandsart|kostentrager',
    fr: 'centre cout|centre couts|poste|poste cout|type cout|categorie depense|nature charge|poste depense',
    es: 'centro coste|centro costo|centro costos|tipo coste|tipo costo|categoria gasto|partida|concepto gasto',
    pt: 'centro custo|tipo custo|categoria despesa|rubrica|tipo despesa|centro custos',
    it: 'centro costo|tipo costo|voce costo|categoria spesa|voce spesa|centro di costo',
    weak: 'category|account|type|name|description',
  },
  'costs.driver': {
    en: 'driver|cost driver|allocation key|allocation base|allocation driver|activity driver|allocated by|basis',
    de: 'treiber|kostentreiber|verteilschlussel|schlussel|bezugsgrosse|umlageschlussel',
    fr: 'inducteur|inducteur cout|cle repartition|unite oeuvre',
    es: 'inductor|inductor coste|clave reparto|base reparto|generador costo',
    pt: 'direcionador|direcionador custo|chave rateio|base rateio|criterio rateio',
    it: 'driver costo|base riparto|chiave riparto|determinante costo',
  },
  'costs.period': {
    en: 'period|month|date|fiscal period|accounting period|year month|posting period|posting date|cost date|booking date|quarter|year',
    de: 'periode|monat|buchungsperiode|datum|zeitraum|buchungsdatum|geschaftsmonat',
    fr: 'periode|mois|date|exercice|periode comptable',
    es: 'periodo|mes|fecha|periodo contable|ejercicio',
    pt: 'periodo|mes|data|competencia|periodo contabil|exercicio',
    it: 'periodo|mese|data|periodo contabile|esercizio',
  },
  'costs.amount': {
    en: 'amount|cost|costs|total cost|cost amount|expense amount|value|cost value|actual|actual cost|actual amount|expenses|spend|total',
    de: 'betrag|kosten|kostenbetrag|istkosten|summe|aufwand|wert|gesamtkosten',
    fr: 'montant|cout|couts|charge|montant charge|cout total|depense|total',
    es: 'importe|coste|costo|monto|gasto|coste total|costo total|total',
    pt: 'valor|custo|montante|despesa|gasto|custo total|total',
    it: 'importo|costo|spesa|valore|costo totale|totale',
  },
  'costs.capacity_minutes': {
    en: 'capacity minutes|practical capacity|capacity|practical capacity minutes|available minutes|minutes available|capacity in minutes|minutes capacity',
    de: 'kapazitat|kapazitat minuten|praktische kapazitat|verfugbare minuten',
    fr: 'capacite|capacite minutes|capacite pratique|minutes disponibles',
    es: 'capacidad|capacidad minutos|capacidad practica|minutos disponibles',
    pt: 'capacidade|capacidade minutos|capacidade pratica|minutos disponiveis',
    it: 'capacita|capacita minuti|capacita pratica|minuti disponibili',
  },
};
