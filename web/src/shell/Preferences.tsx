import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { speak } from '../api/client';
import type { MoneyUnit } from '../format';
import { LanguageContext, type Language } from '../words';
import { applyPalette, palettes, type Palette, type Theme } from './palette';

interface Preferences {
  language: Language;
  theme: Theme;
  palette: Palette;
  unit: MoneyUnit;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
  setUnit(unit: MoneyUnit): void;
}

const Context = createContext<Preferences | null>(null);

function kept<T extends string>(name: string, allowed: readonly T[]): T | null {
  const value = localStorage.getItem(`zhirong.${name}`);
  return allowed.find(one => one === value) ?? null;
}

function preferredTheme(): Theme {
  return kept<Theme>('theme', ['light', 'dark']) ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}

function useKept<T extends string>(name: string, first: () => T): [T, (value: T) => void] {
  const [value, setValue] = useState(first);
  const keep = (next: T) => {
    localStorage.setItem(`zhirong.${name}`, next);
    setValue(next);
  };
  return [value, keep];
}

/** Language, theme and money unit of this browser. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useKept<Language>('language', () => kept<Language>('language', ['zh', 'en']) ?? 'zh');
  const [theme, setTheme] = useKept<Theme>('theme', preferredTheme);
  const [unit, setUnit] = useKept<MoneyUnit>('unit', () => kept<MoneyUnit>('unit', ['wan', 'yuan']) ?? 'wan');
  const tag = language === 'zh' ? 'zh-CN' : 'en';
  speak(tag);

  useEffect(() => applyPalette(theme), [theme]);
  useEffect(() => {
    document.documentElement.lang = tag;
  }, [tag]);

  const value = useMemo(
    () => ({ language, theme, palette: palettes[theme], unit, setLanguage, setTheme, setUnit }),
    [language, theme, unit],
  );
  return (
    <Context.Provider value={value}>
      <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>
    </Context.Provider>
  );
}

export function usePreferences(): Preferences {
  const value = useContext(Context);
  if (value === null) throw new Error('usePreferences outside PreferencesProvider');
  return value;
}
