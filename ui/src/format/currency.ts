import type { Language } from './locale.ts';

const names = new Map<Language, Intl.DisplayNames>();

/** A currency's name in a language: "Thai Baht", "บาทไทย"; what `Intl` does not know keeps its given name. */
export function currencyName(code: string, given: string, language: Language): string {
  if (!/^[A-Z]{3}$/.test(code)) return given;
  let made = names.get(language);
  if (!made) names.set(language, (made = new Intl.DisplayNames([language], { type: 'currency', fallback: 'none' })));
  return made.of(code) ?? given;
}

const regions: Readonly<Record<string, string>> = {
  AE: 'AED', AU: 'AUD', BD: 'BDT', BH: 'BHD', BR: 'BRL', CA: 'CAD', CH: 'CHF', CL: 'CLP', CN: 'CNY', CO: 'COP', CZ: 'CZK', DK: 'DKK',
  EG: 'EGP', GB: 'GBP', HK: 'HKD', HU: 'HUF', ID: 'IDR', IL: 'ILS', IN: 'INR', JP: 'JPY', KE: 'KES', KH: 'KHR', KR: 'KRW', KW: 'KWD',
  LA: 'LAK', LK: 'LKR', MA: 'MAD', MM: 'MMK', MX: 'MXN', MY: 'MYR', NG: 'NGN', NO: 'NOK', NP: 'NPR', NZ: 'NZD', PE: 'PEN', PH: 'PHP',
  PK: 'PKR', PL: 'PLN', RO: 'RON', SA: 'SAR', SE: 'SEK', SG: 'SGD', TH: 'THB', TR: 'TRY', TW: 'TWD', UA: 'UAH', US: 'USD', VN: 'VND', ZA: 'ZAR'
};
const euro = new Set('AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' '));

/** The currency that people of a locale most likely count in: THB for `th-TH`. A suggestion, never more. */
export function likelyCurrency(tag: string): string {
  const region = new Intl.Locale(tag).maximize().region ?? '';
  return regions[region] ?? (euro.has(region) ? 'EUR' : 'USD');
}
