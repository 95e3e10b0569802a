/** The colours of one theme; written to the page as `--z-…` and handed to Ant Design and the charts. */
export interface Palette {
  accent: string;
  /** Accent as text or link on the page's ground. */
  accentText: string;
  accentSoft: string;
  ground: string;
  surface: string;
  raised: string;
  line: string;
  text: string;
  textSoft: string;
  grey: string;
  blue: string;
  amber: string;
  red: string;
  green: string;
  amberSoft: string;
  redSoft: string;
  greenSoft: string;
  blueSoft: string;
  /** Senior dark to subordinate light, then the rest; charts take them in order. */
  series: readonly string[];
}

export type Theme = 'light' | 'dark';

export const palettes: Record<Theme, Palette> = {
  light: {
    accent: '#1d4a86',
    accentText: '#1d4a86',
    accentSoft: '#e8eff9',
    ground: '#f4f6f9',
    surface: '#ffffff',
    raised: '#fafbfd',
    line: '#dfe4ec',
    text: '#1b2431',
    textSoft: '#566275',
    grey: '#5f6b7d',
    blue: '#1f5fb0',
    amber: '#8a5a00',
    red: '#b3261e',
    green: '#1f7040',
    amberSoft: '#fff4dc',
    redSoft: '#fdecea',
    greenSoft: '#e6f4ea',
    blueSoft: '#e6effb',
    series: ['#163a6b', '#3f76bd', '#8fb6e3', '#c2773a', '#6f7f95', '#3d8f6a'],
  },
  dark: {
    accent: '#2f66b3',
    accentText: '#8db8f2',
    accentSoft: '#1c2f4a',
    ground: '#10151d',
    surface: '#18202b',
    raised: '#1d2733',
    line: '#2f3b4b',
    text: '#e4e9f0',
    textSoft: '#a5b1c2',
    grey: '#a5b1c2',
    blue: '#8db8f2',
    amber: '#e6b450',
    red: '#ff8f86',
    green: '#7fcf9b',
    amberSoft: '#3a2f14',
    redSoft: '#42201e',
    greenSoft: '#18351f',
    blueSoft: '#1c2f4a',
    series: ['#3f76bd', '#7fa9dd', '#b9d2f2', '#d79a62', '#94a3b8', '#6cc198'],
  },
};

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}

/** Makes the palette readable by style sheets and drawings. */
export function applyPalette(theme: Theme): void {
  const root = document.documentElement;
  root.dataset['theme'] = theme;
  root.style.colorScheme = theme;
  for (const [name, value] of Object.entries(palettes[theme])) {
    if (typeof value === 'string') root.style.setProperty(`--z-${kebab(name)}`, value);
    else (value as readonly string[]).forEach((colour, index) => root.style.setProperty(`--z-series-${index + 1}`, colour));
  }
}
