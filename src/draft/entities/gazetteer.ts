import alpha3Codes from '../../model/iso3166.json' with { type: 'json' };
import { nameKey } from '../../model/name-key.ts';

/** A country as a text may name it. */
export interface CountryName {
  iso3166: string;
  name: string;
  form: 'name' | 'alias' | 'adjective' | 'metonym';
}

/** Other names of countries, by ISO 3166-1 alpha-2 code. */
const OTHER_NAMES: Record<string, string> = {
  US: 'U.S.|US|USA|U.S.A.|America|United States of America',
  GB: 'U.K.|UK|Britain|Great Britain|England|Scotland|Wales|Northern Ireland',
  AE: 'U.A.E.|UAE|Emirates',
  CD: 'Congo|DR Congo|Democratic Republic of the Congo|DRC',
  CI: 'Ivory Coast',
  CV: 'Cape Verde',
  CZ: 'Czech Republic',
  KR: 'South Korea|Republic of Korea',
  KP: 'North Korea|DPRK',
  MM: 'Burma|Myanmar',
  NL: 'Holland|the Netherlands',
  PS: 'Palestine|Palestinian Territories|Gaza|West Bank',
  RU: 'Russian Federation|Soviet Union',
  SY: 'Syria',
  SZ: 'Swaziland',
  TR: 'Turkey|Türkiye',
  TW: 'Taiwan',
  VA: 'Vatican|Holy See',
  VN: 'Viet Nam|Vietnam',
  CN: 'PRC|Mainland China',
  BA: 'Bosnia|Bosnia and Herzegovina',
  MK: 'Macedonia|North Macedonia',
  TT: 'Trinidad',
  HK: 'Hong Kong',
  MO: 'Macau',
  TL: 'East Timor',
};

/** Adjectives and demonyms. */
const ADJECTIVES: Record<string, string> = {
  AF: 'Afghan',
  AL: 'Albanian',
  DZ: 'Algerian',
  AO: 'Angolan',
  AR: 'Argentine|Argentinian',
  AM: 'Armenian',
  AU: 'Australian|Aussie',
  AT: 'Austrian',
  AZ: 'Azerbaijani|Azeri',
  BH: 'Bahraini',
  BD: 'Bangladeshi',
  BY: 'Belarusian|Belarussian',
  BE: 'Belgian',
  BO: 'Bolivian',
  BA: 'Bosnian',
  BW: 'Botswanan',
  BR: 'Brazilian',
  BG: 'Bulgarian',
  BF: 'Burkinabe',
  MM: 'Burmese',
  BI: 'Burundian',
  KH: 'Cambodian',
  CM: 'Cameroonian',
  CA: 'Canadian',
  TD: 'Chadian',
  CL: 'Chilean',
  CN: 'Chinese',
  CO: 'Colombian',
  CD: 'Congolese',
  CR: 'Costa Rican',
  HR: 'Croatian|Croat',
  CU: 'Cuban',
  CY: 'Cypriot',
  CZ: 'Czech',
  DK: 'Danish|Dane',
  DO: 'Dominican',
  EC: 'Ecuadorian|Ecuadorean',
  EG: 'Egyptian',
  GB: 'British|Briton|English|Scottish|Welsh',
  ER: 'Eritrean',
  EE: 'Estonian',
  ET: 'Ethiopian',
  FJ: 'Fijian',
  FI: 'Finnish|Finn',
  FR: 'French',
  GE: 'Georgian',
  DE: 'German',
  GH: 'Ghanaian',
  GR: 'Greek',
  GT: 'Guatemalan',
  GN: 'Guinean',
  HT: 'Haitian',
  HN: 'Honduran',
  HU: 'Hungarian',
  IS: 'Icelandic|Icelander',
  IN: 'Indian',
  ID: 'Indonesian',
  IR: 'Iranian',
  IQ: 'Iraqi',
  IE: 'Irish',
  IL: 'Israeli',
  IT: 'Italian',
  JM: 'Jamaican',
  JP: 'Japanese',
  JO: 'Jordanian',
  KZ: 'Kazakh',
  KE: 'Kenyan',
  XK: 'Kosovar',
  KW: 'Kuwaiti',
  KG: 'Kyrgyz',
  LA: 'Laotian',
  LV: 'Latvian',
  LB: 'Lebanese',
  LR: 'Liberian',
  LY: 'Libyan',
  LT: 'Lithuanian',
  MK: 'Macedonian',
  MG: 'Malagasy',
  MY: 'Malaysian',
  ML: 'Malian',
  MT: 'Maltese',
  MX: 'Mexican',
  MD: 'Moldovan',
  MN: 'Mongolian',
  ME: 'Montenegrin',
  MA: 'Moroccan',
  MZ: 'Mozambican',
  NA: 'Namibian',
  NP: 'Nepalese|Nepali',
  NL: 'Dutch',
  NZ: 'New Zealander',
  NI: 'Nicaraguan',
  NE: 'Nigerien',
  NG: 'Nigerian',
  KP: 'North Korean',
  NO: 'Norwegian',
  OM: 'Omani',
  PK: 'Pakistani',
  PS: 'Palestinian',
  PA: 'Panamanian',
  PY: 'Paraguayan',
  PE: 'Peruvian',
  PH: 'Filipino|Philippine',
  PL: 'Polish|Pole',
  PT: 'Portuguese',
  QA: 'Qatari',
  RO: 'Romanian',
  RU: 'Russian|Soviet',
  RW: 'Rwandan',
  SA: 'Saudi|Saudi Arabian',
  SN: 'Senegalese',
  RS: 'Serbian|Serb',
  SL: 'Sierra Leonean',
  SG: 'Singaporean',
  SK: 'Slovak',
  SI: 'Slovenian|Slovene',
  SO: 'Somali',
  ZA: 'South African',
  KR: 'South Korean',
  SS: 'South Sudanese',
  ES: 'Spanish|Spaniard',
  LK: 'Sri Lankan',
  SD: 'Sudanese',
  SE: 'Swedish|Swede',
  CH: 'Swiss',
  SY: 'Syrian',
  TW: 'Taiwanese',
  TJ: 'Tajik',
  TZ: 'Tanzanian',
  TH: 'Thai',
  TG: 'Togolese',
  TN: 'Tunisian',
  TR: 'Turkish|Turk',
  TM: 'Turkmen',
  UG: 'Ugandan',
  UA: 'Ukrainian',
  AE: 'Emirati',
  US: 'American',
  UY: 'Uruguayan',
  UZ: 'Uzbek',
  VE: 'Venezuelan',
  VN: 'Vietnamese',
  YE: 'Yemeni',
  ZM: 'Zambian',
  ZW: 'Zimbabwean',
};

