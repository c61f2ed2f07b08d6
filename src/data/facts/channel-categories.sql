-- Question   Into which of six categories of channel does each name of the data fall?
-- Grain      one name of a channel, as orders, contacts (the kind where no channel is told), campaigns, origins of customers and cost
--            pools with their drivers write it; cases don't matter
-- Parameters $own_channels: "name = category; name = category" in the user's own words, which win; "none" takes a name out
-- Columns    name (lower case); category, is_own (the user placed it)
-- Nulls      category is null where no rule knows the name or the user took it out
-- Source     Payne & Frow 2005 (sales force, outlets, telephony, direct marketing, e-commerce, m-commerce; e-mail belongs to
--            e-commerce, text messages to m-commerce, print and broadcast to direct marketing); the words are ours, in six
--            languages, the first rule that matches wins
with rules(place, category, words) as (
  values
    (1, 'sales force', 'sales ?force|field (sales|service|force)|au(ss|s)endienst|forza (di )?vendit\w*|force de vente|fuerza de ventas|forca de vendas|key account\w*|account manag\w*'),
    (2, 'direct marketing', 'direct ?marketing|direktmarketing|marketing (direct|directo|diretto|direto)|direct mail\w*|mail order'),
    (3, 'm-commerce', 'm ?commerce|mobile?|mobil\w*app|apps?|in ?app|android|ios|iphone|ipad|smartphone|handy|movil|movel|telemovel|celular|cellulare|sms|mms|text messages?|whats ?app|wap|push'),
    (4, 'e-commerce', 'online\w*|e ?mails?|courriel|correo electronico|posta elettronica|e ?commerce|e ?(shop|store|boutique|business|tail)|web\w*|internet\w*|(site|page) (visits?|sessions?)'),
    (5, 'telephony', 'telephon\w*|telefon\w*|phone\w*|calls?|call ?cent(er|re)s?|tele ?sales|tele ?marketing|hotline|anrufe?|appels?|llamadas?|ligac\w*|chiamat\w*|inside sales|innendienst|fax|telefax|voip'),
    (6, 'sales force', 'sales ?(reps?|person|people|man|men|team|agents?|visits?)|reps?|representatives?|vertreter\w*|visits?|besuche?|visites?|visitas?|meetings?|trade (fairs?|shows?)|fairs?|messen?|ferias?|fiere?|door to door|contract reviews?'),
    (7, 'outlets', 'outlets?|stores?|shops?|in ?store|boutiques?|branch(es)?|filialen?|retail|pos|point of sale|kiosks?|depots?|showrooms?|counter|magasins?|agences?|tiendas?|sucursal(es)?|lojas?|negozi\w*|laden\w*|geschafte?|brick and mortar|offline|franchise\w*|dealers?'),
    (8, 'direct marketing', 'mailings?|postal|post|letters?|briefe?|catalog\w*|katalog\w*|brochures?|flyers?|leaflets?|prospekte?|courrier|publipostage|correo|cartas?|lettera|folletos?|volantin\w*|print|press|magazines?|newspapers?|zeitung\w*|radio|tv|television|fernsehen|billboards?|plakate?|versandhandel'),
    (9, 'e-commerce', 'sites?|digital\w*|search|seo|sem|sea|ppc|cpc|organic|google\w*|bing|ad ?words|display|banners?|affiliates?|social\w*|soziale?|facebook|instagram|tiktok|linkedin|pinterest|twitter|youtube|marketplaces?|marktplatz|amazon|ebay|etsy|shopify\w*|woocommerce|magento|newsletters?|chats?|live ?chat|clicks?|blogs?|portale?|suchmaschinen?')
),
own as (
  select
    lower(trim(regexp_extract(entry, '^(.*)=', 1))) as name,
    lower(trim(regexp_extract(entry, '=([^=]*)$', 1))) as category
  from (select unnest(string_split($own_channels, ';')) as entry)
  where contains(entry, '=')
),
names as (
  select lower(trim(name)) as name
  from (
    select channel as name from orders
    union
    select coalesce(nullif(trim(channel), ''), kind) from interactions
    union
    select channel from campaigns
    union
    select acq_channel from customers
    union
    select pool from costs
    union
    select driver from costs
  )
  where trim(name) <> ''
  group by lower(trim(name))
),
spelled as (
  select name, trim(regexp_replace(replace(strip_accents(name), 'ß', 'ss'), '[^\pL\pN]+', ' ', 'g')) as words
  from names
),
ruled as (
  select spelled.name, min_by(category, place) as category
  from spelled
  join rules on regexp_matches(spelled.words, '(^| )(' || rules.words || ')( |$)')
  group by spelled.name
)
select
  names.name,
  case when own.name is null then ruled.category else nullif(own.category, 'none') end as category,
  own.name is not null as is_own
from names
left join ruled using (name)
left join (select name, any_value(category) as category from own group by name) as own
  on own.name = replace(replace(names.name, ';', ' '), '=', ' ')
