import type { KnownExport } from './known-export.ts';

const shopify =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping City,Shipping Zip,Shipping Country,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Phone,Receipt Number,Payment ID';

/** Orders, customers and payments of shops. */
export const shopExports: readonly KnownExport[] = [
  {
    source: 'shopify-orders',
    name: 'orders_export_1.csv',
    text: `${shopify}
#1001,ana@example.com,paid,2025-10-22 12:59:02 +0530,fulfilled,2025-10-23 09:00:00 +0530,yes,INR,1500.00,80.00,75.00,1655.00,DIWALI,100.00,Standard,2025-10-22 12:58:38 +0530,1,Brass lamp,900.00,,LAMP-1,true,true,fulfilled,Ana Rao,1 Road,1 Road,,,Pune,'411001,MH,IN,'+919800000001,Ana Rao,1 Road,Pune,'411001,IN,,,,Razorpay,c1,0.00,Lamps & Co,0.00,,,,'6123450001,,Low,web,0.00,IGST 5%,75.00,,,p1
#1001,ana@example.com,,,,,,,,,,,,,,2025-10-22 12:58:38 +0530,2,Wick,350.00,,WICK-2,true,true,fulfilled,,,,,,,,,,,,,,,,,,,,,,Lamps & Co,,,,,,,,,0.00,,,,,
#1002,ben@example.com,refunded,2025-10-24 10:00:00 +0530,,,no,INR,900.00,0.00,45.00,945.00,,0.00,Standard,2025-10-24 09:58:00 +0530,1,Brass lamp,900.00,,LAMP-1,true,true,pending,Ben Das,2 Road,2 Road,,,Delhi,'110001,DL,IN,,Ben Das,2 Road,Delhi,'110001,IN,,,,Razorpay,c2,945.00,Lamps & Co,0.00,,,,'6123450002,,Low,web,0.00,IGST 5%,45.00,,,p2
`,
    targets: {
      Name: 'orders.order_id',
      Email: 'customers.email',
      'Financial Status': 'orders.status',
      'Accepts Marketing': 'customers.consent',
      Currency: 'orders.currency',
      Subtotal: 'orders.sales',
      Shipping: 'orders.shipping',
      Taxes: 'orders.tax',
      Total: 'orders.total',
      'Discount Code': 'orders.coupon',
      'Discount Amount': 'orders.discount',
      'Created at': 'orders.ordered_at',
      'Lineitem quantity': 'lines.quantity',
      'Lineitem name': 'products.name',
      'Lineitem price': 'lines.unit_price',
      'Lineitem sku': 'lines.product_id',
      'Lineitem discount': 'lines.discount',
      'Billing Name': 'customers.name',
      'Billing City': 'customers.city',
      'Billing Province': 'customers.region',
      'Billing Country': 'customers.country',
      'Cancelled at': 'orders.cancelled_at',
      'Payment Method': 'orders.payment_method',
      'Refunded Amount': 'orders.refund',
      Vendor: 'products.category',
      Source: 'orders.channel',
    },
  },
  {
    source: 'shopify-customers',
    name: 'customers_export.csv',
    text: `Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags
'7001,Ana,Rao,ana@example.com,yes,,1 Road,,Pune,MH,IN,'411001,,,no,1655.00,1,,no,vip
'7002,Ben,Das,ben@example.com,no,,2 Road,,Delhi,DL,IN,'110001,,,no,945.00,1,,no,
`,
    targets: {
      'Customer ID': 'customers.customer_id',
      'First Name': 'customers.first_name',
      'Last Name': 'customers.last_name',
      Email: 'customers.email',
      'Accepts Email Marketing': 'customers.consent',
      'Default Address City': 'customers.city',
      'Default Address Province Code': 'customers.region',
      'Default Address Country Code': 'customers.country',
    },
    attributes: ['Total Spent', 'Total Orders', 'Tags', 'Tax Exempt', 'Accepts SMS Marketing'],
  },
  ...(['Created (UTC)', 'Created date (UTC)'] as const).map((created): KnownExport => ({
    source: 'stripe-payments',
    name: 'payments.csv',
    text: `id,Description,Seller Message,${created},Amount,Amount Refunded,Currency,Converted Amount,Converted Amount Refunded,Fee,${created === 'Created (UTC)' ? 'Tax' : 'Taxes On Fee'},Converted Currency,Mode,Status,Statement Descriptor,Customer ID,Customer Description,Customer Email,Captured,Card ID,Card Last4,Card Brand,Card Funding,Disputed Amount,Dispute Status,Dispute Reason,Dispute Date (UTC),Invoice ID,Payment Source Type,Refunded date (UTC),Decline Reason,Transfer
ch_1,Order 1,Payment complete.,2025-01-13 10:02:11,49.90,0.00,eur,49.90,0.00,1.20,0.00,eur,Live,Paid,SHOP,cus_A,,ana@example.com,true,card_1,4242,Visa,credit,,,,,in_1,card,,,
ch_2,Order 2,Payment complete.,2025-01-14 11:02:11,20.00,20.00,eur,20.00,20.00,0.80,0.00,eur,Live,Refunded,SHOP,cus_B,,ben@example.com,true,card_2,1111,Visa,debit,,,,,in_2,card,2025-01-20 10:00:00,,
ch_3,Order 3,The bank declined.,2025-01-15 12:02:11,70.00,0.00,eur,70.00,0.00,0.00,0.00,eur,Live,Failed,SHOP,cus_A,,ana@example.com,false,card_1,4242,Visa,credit,,,,,,card,,insufficient_funds,
`,
    targets: {
      id: 'orders.order_id',
      [created]: 'orders.ordered_at',
      Amount: 'orders.total',
      'Amount Refunded': 'orders.refund',
      Currency: 'orders.currency',
      Status: 'orders.status',
      'Customer ID': 'orders.customer_id',
      'Customer Email': 'customers.email',
      'Payment Source Type': 'orders.payment_method',
    },
  })),
  {
    source: 'stripe-payments',
    name: 'several currencies.csv',
    text: `id,Created date (UTC),Amount,Amount Refunded,Currency,Converted Amount,Converted Amount Refunded,Converted Currency,Status,Customer ID,Customer Email
ch_1,2025-01-13 10:02:11,49.90,0.00,eur,49.90,0.00,eur,Paid,cus_A,ana@example.com
ch_2,2025-01-14 11:02:11,20.00,20.00,usd,18.40,18.40,eur,Refunded,cus_B,ben@example.com
`,
    targets: {
      id: 'orders.order_id',
      'Created date (UTC)': 'orders.ordered_at',
      'Converted Amount': 'orders.total',
      'Converted Amount Refunded': 'orders.refund',
      'Converted Currency': 'orders.currency',
      Status: 'orders.status',
      'Customer ID': 'orders.customer_id',
      'Customer Email': 'customers.email',
    },
  },
  ...(['Net Sales', 'N. Revenue'] as const).map((revenue): KnownExport => ({
    source: 'woocommerce-analytics',
    name: 'orders_report.csv',
    text: `Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),${revenue},Attribution
2025-03-13 09:15:00,501,€1.049,00,completed,Ana Rao,new,1× Lamp,1,,1049.00,Organic: Google
2025-03-14 10:15:00,502,€20,00,refunded,Ben Das,returning,"2× Wick, 1× Oil",3,SPRING,20.00,Direct
`.replaceAll(/€([\d.]+),(\d\d)/g, '"€$1,$2"'),
    targets: {
      Date: 'orders.ordered_at',
      'Order #': 'orders.order_id',
      Status: 'orders.status',
      Customer: 'customers.name',
      'Product(s)': 'orders.product_list',
      'Coupon(s)': 'orders.coupon',
      [revenue === 'Net Sales' ? revenue : 'N. Revenue']: 'orders.net',
      Attribution: 'orders.channel',
    },
  })),
  {
    source: 'woocommerce-csv',
    name: 'orders-csv-export.csv',
    text: `order_id,order_number,order_date,status,shipping_total,shipping_tax_total,tax_total,cart_discount,order_discount,discount_total,order_total,refunded_total,order_currency,payment_method,shipping_method,customer_id,billing_first_name,billing_last_name,billing_company,billing_email,billing_phone,billing_address_1,billing_postcode,billing_city,billing_state,billing_country,shipping_first_name,shipping_last_name,shipping_city
901,901,2025-03-13 09:15:00,completed,4.90,0,9.50,0,0,0,64.40,0,EUR,paypal,flat,12,Ana,Rao,,ana@example.com,1234,1 Road,10115,Berlin,BE,DE,Ana,Rao,Berlin
902,902,2025-03-14 10:15:00,refunded,4.90,0,3.80,5,0,5,28.70,28.70,EUR,stripe,flat,0,Ben,Das,,ben@example.com,1234,2 Road,20095,Hamburg,HH,DE,Ben,Das,Hamburg
`,
    targets: {
      order_id: 'orders.order_id',
      order_date: 'orders.ordered_at',
      status: 'orders.status',
      shipping_total: 'orders.shipping',
      tax_total: 'orders.tax',
      discount_total: 'orders.discount',
      order_total: 'orders.total',
      refunded_total: 'orders.refund',
      order_currency: 'orders.currency',
      payment_method: 'orders.payment_method',
      customer_id: 'orders.customer_id',
      billing_first_name: 'customers.first_name',
      billing_last_name: 'customers.last_name',
      billing_email: 'customers.email',
      billing_city: 'customers.city',
      billing_state: 'customers.region',
      billing_country: 'customers.country',
    },
  },
  {
    source: 'magento-orders',
    name: 'export.csv',
    text: `ID,Purchase Point,Purchase Date,Bill-to Name,Ship-to Name,Grand Total (Base),Grand Total (Purchased),Status,Billing Address,Shipping Address,Shipping Information,Customer Email,Customer Group,Subtotal,Shipping and Handling,Customer Name,Payment Method,Total Refunded
000000001,Main Website,2025-02-13 08:00:00,Ana Rao,Ana Rao,64.40,70.10,Complete,1 Road,1 Road,Flat,ana@example.com,General,55.00,4.90,Ana Rao,checkmo,0.00
000000002,Main Website,2025-02-14 08:00:00,Ben Das,Ben Das,28.70,30.00,Closed,2 Road,2 Road,Flat,ben@example.com,Wholesale,20.00,4.90,Ben Das,paypal,28.70
`,
    targets: {
      ID: 'orders.order_id',
      'Purchase Point': 'orders.channel',
      'Purchase Date': 'orders.ordered_at',
      'Grand Total (Base)': 'orders.total',
      Status: 'orders.status',
      'Customer Email': 'customers.email',
      Subtotal: 'orders.gross',
      'Shipping and Handling': 'orders.shipping',
      'Customer Name': 'customers.name',
      'Payment Method': 'orders.payment_method',
      'Total Refunded': 'orders.refund',
    },
    attributes: ['Customer Group'],
  },
];
