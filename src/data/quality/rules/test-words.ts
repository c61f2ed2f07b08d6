import { quoteLiteral } from '../../sql/quote-literal.ts';

/** Words by which people name what they make to try a shop out: English, German, French, Spanish, Portuguese, Italian. */
const tests =
  'test|tests|tester|testing|testuser|testkunde|testkundin|testperson|testbestellung|testauftrag|testcustomer|testorder|testproduct|testartikel|testprodukt|dummy|essai|prueba|pruebas|teste|testes|prova|qa';
/** Words that may stand beside them in a name without making it somebody's. */
const fillers =
  'this|is|a|the|ein|un|une|una|um|uma|user|customer|client|cliente|kunde|account|konto|compte|cuenta|conta|person|shop|store|order|bestellung|auftrag|commande|pedido|ordine|product|produkt|produit|producto|produto|prodotto|item|artikel|article|company|firma|name|de|di|do|von|for|only|please|ignore|bitte|nicht|versenden|do|not|ship|deliver';
const inventedPeople =
  'max mustermann|maxi mustermann|erika mustermann|(john|jane) doe test|asdf|asdfasdf|qwerty|foo bar|foobar';

const plain = (text: string): string =>
  `trim(regexp_replace(strip_accents(lower(${text})), '[^a-z0-9]+', ' ', 'g'))`;

/** Whether a name consists of nothing but words of a test: “Test”, “Cliente de prueba 2”; not “Hydro Test Ltd”. */
export const isTestNameSql = (name: string): string => {
  const pattern = `((${fillers}|[0-9]+) )*(${tests})[0-9]*( (${tests}|${fillers}|[0-9]+))*`;
  return `coalesce(regexp_full_match(${plain(name)}, ${quoteLiteral(`${pattern}|${inventedPeople}`)}), false)`;
};

/** Whether what stands before the @ names a test: `test@`, `qa+2@`, `anna+test@`. */
export const isTestMailboxSql = (email: string): string =>
  `coalesce(regexp_matches(lower(trim(${email})), ${quoteLiteral(`^(${tests}|noreply|no-reply)[-_.0-9]*(\\+[^@]*)?@|\\+(test|tests|testing)[0-9]*@`)}), false)`;

/** Whether the address lies in a domain that is reserved for examples (RFC 2606) or throws its mail away. */
export const isTestDomainSql = (email: string): string =>
  `coalesce(regexp_matches(lower(trim(${email})), '@(([a-z0-9-]+[.])*(test|example|invalid|localhost)|(example|test|testing)[.][a-z.]+|mailinator[.][a-z]+|yopmail[.][a-z]+|guerrillamail[.][a-z]+|trashmail[.][a-z]+|sharklasers[.]com)$'), false)`;

/** Whether a code or number begins or ends with the word: `TEST10`, `order-test`; not `TASTEST`. */
export const isTestCodeSql = (code: string): string =>
  `coalesce(regexp_matches(lower(${code}), '^test([^a-z]|order|coupon|code|$)|[^a-z]test[0-9]*$'), false)`;

/** Above this share of all customers an e-mail domain tells of made-up data as a whole, not of tests among real ones. */
const mostAtTestDomains = 0.1;

/** Query of the customers (`customer_id`) in a table of customers who are tests by name or address. */
export const testCustomersSql = (customers: string): string => `
  select customer_id from (
    select customer_id, ${isTestNameSql('name')} or ${isTestMailboxSql('email')} as is_test,
      ${isTestDomainSql('email')} as at_domain
    from ${customers} where name is not null or email is not null
  )
  qualify is_test or (at_domain and avg(at_domain::integer) over () <= ${mostAtTestDomains})`;
