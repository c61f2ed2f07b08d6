import type { KnownExport } from './known-export.ts';

/** Data sets that are published, in their own columns. */
export const publishedExports: readonly KnownExport[] = [
  {
    source: 'olist-customers',
    name: 'customers.csv',
    text: 'customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state\na1,u1,01311,sao paulo,SP\na2,u1,01311,sao paulo,SP\n',
    targets: {
      customer_id: 'customers.reference',
      customer_unique_id: 'customers.customer_id',
      customer_city: 'customers.city',
      customer_state: 'customers.region',
    },
  },
  {
    source: 'olist-orders',
    name: 'orders.csv',
    text: 'order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date\no1,a1,delivered,2018-01-13 10:00:00,2018-01-13 11:00:00,2018-01-14 10:00:00,2018-01-18 10:00:00,2018-01-30 00:00:00\no2,a2,canceled,2018-02-13 10:00:00,,,,2018-02-28 00:00:00\n',
    targets: {
      order_id: 'orders.order_id',
      customer_id: 'orders.customer_id',
      order_status: 'orders.status',
      order_purchase_timestamp: 'orders.ordered_at',
      order_delivered_customer_date: 'orders.delivered_at',
      order_estimated_delivery_date: 'orders.promised_at',
    },
  },
  {
    source: 'olist-order-items',
    name: 'items.csv',
    text: 'order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value\no1,1,p1,s1,2018-01-15 10:00:00,35.90,15.20\no1,2,p2,s1,2018-01-15 10:00:00,20.00,5.20\n',
    targets: {
      order_id: 'lines.order_id',
      order_item_id: 'lines.line_no',
      product_id: 'lines.product_id',
      price: 'lines.net',
      freight_value: 'lines.shipping',
    },
  },
  {
    source: 'olist-payments',
    name: 'payments.csv',
    text: 'order_id,payment_sequential,payment_type,payment_installments,payment_value\no1,1,credit_card,2,76.30\no2,1,boleto,1,10.00\n',
    targets: {
      order_id: 'orders.order_id',
      payment_type: 'orders.payment_method',
      payment_value: 'orders.paid',
    },
  },
  {
    source: 'olist-reviews',
    name: 'reviews.csv',
    text: 'review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp\nr1,o1,5,,muito bom,2018-01-19 00:00:00,2018-01-20 10:00:00\nr2,o2,1,,ruim,2018-02-19 00:00:00,2018-02-20 10:00:00\n',
    targets: {
      order_id: 'surveys.order_id',
      review_score: 'surveys.score',
      review_comment_message: 'surveys.comment',
      review_answer_timestamp: 'surveys.answered_at',
    },
  },
  {
    source: 'olist-products',
    name: 'products.csv',
    text: 'product_id,product_category_name,product_name_lenght,product_description_lenght,product_photos_qty,product_weight_g\np1,brinquedos,40,300,2,500\np2,perfumaria,30,200,1,250\n',
    targets: { product_id: 'products.product_id', product_category_name: 'products.category' },
  },
  ...(
    [
      ['InvoiceNo', 'UnitPrice', 'CustomerID'],
      ['Invoice', 'Price', 'Customer ID'],
    ] as const
  ).map(([invoice, price, customer]): KnownExport => ({
    source: 'uci-online-retail',
    name: 'retail.csv',
    text: `${invoice},StockCode,Description,Quantity,InvoiceDate,${price},${customer},Country
536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850,United Kingdom
C536366,POST,POSTAGE,-1,2010-12-13 08:28:00,18.00,12583,France
536367,22633,WARMER,6,2010-12-13 08:34:00,1.85,,United Kingdom
`,
    targets: {
      [invoice]: 'orders.order_id',
      StockCode: 'lines.product_id',
      Description: 'products.name',
      Quantity: 'lines.quantity',
      InvoiceDate: 'orders.ordered_at',
      [price]: 'lines.unit_price',
      [customer]: 'orders.customer_id',
      Country: 'customers.country',
    },
  })),
  {
    source: 'superstore',
    name: 'store.csv',
    text: 'Row ID,Order ID,Order Date,Ship Date,Ship Mode,Customer ID,Customer Name,Segment,Country,City,State,Postal Code,Region,Product ID,Category,Sub-Category,Product Name,Sales,Quantity,Discount,Profit\n1,CA-1,2016-11-18,2016-11-21,Second Class,CG-1,Ana Rao,Consumer,United States,Henderson,Kentucky,42420,South,FUR-1,Furniture,Bookcases,Bookcase,261.96,2,0,41.91\n2,CA-2,2016-11-19,2016-11-21,Second Class,CG-2,Ben Das,Corporate,United States,Austin,Texas,78701,Central,FUR-2,Furniture,Chairs,Chair,731.94,3,0.2,219.58\n',
    targets: {
      'Order ID': 'orders.order_id',
      'Order Date': 'orders.ordered_at',
      'Customer ID': 'orders.customer_id',
      'Customer Name': 'customers.name',
      Country: 'customers.country',
      City: 'customers.city',
      State: 'customers.region',
      'Product ID': 'lines.product_id',
      Category: 'products.category',
      'Product Name': 'products.name',
      Sales: 'lines.net',
      Quantity: 'lines.quantity',
      Discount: 'lines.discount_rate',
      Profit: 'lines.profit',
    },
    attributes: ['Segment'],
  },
];
