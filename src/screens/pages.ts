import type { Page } from './page.ts';

/** Every page, in the order of the navigation. Adding one = one folder and one line here. */
export const pages: readonly Page[] = [
  {
    path: '/home',
    title: 'Value chain',
    group: '',
    answers: 'The customer value chain with your figures, and the way to every page.',
    needsData: false,
    load: () => import('./home/HomePage.svelte'),
  },
  {
    path: '/data',
    title: 'Your data',
    group: 'Data',
    answers: 'What was read, what was rejected and why, what every column means, and what left this machine.',
    needsData: false,
    load: () => import('./data/DataPage.svelte'),
  },
  {
    path: '/quality',
    title: 'Data quality',
    group: 'Data',
    answers:
      'What is missing, doubtful or twice in the data, what it does to your figures, and what to do about it.',
    needsData: false,
    load: () => import('./quality/QualityPage.svelte'),
  },
  {
    path: '/portfolio',
    title: 'Portfolio',
    group: 'Analyse',
    answers: 'What your customers are worth, how it develops, and how much hangs on how few of them.',
    needsData: true,
    load: () => import('./portfolio/PortfolioPage.svelte'),
  },
  {
    path: '/profit',
    title: 'Profit and cost to serve',
    group: 'Analyse',
    answers:
      'Who earns you money once everything it takes to serve them is paid, and what other terms would change.',
    needsData: true,
    load: () => import('./profit/ProfitPage.svelte'),
  },
  {
    path: '/rfm',
    title: 'RFM',
    group: 'Analyse',
    answers: 'Who bought lately, often and for much: eleven groups that need different treatment.',
    needsData: true,
    load: () => import('./rfm/RfmPage.svelte'),
  },
  {
    path: '/value',
    title: 'Customer value',
    group: 'Analyse',
    answers: 'What your customers will still buy, what that is worth today, and who has silently left.',
    needsData: true,
    load: () => import('./value/ValuePage.svelte'),
  },
  {
    path: '/equity',
    title: 'Customer equity',
    group: 'Analyse',
    answers:
      'What your customer base is worth, where that comes from, what winning costs, and what is at risk.',
    needsData: true,
    load: () => import('./equity/EquityPage.svelte'),
  },
  {
    path: '/treatment',
    title: 'Retain, grow, divest',
    group: 'Analyse',
    answers:
      'Whom to retain, grow, maintain or part with, who deserves which service, and whom to call first.',
    needsData: true,
    load: () => import('./treatment/TreatmentPage.svelte'),
  },
  {
    path: '/drivers',
    title: 'Drivers of value',
    group: 'Analyse',
    answers: 'What sets customers apart, early on, who later are worth much, buy again or fall silent.',
    needsData: true,
    load: () => import('./drivers/DriversPage.svelte'),
  },
  {
    path: '/occasions',
    title: 'Occasions',
    group: 'Analyse',
    answers:
      'Where there is one occasion a month, quarter or year: who will buy at the next, and who has left.',
    needsData: true,
    load: () => import('./occasions/OccasionsPage.svelte'),
  },
  {
    path: '/segments',
    title: 'Segments',
    group: 'Analyse',
    answers: 'Cut your own segments by rules, compare two, and put one in focus on every page.',
    needsData: true,
    load: () => import('./segments/SegmentsPage.svelte'),
  },
  {
    path: '/opportunities',
    title: 'Opportunities',
    group: 'Develop',
    answers: 'Where there is more to win: markets, needs, competitors, and which chance comes first.',
    needsData: false,
    load: () => import('./opportunities/OpportunitiesPage.svelte'),
  },
  {
    path: '/questions',
    title: 'Where to grow',
    group: 'Develop',
    answers:
      'In which places there is more to win, who lacks what others buy with it, and who answers campaigns.',
    needsData: true,
    load: () => import('./questions/QuestionsPage.svelte'),
  },
  {
    path: '/channel-results',
    title: 'What channels bring',
    group: 'Develop',
    answers:
      'What each channel and activity brings and costs, who uses several, and where customers have to change it.',
    needsData: true,
    load: () => import('./channel-results/ChannelResultsPage.svelte'),
  },
  {
    path: '/references',
    title: 'Who would vouch for us',
    group: 'Develop',
    answers:
      'Whom to ask for a reference, what referrals bring, and which friends you are about to disappoint.',
    needsData: true,
    load: () => import('./references/ReferencesPage.svelte'),
  },
  {
    path: '/service',
    title: 'What customers get',
    group: 'Develop',
    answers:
      'Whether orders come on time, in full, without errors and at the right price, how people are answered, and what a failure costs.',
    needsData: true,
    load: () => import('./service/ServicePage.svelte'),
  },
  {
    path: '/offers',
    title: 'Offers',
    group: 'Develop',
    answers:
      'What customers weigh us by, what we promise them and whether it is kept, and which offers collide.',
    needsData: false,
    load: () => import('./offers/OffersPage.svelte'),
  },
  {
    path: '/conjoint',
    title: 'What customers value',
    group: 'Develop',
    answers:
      'What each part of an offer is worth to customers, from a study in which they rated offers, and which they would choose.',
    needsData: false,
    load: () => import('./conjoint/ConjointPage.svelte'),
  },
  {
    path: '/network',
    title: 'Network',
    group: 'Develop',
    answers: 'Who else it takes to serve your customers, who speaks for you, and who answers for what.',
    needsData: false,
    load: () => import('./network/NetworkPage.svelte'),
  },
  {
    path: '/channels',
    title: 'Channels',
    group: 'Develop',
    answers:
      'What each channel costs and brings, where customers get lost between them, and when to be silent.',
    needsData: false,
    load: () => import('./channels/ChannelsPage.svelte'),
  },
  {
    path: '/journey',
    title: 'Journey',
    group: 'Manage',
    answers: 'Where customers stand on the way from suspect to advocate, and how many come back.',
    needsData: true,
    load: () => import('./journey/JourneyPage.svelte'),
  },
  {
    path: '/retention',
    title: 'What retention is worth',
    group: 'Manage',
    answers: 'What it would be worth if more customers stayed, and how much you may spend on it.',
    needsData: true,
    load: () => import('./retention/RetentionPage.svelte'),
  },
  {
    path: '/loyalty',
    title: 'Loyalty scheme',
    group: 'Manage',
    answers:
      'What a loyalty scheme would cost, who would be in which tier, and by how much members must buy more.',
    needsData: false,
    load: () => import('./loyalty/LoyaltyPage.svelte'),
  },
  {
    path: '/claims',
    title: 'Claims on trial',
    group: 'Strategy',
    answers:
      'Which of the claims that everybody quotes about customers hold for yours, and what would decide the others.',
    needsData: true,
    load: () => import('./claims/ClaimsPage.svelte'),
  },
  {
    path: '/contracts',
    title: 'Contracts',
    group: 'Manage',
    answers: 'How long customers under contract stay, and what is still to come of those you have.',
    needsData: true,
    load: () => import('./contracts/ContractsPage.svelte'),
  },
  {
    path: '/swot',
    title: 'SWOT & TOWS',
    group: 'Strategy',
    answers: 'Opinions that cite live numbers, and the answers that follow from them.',
    needsData: false,
    load: () => import('./swot/SwotPage.svelte'),
  },
  {
    path: '/chain',
    title: 'Value chain, four ways',
    group: 'Strategy',
    answers:
      'What you do at each place of the value chain, how well, and where nothing is done, through four frameworks.',
    needsData: false,
    load: () => import('./chain/ChainPage.svelte'),
  },
  {
    path: '/plan',
    title: 'Plan & budget',
    group: 'Strategy',
    answers:
      'What you will do for whom, what it takes, what it should bring, and what must be true for that.',
    needsData: false,
    load: () => import('./plan/PlanPage.svelte'),
  },
  {
    path: '/glossary',
    title: 'Glossary',
    group: 'Strategy',
    answers: 'What every term means here, where each concept is worked with, and the words of your trade.',
    needsData: false,
    load: () => import('./glossary/GlossaryPage.svelte'),
  },
  {
    path: '/maturity',
    title: 'Maturity',
    group: 'Strategy',
    answers:
      'Whether your organisation is able to do what the plan asks of it, and where you see it differently.',
    needsData: false,
    load: () => import('./maturity/MaturityPage.svelte'),
  },
  {
    path: '/scorecard',
    title: 'Scorecard',
    group: 'Strategy',
    answers: 'Which few figures tell whether the strategy works, where each stands, and what leads to what.',
    needsData: false,
    load: () => import('./scorecard/ScorecardPage.svelte'),
  },
  ...(import.meta.env.DEV
    ? [
        {
          path: '/gallery',
          title: 'Gallery',
          group: '' as const,
          answers: 'Every component and chart with made-up data, for those who work on the app.',
          needsData: false,
          isHidden: true as const,
          load: () => import('./gallery/Gallery.svelte'),
        },
      ]
    : []),
];

/** The page of a path; home when there is none. */
export const findPage = (path: string): Page =>
  pages.find((page) => path === page.path || path.startsWith(`${page.path}/`)) ?? (pages[0] as Page);
