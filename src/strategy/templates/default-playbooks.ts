import type { Playbook } from '../records/playbook.ts';

const play = (
  segment: string,
  goal: string,
  action: string,
  channel: string,
  avoid: string,
  kpi: string,
): Playbook => ({ segment, goal, action, channel, avoid, kpi });

/** A short play for every RFM segment, best first: house suggestions to start from. */
export const defaultPlaybooks: readonly Playbook[] = [
  play(
    'Champions',
    'Keep them close and let them bring others',
    'Thank them in person, show new things to them first, ask for a review or a referral',
    'The contact they know; personal e-mail',
    'Discounts on what they buy anyway',
    'Share still champions after six months; referrals made',
  ),
  play(
    'Loyal',
    'Make us their first choice in more categories',
    'Suggest what goes with their usual purchases, offer membership or earlier access',
    'E-mail by their own purchases, account page',
    'Generic newsletters to all',
    'Categories bought a customer; share who become champions',
  ),
  play(
    'Potential Loyalist',
    'Turn a good start into a habit',
    'Invite to the programme, remind them at their usual interval, make the next order easy',
    'E-mail, app message at the usual gap',
    'Several offers at once',
    'Share with a further purchase in 90 days',
  ),
  play(
    'New',
    'A second purchase soon',
    'Welcome, help with first use, ask whether all went well, suggest one next step',
    'Onboarding e-mails, service call for large orders',
    'A discount before the first is used',
    'Share with a second purchase in 60 days; complaints in the first month',
  ),
  play(
    'Promising',
    'Bring them back before they forget us',
    'Show what others bought next, lower the threshold: a small order, free return',
    'E-mail, display to known visitors',
    'Long questionnaires',
    'Share with a second purchase; cost of each',
  ),
  play(
    'Need Attention',
    'Find out what holds them back and revive the rhythm',
    'Ask two questions, answer what they say, make an offer with an end date on what they like',
    'E-mail with a reply to a person; call for the most valuable',
    'Treating silence as satisfaction',
    'Replies; share who buy again in 60 days',
  ),
  play(
    'About to Sleep',
    'Wake them at low cost',
    'Remind of what they bought and what is new, one reason to come back now',
    'E-mail, post for those who don’t open it',
    'Raising the frequency of messages',
    'Share woken; unsubscribes',
  ),
  play(
    'At Risk',
    'Win them back while they remember why they came',
    'Look for complaints and late deliveries first, put them right, then an offer by past value',
    'A person for the best fifth, else e-mail and post',
    'An offer to someone with an open complaint',
    'Share won back in 90 days; their revenue against the cost',
  ),
  play(
    "Can't Lose Them",
    'Keep a relation that was worth most',
    'Call, listen, have someone with authority solve it; renew terms if they pay',
    'Personal call or visit, a letter from the management',
    'Automatic mail; waiting for the next campaign',
    'Reached; share kept; reasons for leaving noted',
  ),
  play(
    'Hibernating',
    'Find the few who are worth waking',
    'One clear offer on their former category, then be quiet',
    'E-mail, cheap channels only',
    'Spending on all of them; phone calls',
    'Margin brought against the cost of contact',
  ),
  play(
    'Lost',
    'Part well, and stop paying for silence',
    'One last message that asks whether to stay in touch; remove who doesn’t answer',
    'E-mail, once',
    'Further campaigns; blame',
    'Cost saved; share who answer',
  ),
];

/** The default play of a segment; undefined for a name that isn't a segment. */
export const defaultPlaybook = (segment: string): Playbook | undefined =>
  defaultPlaybooks.find((one) => one.segment === segment);
