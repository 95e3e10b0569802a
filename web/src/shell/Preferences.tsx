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

const languages: readonly Language[] = ['zh', 'en'];
const themes: readonly Theme[] = ['light', 'dark'];
const units: readonly MoneyUnit[] = ['wan', 'yuan'];

function preferredTheme(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function useKept<T extends string>(name: string, allowed: readonly T[], first: () => T): [T, (value: T) => void] {
  const [value, setValue] = useState(() => kept(name, allowed) ?? first());
  const keep = (next: T) => {
    localStorage.setItem(`zhirong.${name}`, next);
    setValue(next);
  };
  // What is chosen in one window holds in all of this browser.
  useEffect(() => {
    const follow = (event: StorageEvent) => {
      if (event.key === `zhirong.${name}`) setValue(current => allowed.find(one => one === event.newValue) ?? current);
    };
    window.addEventListener('storage', follow);
    return () => window.removeEventListener('storage', follow);
  }, [name, allowed]);
  return [value, keep];
}

/** Language, theme and money unit of this browser. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useKept('language', languages, () => 'zh');
  const [theme, setTheme] = useKept('theme', themes, preferredTheme);
  const [unit, setUnit] = useKept('unit', units, () => 'wan');
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
