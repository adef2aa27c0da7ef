import alpha3Codes from './iso3166.json' with { type: 'json' };

/** The ISO 3166-1 alpha-3 code that a text is, or means as an alpha-2 or a numeric code; case makes no difference. */
export function alpha3Code(text: string): string | undefined {
  if (/^[a-z]{3}$/i.test(text)) return text.toUpperCase();
  if (!/^([a-z]{2}|\d{3})$/i.test(text)) return undefined;
  // As regions of languages, numeric codes become alpha-2 codes.
  const alpha2 = new Intl.Locale(`und-${text}`).region ?? '';
  return (alpha3Codes as Record<string, string | undefined>)[alpha2];
}
