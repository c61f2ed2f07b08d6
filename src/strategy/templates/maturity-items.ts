/** The eight areas of the audit, in the order of the value chain. */
export const maturityAreas = [
  { value: 'analysis', label: 'Analysis and planning' },
  { value: 'proposition', label: 'Proposition' },
  { value: 'activity', label: 'Activity' },
  { value: 'people', label: 'People' },
  { value: 'technology', label: 'Information and technology' },
  { value: 'process', label: 'Process' },
  { value: 'measurement', label: 'Measurement' },
  { value: 'experience', label: 'Experience' },
] as const;

/** One of {@link maturityAreas}. */
export type MaturityArea = (typeof maturityAreas)[number]['value'];

/** What is judged in an area, with what nothing and what everything of it looks like. */
export interface MaturityItem {
  readonly area: MaturityArea;
  readonly item: string;
  /** What a 0 looks like. */
  readonly low: string;
  /** What a 5 looks like. */
  readonly high: string;
}

/** Items of one area: what, a 0, a 5. */
const items = (
  area: MaturityArea,
  rows: readonly (readonly [item: string, low: string, high: string])[],
): readonly MaturityItem[] => rows.map(([item, low, high]) => ({ area, item, low, high }));

/** Items to begin the audit with, five an area but for one; the wording is ours. */
export const maturityItems: readonly MaturityItem[] = [
  ...items('analysis', [
    [
      'Worth of each customer',
      'Turnover a customer at best, and nobody decides by it',
      'Profit and future value a customer, trusted and decided by',
    ],
    [
      'Segments that people act on',
      'Everybody gets the same, or segments live in a slide',
      'Every campaign, price and service level names its segment',
    ],
    [
      'Whom to keep, grow, and let go',
      'Whoever shouts loudest is looked after',
      'Decided every quarter by value, cost to serve and prospects',
    ],
    [
      'Knowing competitors',
      'Anecdotes from the sales force',
      'Strengths and weaknesses a segment, checked against lost business',
    ],
    [
      'Plan and budget by customer',
      'Budgets by product and department only',
      'Each line of the plan names customers, profit and proof',
    ],
  ]),
  ...items('proposition', [
    [
      'Needs of each segment',
      'We assume that we know',
      'Importance and satisfaction asked every year, gaps ranked',
    ],
    [
      'A promise that can be checked',
      'A slogan',
      'One sentence a segment, bound to a figure that everyone sees',
    ],
    [
      'Different offers for different customers',
      'One catalogue, one price list',
      'Product, price, service and contact fit the segment',
    ],
    [
      'Price by value',
      'Cost plus a margin, discounts on request',
      'Price follows worth; discounts are earned',
    ],
    [
      'Staff can say it',
      'Ask three people, get three answers',
      'Everyone who meets customers says the same in their own words',
    ],
  ]),
  ...items('activity', [
    [
      'Winning the right customers',
      'As many as possible, by whatever promotion',
      'Sources are judged by the value of whom they bring',
    ],
    [
      'Welcoming new customers',
      'The invoice is the welcome',
      'Planned first 90 days, followed up until first value',
    ],
    [
      'Noticing who is leaving',
      'We find out when they are gone',
      'Early signs raise a call, ranked by what is at stake',
    ],
    [
      'Putting things right',
      'Complaints are queued and defended against',
      'Fixed at first contact, with an apology and a cause removed',
    ],
    [
      'Developing customers',
      'The same pitch to everyone',
      'Next offer by what they have, need and can be served with profit',
    ],
  ]),
  ...items('people', [
    [
      'Somebody answers for each customer group',
      'Everyone and so nobody',
      'Named, with targets and the means to reach them',
    ],
    [
      'Skill with customers and figures',
      'Learnt on the job, if at all',
      'Hired for, trained, coached and reviewed',
    ],
    [
      'Room to put things right',
      'Every exception goes to a manager',
      'The front line decides within clear limits',
    ],
    ['Rewards', 'Volume alone is paid for', 'Pay and praise follow value kept and customers’ judgement'],
    [
      'Leaders’ example',
      'Customers come up when figures are bad',
      'Leaders meet customers monthly and act on what they hear',
    ],
  ]),
  ...items('technology', [
    [
      'One view of a customer',
      'Each department has its own list',
      'Orders, contacts, complaints and value in one place',
    ],
    ['Quality of data', 'Nobody knows how bad it is', 'Measured, owned, corrected where it arises'],
    ['Tools that are used', 'Bought, and worked around', 'Part of daily work, improved with its users'],
    ['From question to figure', 'Weeks, by request to somebody else', 'Minutes, by those who decide'],
    [
      'Permission and protection',
      'Collected because it can be',
      'Customers know what is held, why, and can change it',
    ],
  ]),
  ...items('process', [
    [
      'Seen from the customer',
      'Described by department, if at all',
      'Each step written as the customer lives it, with times',
    ],
    [
      'Handing over',
      'Customers tell their story again',
      'Knowledge moves with the customer between channels and teams',
    ],
    [
      'Rules of contact',
      'Whoever has a list writes to it',
      'Limits, silence after complaints, one calendar for all',
    ],
    [
      'Owner and improvement',
      'It has always been done like this',
      'Each process has an owner, a failure rate and a next step',
    ],
  ]),
  ...items('measurement', [
    ['Profit by customer', 'Gross turnover by product', 'Revenue and cost traced to customers or segments'],
    [
      'Retention by value',
      'Heads are counted, now and then',
      'Value kept, beside heads kept, by cohort and segment',
    ],
    ['Proof that it worked', 'Before and after, if at all', 'Held-out groups; what fails is stopped'],
    [
      'Measures that lead',
      'Last quarter’s results only',
      'Staff and customer measures that are known to move results',
    ],
    [
      'Cost and yield by channel',
      'Spending follows last year',
      'Cost an outcome by channel and segment steers the budget',
    ],
  ]),
  ...items('experience', [
    ['Listening', 'A survey once, in a drawer', 'Asked at moments that matter, answers tied to customers'],
    [
      'Trying it ourselves',
      'Nobody buys from us the way customers do',
      'Leaders walk the journey and rivals’ every half-year',
    ],
    [
      'Same everywhere',
      'Each channel has its own answer and price',
      'Tone, price and knowledge agree across channels',
    ],
    [
      'Answers change something',
      'No reply, no change',
      'Customers are told what was changed because of them',
    ],
    ['Fair to the loyal', 'The best terms go to newcomers', 'Loyalty pays for them, and they notice it'],
  ]),
];
