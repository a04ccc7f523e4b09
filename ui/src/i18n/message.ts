import type { Language } from '#format/locale.ts';

/** Text with `{name}` places, or one text per plural form of `{count}` (`other` always, the rest as the language needs). */
export type Text = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** One message in every language, side by side, so that none can be forgotten. */
export type Message = Record<Language, Text>;

/** The `{name}` places of a text. */
type PlacesIn<T> = T extends string
  ? T extends `${string}{${infer Place}}${infer Rest}`
    ? Place | PlacesIn<Rest>
    : never
  : T extends Record<string, infer Form>
    ? PlacesIn<Form> | 'count'
    : never;

type ParameterOf<Place extends string> = Place extends 'count' ? number : string;

/** The parameters a message needs: `count` is a number and picks the plural form, the others are ready text. */
export type ParametersOf<M extends Message> = {
  [Place in PlacesIn<M['en']> & string]: ParameterOf<Place>;
};

const pluralRules: Partial<Record<Language, Intl.PluralRules>> = {};

/** The text of a message in a language, with its places filled. `number` writes counts. */
export function textOf(
  message: Message,
  language: Language,
  parameters: Readonly<Record<string, string | number>>,
  number: (value: number) => string
): string {
  const text = message[language];
  let form: string;
  if (typeof text === 'string') {
    form = text;
  } else {
    const rules = (pluralRules[language] ??= new Intl.PluralRules(language));
    form = text[rules.select(Number(parameters['count']))] ?? text.other;
  }
  return form.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = parameters[name];
    return value === undefined ? place : typeof value === 'number' ? number(value) : value;
  });
}