/** Seats of governments: cities, and names of these governments. */
const CAPITALS: Record<string, string> = {
  AF: 'Kabul',
  DZ: 'Algiers',
  AR: 'Buenos Aires',
  AM: 'Yerevan',
  AU: 'Canberra',
  AT: 'Vienna',
  AZ: 'Baku',
  BD: 'Dhaka',
  BY: 'Minsk',
  BE: 'Brussels',
  BO: 'La Paz',
  BR: 'Brasilia',
  BG: 'Sofia',
  KH: 'Phnom Penh',
  CA: 'Ottawa',
  CL: 'Santiago',
  CN: 'Beijing',
  CO: 'Bogota',
  CD: 'Kinshasa',
  HR: 'Zagreb',
  CU: 'Havana',
  CY: 'Nicosia',
  CZ: 'Prague',
  DK: 'Copenhagen',
  EC: 'Quito',
  EG: 'Cairo',
  GB: 'London',
  ET: 'Addis Ababa',
  FI: 'Helsinki',
  FR: 'Paris',
  GE: 'Tbilisi',
  DE: 'Berlin',
  GH: 'Accra',
  GR: 'Athens',
  HU: 'Budapest',
  IN: 'New Delhi|Delhi',
  ID: 'Jakarta',
  IR: 'Tehran',
  IQ: 'Baghdad',
  IE: 'Dublin',
  IL: 'Jerusalem',
  IT: 'Rome',
  JP: 'Tokyo',
  JO: 'Amman',
  KE: 'Nairobi',
  KP: 'Pyongyang',
  KR: 'Seoul',
  LB: 'Beirut',
  LY: 'Tripoli',
  MY: 'Kuala Lumpur',
  MX: 'Mexico City',
  MA: 'Rabat',
  MM: 'Naypyidaw',
  NP: 'Kathmandu',
  NL: 'The Hague|Amsterdam',
  NZ: 'Wellington',
  NG: 'Abuja',
  NO: 'Oslo',
  PK: 'Islamabad',
  PE: 'Lima',
  PH: 'Manila',
  PL: 'Warsaw',
  PT: 'Lisbon',
  QA: 'Doha',
  RO: 'Bucharest',
  RU: 'Moscow|Kremlin',
  SA: 'Riyadh',
  RS: 'Belgrade',
  SO: 'Mogadishu',
  ZA: 'Pretoria',
  ES: 'Madrid',
  LK: 'Colombo',
  SD: 'Khartoum',
  SE: 'Stockholm',
  CH: 'Bern',
  SY: 'Damascus',
  TW: 'Taipei',
  TH: 'Bangkok',
  TN: 'Tunis',
  TR: 'Ankara',
  UG: 'Kampala',
  UA: 'Kyiv|Kiev',
  AE: 'Abu Dhabi',
  US: 'Washington',
  UY: 'Montevideo',
  VE: 'Caracas',
  VN: 'Hanoi',
  YE: 'Sanaa',
  ZW: 'Harare',
};

