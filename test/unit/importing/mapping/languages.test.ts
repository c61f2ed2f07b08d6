import { describe, expect, it } from 'vitest';
import { isoDay, proposeFor, targetsOf } from '../../../support/propose.ts';

type Cell = (index: number) => string | number;

const cells: Readonly<Record<string, Cell>> = {
  'orders.order_id': (index) => `B-${1000 + Math.floor(index / 2)}`,
  'orders.customer_id': (index) => 20_000 + (Math.floor(index / 2) % 9),
  'orders.ordered_at': (index) => isoDay(Math.floor(index / 2)),
  'lines.product_id': (index) => `A${index % 7}`,
  'products.name': (index) => `Lamp ${index % 7}`,
  'products.category': (index) => ['Light', 'Oil'][index % 2] ?? '',
  'lines.quantity': (index) => (index % 3) + 1,
  'lines.unit_price': (index) => `${(index % 7) + 3}.50`,
  'lines.net': (index) => `${((index % 3) + 1) * ((index % 7) + 3)}.00`,
  'orders.currency': () => 'EUR',
  'orders.status': (index) => ['paid', 'open'][index % 2] ?? '',
  'orders.payment_method': (index) => ['card', 'cash'][index % 2] ?? '',
  'orders.channel': (index) => ['web', 'shop'][index % 2] ?? '',
  'customers.email': (index) => `p${Math.floor(index / 2) % 9}@example.com`,
  'customers.city': (index) => ['Ulm', 'Rom', 'Lyon'][(Math.floor(index / 2) % 9) % 3] ?? '',
  'customers.country': (index) => ['DE', 'IT', 'FR'][(Math.floor(index / 2) % 9) % 3] ?? '',
};

/** Headers as systems of each country write them, by the target that they stand for. */
const headers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'German ERP': {
    'orders.order_id': 'Auftrags-Nr.',
    'orders.customer_id': 'Kd.-Nr.',
    'orders.ordered_at': 'Bestelldatum',
    'lines.product_id': 'Artikel-Nr.',
    'products.name': 'Artikelbezeichnung',
    'products.category': 'Warengruppe',
    'lines.quantity': 'Menge',
    'lines.unit_price': 'Einzelpreis (€)',
    'lines.net': 'Positionsbetrag EUR',
    'orders.currency': 'Währung',
    'orders.payment_method': 'Zahlungsart',
    'customers.city': 'Ort',
    'customers.country': 'Land',
  },
  'German without umlauts': {
    'orders.order_id': 'BELEGNUMMER',
    'orders.customer_id': 'KUNDENNR',
    'orders.ordered_at': 'RECHNUNGSDATUM',
    'lines.quantity': 'STUECKZAHL',
    'lines.net': 'UMSATZ',
    'orders.currency': 'WAEHRUNG',
    'products.name': 'PRODUKTBEZEICHNUNG',
  },
  'French cash desk': {
    'orders.order_id': 'N° de commande',
    'orders.customer_id': 'Code client',
    'orders.ordered_at': 'Date de la commande',
    'lines.product_id': 'Réf. article',
    'products.name': 'Désignation',
    'products.category': 'Famille',
    'lines.quantity': 'Qté',
    'lines.unit_price': 'Prix unitaire HT',
    'lines.net': 'Montant HT',
    'orders.payment_method': 'Mode de règlement',
    'orders.channel': 'Magasin',
    'customers.email': 'Adresse e-mail',
    'customers.city': 'Ville',
    'customers.country': 'Pays',
  },
  Spanish: {
    'orders.order_id': 'Nº de pedido',
    'orders.customer_id': 'Código de cliente',
    'orders.ordered_at': 'Fecha de pedido',
    'lines.product_id': 'Código de artículo',
    'products.name': 'Descripción',
    'products.category': 'Categoría',
    'lines.quantity': 'Cantidad',
    'lines.unit_price': 'Precio unitario',
    'lines.net': 'Importe',
    'orders.status': 'Estado del pedido',
    'orders.payment_method': 'Forma de pago',
    'customers.email': 'Correo electrónico',
    'customers.city': 'Ciudad',
    'customers.country': 'País',
  },
  Portuguese: {
    'orders.order_id': 'Número do pedido',
    'orders.customer_id': 'Código do cliente',
    'orders.ordered_at': 'Data do pedido',
    'lines.product_id': 'Código do produto',
    'products.name': 'Descrição',
    'lines.quantity': 'Quantidade',
    'lines.unit_price': 'Preço unitário',
    'lines.net': 'Valor total',
    'orders.currency': 'Moeda',
    'orders.payment_method': 'Forma de pagamento',
    'customers.city': 'Cidade',
    'customers.country': 'País',
  },
  Italian: {
    'orders.order_id': 'N. ordine',
    'orders.customer_id': 'Codice cliente',
    'orders.ordered_at': 'Data ordine',
    'lines.product_id': 'Codice articolo',
    'products.name': 'Descrizione',
    'lines.quantity': 'Quantità',
    'lines.unit_price': 'Prezzo unitario',
    'lines.net': 'Totale riga',
    'orders.currency': 'Valuta',
    'orders.payment_method': 'Metodo di pagamento',
    'customers.city': 'Città',
    'customers.country': 'Nazione',
  },
  'English with small slips': {
    'orders.order_id': 'ORDER_NUM',
    'orders.customer_id': 'Custmer Number',
    'orders.ordered_at': 'orderdate',
    'lines.product_id': 'ProductCode',
    'lines.quantity': 'Quantiy',
    'lines.unit_price': 'Unit_Price__c',
    'lines.net': 'Line Total (USD)',
  },
};

