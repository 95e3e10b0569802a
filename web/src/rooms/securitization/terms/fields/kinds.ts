import type { MapNode, Node } from '../document';

/** What a cell may hold, and so how it is read, shown and edited. */
export type Kind =
  | { readonly of: 'text' | 'name' | 'money' | 'rate' | 'number' | 'date' | 'whole' | 'flag' | 'tenor' | 'periodRate' | 'limit' | 'condition' | 'dates' }
  | { readonly of: 'id'; readonly inConditions: boolean }
  | ChoiceKind
  | ChoicesKind
  | { readonly of: 'numbers'; readonly money: boolean };

/** One of the file's words; `open`: other words are allowed too. */
export interface ChoiceKind {
  readonly of: 'choice';
  readonly area: string;
  readonly words: readonly string[];
  readonly open?: boolean;
}

/** Several of the names this deal knows, in order. */
export interface ChoicesKind {
  readonly of: 'choices';
  readonly area: string;
  readonly known: (root: MapNode, item: Node | null) => readonly string[];
  readonly open?: boolean;
  /** How one single name is written: alone or as a list of one. */
  readonly alone?: boolean;
}

export const text: Kind = { of: 'text' };
export const money: Kind = { of: 'money' };
export const rate: Kind = { of: 'rate' };
export const date: Kind = { of: 'date' };
export const whole: Kind = { of: 'whole' };
export const flag: Kind = { of: 'flag' };

export function choice(area: string, words: readonly string[], open = false): ChoiceKind {
  return { of: 'choice', area, words, open };
}

export function choices(area: string, known: ChoicesKind['known'] | readonly string[], options: { open?: boolean; alone?: boolean } = {}): ChoicesKind {
  return { of: 'choices', area, known: typeof known === 'function' ? known : () => known, ...options };
}

export function isRightAligned(kind: Kind | null): boolean {
  return kind !== null && ['money', 'rate', 'number', 'whole', 'limit'].includes(kind.of);
}