const PLACES =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming|Washington D.C.|District of Columbia|Ontario|Quebec|British Columbia|Alberta|New South Wales|Queensland|Bavaria|Catalonia|Crimea|Punjab|Kashmir|Sindh|Balochistan|Kurdistan|Chechnya|Donbas|Xinjiang|Tibet|Darfur|Helmand|Kandahar|Mosul|Aleppo|Idlib|Fallujah|Basra|Africa|Asia|Europe|Middle East|South Asia|Southeast Asia|Central Asia|East Asia|North Africa|West Africa|Latin America|North America|South America|Central America|Western Europe|Eastern Europe|Balkans|Caribbean|Persian Gulf|Gulf|South China Sea|Mediterranean|Atlantic|Pacific|Arctic|Antarctica|Asia-Pacific|New England|Midwest|Manhattan|Brooklyn|Queens|Bronx|Hollywood|Silicon Valley|San Francisco|San Diego|San Jose|Seattle|Boston|Philadelphia|Houston|Dallas|Austin|Miami|Atlanta|Baltimore|Cleveland|Cincinnati|Pittsburgh|St. Louis|Kansas City|Minneapolis|Milwaukee|Las Vegas|Orlando|Tampa|Charlotte|Charleston|Nashville|Memphis|New Orleans|Portland|Sacramento|Oakland|Long Beach|Cupertino|Everett|Redmond|Palo Alto|Mountain View|Birmingham|Manchester|Liverpool|Glasgow|Edinburgh|Belfast|Cardiff|Munich|Frankfurt|Hamburg|Cologne|Geneva|Zurich|Milan|Naples|Barcelona|Mumbai|Karachi|Lahore|Peshawar|Kolkata|Bangalore|Chennai|Shanghai|Guangzhou|Shenzhen|Osaka|Sydney|Melbourne|Perth|Brisbane|Toronto|Montreal|Vancouver|Calgary|Rio de Janeiro|Sao Paulo|Tel Aviv|Dubai|Istanbul|St. Petersburg|Toulouse|Lyon|Marseille|Bonn|Strasbourg|Kansas';

/** Adjectives of regions that are no countries. */
const REGIONS: Record<string, string | undefined> = {
  'South Asian': 'South Asia',
  'Southeast Asian': 'Southeast Asia',
  'Central Asian': 'Central Asia',
  'East Asian': 'East Asia',
  Asian: 'Asia',
  European: 'Europe',
  'Eastern European': 'Eastern Europe',
  African: 'Africa',
  'North African': 'North Africa',
  'West African': 'West Africa',
  'Latin American': 'Latin America',
  'Central American': 'Central America',
  'Middle Eastern': 'Middle East',
  Caribbean: 'Caribbean',
  Balkan: 'Balkans',
};

/** The region that an adjective means; undefined where it means none. */
export const regionOfAdjective = (words: string): string | undefined => REGIONS[words];

/** Cities of the time zone database, which are large ones of each country. */
const zoneCities = (): string[] =>
  Intl.supportedValuesOf('timeZone')
    .filter((zone) => /^(Africa|America|Asia|Europe|Australia|Pacific)\//.test(zone))
    .map((zone) => zone.split('/').at(-1)!.replaceAll('_', ' '))
    .filter((name) => /^\p{Lu}/u.test(name) && !/^(GMT|UTC|Center|East|West|North|South|Central)/.test(name));

const split = (names: string) => names.split('|');

const tables = { countries: new Map<string, CountryName>(), places: new Set<string>() };

function fill(): void {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  const add = (alpha2: string, name: string, form: CountryName['form']) => {
    const iso3166 = (alpha3Codes as Record<string, string | undefined>)[alpha2];
    if (iso3166 !== undefined && !tables.countries.has(name))
      tables.countries.set(name, { iso3166, name: names.of(alpha2)!, form });
  };
  for (const alpha2 of Object.keys(alpha3Codes))
    add(alpha2, names.of(alpha2)!.replace(/ \([^()]*\)$/, ''), 'name');
  for (const [alpha2, others] of Object.entries(OTHER_NAMES))
    for (const name of split(others)) add(alpha2, name, 'alias');
  for (const [alpha2, words] of Object.entries(ADJECTIVES))
    for (const word of split(words)) add(alpha2, word, 'adjective');
  for (const [alpha2, cities] of Object.entries(CAPITALS))
    for (const city of split(cities)) add(alpha2, city, 'metonym');
  for (const name of [...split(PLACES), ...zoneCities()]) tables.places.add(name);
}

/** The country that words name, in the spelling of the text; an adjective may be plural. */
export function countryNamed(words: string): CountryName | undefined {
  if (tables.countries.size === 0) fill();
  const name = words.replace(/^the /i, '');
  const { countries } = tables;
  const found = countries.get(name) ?? countries.get(name.replace(/s$/, ''));
  return found !== undefined && (countries.has(name) || found.form === 'adjective') ? found : undefined;
}

/** Whether words name a place that is no country. */
export function isPlaceName(words: string): boolean {
  if (tables.countries.size === 0) fill();
  return tables.places.has(words.replace(/^the /i, ''));
}

/** The id of an entity that a draft describes: its name as a slug. */
export const slugOf = (name: string): string =>
  nameKey(name)
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
    .replace(/-$/, '');
