import type { Quadrant, SwotBoard } from '../records/swot.ts';

/** The question that opens a quadrant, and starts of sentences that help to answer it. */
export interface SwotPrompt {
  readonly question: string;
  readonly starters: readonly string[];
}

/**
 * What to ask in each quadrant, for the whole company and for one's own department. The subjects are those of the
 * customer-care practice in `spec/concepts.md` E; the wording is ours.
 */
export const swotPrompts: Readonly<Record<SwotBoard['level'], Readonly<Record<Quadrant, SwotPrompt>>>> = {
  company: {
    strengths: {
      question: 'What do our products and services do well in the market?',
      starters: [
        'Customers choose us because …',
        'Compared with the alternatives, we …',
        'The customers who stay longest value …',
      ],
    },
    weaknesses: {
      question: 'Where could our products and services do better?',
      starters: [
        'Customers leave or buy less when …',
        'We are more expensive or slower at …',
        'What we promise and do not always keep is …',
      ],
    },
    opportunities: {
      question: 'Which other organisations or people could use what we offer?',
      starters: [
        'A group much like our best customers that we hardly reach is …',
        'Customers of one thing who would gain from another are …',
        'The standard of care would rise if we …',
      ],
    },
    threats: {
      question: 'What is changing around our customers that could cut what they spend with us?',
      starters: [
        'Their budget is under pressure because …',
        'They could do without us if …',
        'A new competitor offers …',
      ],
    },
  },
  department: {
    strengths: {
      question: 'What does our department do well for customers?',
      starters: ['Customers thank us for …', 'We are fastest at …', 'Colleagues rely on us to …'],
    },
    weaknesses: {
      question: 'Where could our department do better?',
      starters: [
        'Customers have to wait or ask twice when …',
        'We find out too late that …',
        'What we lack to do it right the first time is …',
      ],
    },
    opportunities: {
      question: 'What would raise the standard of care that we give?',
      starters: [
        'With better information at hand we could …',
        'We hear wishes from customers that nobody follows up, such as …',
        'Others who could use our service are …',
      ],
    },
    threats: {
      question: 'What could make our customers need, trust or afford us less?',
      starters: [
        'Changes at our most important customers are …',
        'Competitors serve better by …',
        'We would lose people or knowledge if …',
      ],
    },
  },
};
