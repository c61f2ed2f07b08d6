-- Question   How well is a kind of relationship-building activity said to work?
-- Grain      one kind of activity of the campaigns, or kind of outgoing contact without a campaign
-- Parameters $own_tiers: "name = tier; name = tier" in the user's own words, which win; "none" takes a name out
-- Columns    name (lower case); tier ('most', 'less' or 'least' effective), is_own (the user placed it)
-- Nulls      tier is null where neither the kind nor the names of its campaigns hold a word of a published activity, or the names disagree
-- Source     concepts E (relationship-building activities by effectiveness); the words for them are ours, in six languages
with rules(place, tier, words) as (
  values
    (1, 'least', 'ball ?room\w*|cold ?call\w*|kaltakquise|sponsor\w*|direct ?mail\w*|direct marketing|mailings?|video brochures?'),
    (2, 'most', 'research\w*|one (to|on) one|1 (to|on|1) 1|personal (meetings?|visits?|conversations?)|visits?|besuche?|visites?|visitas?|meetings?|reviews?|seminar\w*|workshops?|webinars?|tastings?|trainings?|schulung\w*|articles?|fachartikel|speech(es)?|talks?|vortrag|vortrage|conferenc\w*|industry meetings?'),
    (3, 'less', 'communit\w*|civic|charit\w*|network\w*|netzwerk\w*|referrers?|news ?letters?|rundbriefe?|bulletin'),
    (4, 'least', 'public relations|pr|press release|brochures?|broschure\w*|prospekte?|catalog\w*|katalog\w*|flyers?|leaflets?|folletos?|letters?|briefe?|post|print|advert\w*|ads?|werbung|publicite|publicidad|pubblicita|brand\w*|banners?|display|billboards?|radio|tv|television|videos?')
),
own as (
  select
    lower(trim(regexp_extract(entry, '^(.*)=', 1))) as name,
    lower(trim(regexp_extract(entry, '=([^=]*)$', 1))) as tier
  from (select unnest(string_split($own_tiers, ';')) as entry)
  where contains(entry, '=')
),
labels as (
  select lower(trim(activity)) as name, lower(trim(activity)) as label, 1 as rank from campaigns
  union
  select lower(trim(activity)), lower(trim(name)), 2 from campaigns
  union
  select lower(trim(kind)), lower(trim(kind)), 1
  from interactions
  where coalesce(direction, 'out') <> 'in' and nullif(campaign_id, '') is null
),
spelled as (
  select name, label, rank, trim(regexp_replace(replace(strip_accents(label), 'ß', 'ss'), '[^\pL\pN]+', ' ', 'g')) as words
  from labels
  where name <> ''
),
ruled as (
  select spelled.name, spelled.rank, spelled.label, min_by(tier, place) as tier
  from spelled
  join rules on regexp_matches(spelled.words, '(^| )(' || rules.words || ')( |$)')
  group by spelled.name, spelled.rank, spelled.label
),
agreed as (
  select name, rank, any_value(tier) as tier
  from ruled
  group by name, rank
  having count(distinct tier) = 1
)
select
  names.name,
  case when own.name is null then tiers.tier else nullif(own.tier, 'none') end as tier,
  own.name is not null as is_own
from (select distinct name from spelled) as names
left join (select name, min_by(tier, rank) as tier from agreed group by name) as tiers using (name)
left join (select name, any_value(tier) as tier from own group by name) as own
  on own.name = replace(replace(names.name, ';', ' '), '=', ' ')
