export type Language = 'zh' | 'en';

/** One phrase in both languages; `{name}` is a place to fill. */
export type Phrase = readonly [zh: string, en: string];

export type Places = Record<string, string | number>;

export function fill(phrase: Phrase, language: Language, places: Places = {}): string {
  const text = language === 'zh' ? phrase[0] : phrase[1];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = places[name];
    return value === undefined ? whole : String(value);
  });
}
