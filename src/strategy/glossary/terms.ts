/** A term that the app uses, what it means here, and where it is worked with. */
export interface Term {
  readonly term: string;
  /** Other ways in which it is written. */
  readonly also?: readonly string[];
  /** In words a strategist uses; says the unit where it has one. */
  readonly meaning: string;
  /** Address of the page where it is worked with. */
  readonly path: string;
}

const term = (name: string, path: string, meaning: string, also?: readonly string[]): Term =>
  also ? { term: name, path, meaning, also } : { term: name, path, meaning };

/** Every term that needs a definition, in the order of the alphabet. */
export const terms: readonly Term[] = [
  term('Acquisition', '/equity', 'Winning a customer: everything that happens until the first order.'),
  term(
    'Advocate',
    '/journey',
    'A customer who brings further customers: has recommended us or praised us in public.',
    ['advocates'],
  ),
  term(
    'Analytic hierarchy process',
    '/swot',
    'Weights worked out from judging things two by two; the consistency ratio says whether the judgements agree.',
    ['AHP', 'consistency ratio'],
  ),
  term('As-of date', '/home', 'The day as which everything is looked at. Later events are not counted.', [
    'as of',
  ]),
  term('At risk', '/rfm', 'Customers who bought often and for much, and not lately.'),
  term(
    'AUC',
    '/drivers',
    'How well a model puts those who did above those who did not, 0.5 by chance, 1 always; measured on customers it has not seen.',
  ),
  term('Average order value', '/portfolio', 'Revenue divided by orders, money.', ['AOV']),
  term(
    'BG/NBD',
    '/value',
    'A model of buying and silently leaving, in which a customer may leave after any purchase (Fader, Hardie and Lee 2005).',
  ),
  term(
    'Break-even lift',
    '/loyalty',
    'How much more members must buy for a loyalty scheme to pay for itself, share.',
  ),
  term(
    'Buy-till-you-die',
    '/value',
    'Models of customers who leave without saying so: they buy at their own pace until, unseen, they stop.',
  ),
  term('CAC', '/equity', 'Cost of winning one customer: cost of campaigns divided by customers won, money.', [
    'cost of winning',
  ]),
  term(
    'Churn',
    '/contracts',
    'Customers who leave, as a share of those who could have left. Without contracts it is not seen but estimated: P(alive).',
    ['churn rate'],
  ),
  term(
    'Claim',
    '/swot',
    'What an opinion says of a pinned number (“at least 25 %”); looked up again whenever data change.',
  ),
  term(
    'Cluster',
    '/segments',
    'Existing customers who share something: the campaign that won them, half a year of silence. Also: groups found by a model.',
  ),
  term(
    'CLV',
    '/value',
    'Customer lifetime value: what a customer will still bring, discounted to today. States horizon, discount rate and margin, money.',
    ['lifetime value', 'customer lifetime value'],
  ),
  term('Cohort', '/journey', 'Customers whose first order falls into the same month or quarter.', [
    'cohorts',
  ]),
  term(
    'Confidence interval',
    '/claims',
    'Where the true figure lies in 19 of 20 samples like this one. Few data give a wide one.',
    ['interval'],
  ),
  term(
    'Conjoint',
    '/conjoint',
    'A study that finds what parts of an offer are worth to customers from how they rate or choose whole offers.',
  ),
  term('Contribution margin', '/profit', 'Revenue less what goods cost, money.', ['margin']),
  term(
    'Cost to serve',
    '/profit',
    'What a customer takes after the sale: orders, returns, tickets, visits, at the rates of the cost pools, money.',
  ),
  term('Cross-sell', '/questions', 'Selling something else to a customer who has one thing already.', [
    'cross-selling',
  ]),
  term('CSAT', '/service', 'Customer satisfaction: share of answers that are one of the best two.'),
  term('Customer equity', '/equity', 'The lifetime values of all customers together, money.', ['equity']),
  term(
    'Customer intimacy',
    '/chain',
    'Knowing who customers are and what they need, well enough to act on it.',
  ),
  term(
    'Customer portfolio analysis',
    '/treatment',
    'Whom we have, what each is worth, and how they are to be treated.',
  ),
  term('Decile', '/portfolio', 'A tenth of customers, ranked by a figure.', ['deciles']),
  term('Divest', '/treatment', 'To part courteously with customers who cost more than they will ever bring.'),
  term(
    'Enabler',
    '/chain',
    'A condition without which the chain creates no value: data, technology, people, process, leadership and culture.',
    ['supporting conditions', 'supporting condition', 'enablers'],
  ),
  term(
    'Evidence',
    '/swot',
    'A pinned number: which analysis gave it, on whom, when, and what is claimed of it.',
    ['pinned number', 'pinned numbers'],
  ),
  term('First-contact resolution', '/service', 'Share of tickets that are solved and not opened again.'),
  term(
    'Gamma-Gamma',
    '/value',
    'A model of how much customers spend an order, which pulls those with few orders towards the mean (Fader and Hardie 2013).',
  ),
  term(
    'Gini coefficient',
    '/portfolio',
    'How unevenly revenue is spread over customers: 0 all alike, 1 everything from one.',
  ),
  term('Head count', '/equity', 'Customers counted one by one, whatever they are worth.'),
  term('Headline', '/claims', 'A figure of an analysis that can be pinned.'),
  term(
    'House rule',
    '/quality',
    'A threshold or default that is ours and not published; it can be changed.',
    ['house rules'],
  ),
  term('Impact', '/swot', 'How much something matters for the result, 1 to 5.'),
  term('Key customer', '/treatment', 'A customer who buys regularly and has earned us money.', [
    'key customers',
  ]),
  term('Lagging', '/scorecard', 'A measure that tells late what has happened, such as profit.'),
  term('Leading', '/scorecard', 'A measure that tells early what will happen, such as satisfaction.'),
  term(
    'Lift',
    '/questions',
    'How many times oftener two things are bought together than chance would have it.',
  ),
  term(
    'MBG/NBD',
    '/value',
    'Like BG/NBD, and customers may leave right after the first purchase too (Batislam, Denizel and Filiztekin 2007).',
  ),
  term('Monetary', '/rfm', 'What a customer spent in the window, money.'),
  term(
    'Net revenue retention',
    '/equity',
    'Revenue of this year from last year’s customers, divided by theirs of last year.',
  ),
  term(
    'NPS',
    '/service',
    'Net promoter score: share of answers of 9 or 10 less share of 0 to 6, in points.',
    ['net promoter score'],
  ),
  term(
    'Odds ratio',
    '/drivers',
    'By how much the odds change when a trait is there, everything else alike.',
    ['odds ratios'],
  ),
  term('Onboarding', '/chain', 'Making a new customer at home: welcome, set-up, training.'),
  term(
    'OTIFNERP',
    '/service',
    'Share of orders on time, in full, with no error and at the right price, all four.',
  ),
  term('P(alive)', '/value', 'Chance that somebody is still a customer, given when they bought; 0 to 1.', [
    'still active',
  ]),
  term(
    'Pareto/NBD',
    '/value',
    'The first model of buying and silently leaving (Schmittlein, Morrison and Colombo 1987).',
  ),
  term('Payback', '/equity', 'Months until a customer has brought what winning them cost.'),
  term('Perceptual map', '/opportunities', 'Us and our competitors as customers see us, on two traits.'),
  term('Proposition', '/offers', 'What is promised to whom, and why they should believe it.', [
    'value proposition',
    'promise',
  ]),
  term('Purchase', '/journey', 'An order with a value above nothing.', ['purchases']),
  term(
    'Reference',
    '/network',
    'A customer who vouches for us to others: actively when asked, passively when only named.',
    ['reference register'],
  ),
  term(
    'Relationship value',
    '/treatment',
    'What a customer brings beyond the money: learning, references, access.',
  ),
  term('Repeat rate', '/portfolio', 'Share of customers with more than one order.', ['buy again']),
  term('Retention', '/journey', 'Share of customers who are still there a while later.', ['retention rate']),
  term('Revenue', '/portfolio', 'Goods sold less discounts and refunds, without shipping and tax, money.'),
  term(
    'RFM',
    '/rfm',
    'Recency, frequency and monetary: when a customer last bought, how often, for how much; each scored 1 to 5.',
    ['recency', 'frequency'],
  ),
  term('Scenario', '/plan', 'One of two versions of the plan.', ['scenarios']),
  term(
    'Segment',
    '/segments',
    'A named group of customers, defined by a rule; who belongs to it is worked out anew from the data.',
    ['segments'],
  ),
  term('Service tier', '/treatment', 'How much service a customer gets, by what they earn us.', [
    'service tiers',
  ]),
  term('Share of wallet', '/journey', 'Our part of what a customer spends on this kind of thing.'),
  term('Suspect', '/journey', 'Somebody who could fit the target profile and was not approached yet.', [
    'suspects',
  ]),
  term('SWOT', '/swot', 'Strengths and weaknesses about us, opportunities and threats around us.'),
  term('Tenure', '/contracts', 'How long somebody has been a customer.'),
  term('Touch', '/service', 'A message, call or visit.'),
  term('TOWS', '/swot', 'Answers that join something about us with something around us.'),
  term('Traceability', '/quality', 'Share of revenue and of cost that is tied to customers we know.'),
  term('Up-sell', '/offers', 'Selling a better or larger version of what a customer buys.'),
  term(
    'Value chain',
    '/chain',
    'The stages that lead to customer profitability, and the conditions that support them.',
    ['CRM value chain'],
  ),
  term('Value ladder', '/journey', 'Seven rungs from suspect to advocate.', ['rung', 'rungs']),
  term(
    'Value star',
    '/offers',
    'What a segment values on eight axes, how good we are, and how good others are.',
  ),
  term(
    'Whale curve',
    '/profit',
    'Cumulative profit over customers from the best to the worst: it rises above all of the profit and comes down again.',
  ),
  term(
    'Wilson interval',
    '/service',
    'A confidence interval for shares that stays honest when there are few.',
  ),
];