describe('order lines in the words of six languages', () => {
  it.each(Object.entries(headers))('%s', (_, names) => {
    const targets = Object.keys(names);
    const found = proposeFor(Object.values(names), (index) =>
      targets.map((target) => cells[target]?.(index) ?? ''),
    );
    expect(targetsOf(found)).toEqual(
      Object.fromEntries(Object.entries(names).map(([target, header]) => [header, target])),
    );
    expect(found.questions).toEqual([]);
  });
});

describe('lists and records in other languages', () => {
  const customer = (index: number): number => 100 + index;
  it.each([
    [
      [
        'Kundennummer',
        'Vorname',
        'Nachname',
        'E-Mail-Adresse',
        'Kunde seit',
        'Ort',
        'Newsletter',
        'Stammtisch',
      ],
      ['customer_id', 'first_name', 'last_name', 'email', 'first_seen', 'city', 'consent', ''],
    ],
    [
      [
        'Identifiant client',
        'Prénom',
        'Nom de famille',
        'Courriel',
        "Date d'inscription",
        'Ville',
        'Accepte marketing',
        'Passion',
      ],
      ['customer_id', 'first_name', 'last_name', 'email', 'first_seen', 'city', 'consent', ''],
    ],
    [
      [
        'Nº cliente',
        'Nombre de pila',
        'Apellidos',
        'Correo',
        'Fecha de alta',
        'Población',
        'Acepta publicidad',
        'Afición',
      ],
      ['customer_id', 'first_name', 'last_name', 'email', 'first_seen', 'city', 'consent', ''],
    ],
    [
      [
        'Codice cliente',
        'Nome proprio',
        'Cognome',
        'Posta elettronica',
        'Data di registrazione',
        'Città',
        'Consenso',
        'Passione',
      ],
      ['customer_id', '', 'last_name', 'email', 'first_seen', 'city', 'consent', ''],
    ],
  ])('customers: %j', (names, targets) => {
    const found = proposeFor(names, (index) => [
      customer(index),
      `Ana${'abcdefgh'[index % 8] ?? ''}`,
      `Rao${'abcdefgh'[index % 7] ?? ''}`,
      `p${index}@example.com`,
      isoDay(index),
      ['Ulm', 'Rom'][index % 2] ?? '',
      ['ja', 'nein'][index % 2] ?? '',
      ['chess', 'tennis'][index % 2] ?? '',
    ]);
    const wanted = targets.map((target) => (target === '' ? undefined : `customers.${target}`));
    names.forEach((name, at) => {
      const target = targetsOf(found)[name];
      if (wanted[at] !== undefined) expect([name, target]).toEqual([name, wanted[at]]);
    });
    expect(targetsOf(found)[names[7] ?? '']).toBe('attribute');
  });

  it.each([
    ['Ticketnummer', 'Kundennummer', 'Eröffnet am', 'Gelöst am', 'Priorität', 'Zufriedenheit'],
    [
      'Numéro de dossier',
      'Code client',
      "Date d'ouverture",
      'Date de clôture',
      'Priorité',
      'Note de satisfaction',
    ],
    [
      'Número de caso',
      'Código de cliente',
      'Fecha de apertura',
      'Fecha de cierre',
      'Prioridad',
      'Satisfacción',
    ],
    [
      'Protocolo',
      'Código do cliente',
      'Data de abertura',
      'Data de encerramento',
      'Prioridade',
      'Satisfação',
    ],
    ['Numero segnalazione', 'Codice cliente', 'Data apertura', 'Data chiusura', 'Priorità', 'Soddisfazione'],
  ])('tickets: %s, %s, %s …', (...names) => {
    const found = proposeFor(names, (index) => [
      `T${index}`,
      100 + (index % 9),
      isoDay(index),
      isoDay(index + 1),
      ['high', 'low'][index % 2] ?? '',
      (index % 5) + 1,
    ]);
    expect(Object.values(targetsOf(found))).toEqual([
      'tickets.ticket_id',
      'tickets.customer_id',
      'tickets.opened_at',
      'tickets.solved_at',
      'tickets.severity',
      'tickets.csat',
    ]);
    expect(found.questions).toEqual([]);
  });

  it.each([
    ['E-Mail', 'Bewertung', 'Kommentar', 'Beantwortet am'],
    ['Adresse mail', 'Note', 'Commentaire', 'Date de réponse'],
    ['Correo', 'Puntuación', 'Comentario', 'Fecha de respuesta'],
    ['Email', 'Nota', 'Comentário', 'Data da resposta'],
    ['Indirizzo e-mail', 'Punteggio', 'Commento', 'Data risposta'],
  ])('surveys: %s, %s, %s, %s', (...names) => {
    const found = proposeFor(names, (index) => [
      `p${index}@example.com`,
      index % 11,
      `words ${index}`,
      isoDay(index),
    ]);
    expect(Object.values(targetsOf(found))).toEqual([
      'customers.email',
      'surveys.score',
      'surveys.comment',
      'surveys.answered_at',
    ]);
  });
});
