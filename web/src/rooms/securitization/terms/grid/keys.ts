/** What a key does in the grid. */
export type Action =
  | { readonly do: 'move'; readonly by: readonly [rows: number, columns: number] }
  | { readonly do: 'jump'; readonly row?: number | 'end'; readonly column?: number | 'end' }
  | { readonly do: 'page' | 'tab'; readonly by: 1 | -1 }
  | { readonly do: 'edit' | 'cancel' | 'clear' | 'all' };

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Null: the key is not ours. While an old text is being edited the arrows move inside it. */
export function actionOf(pressed: Pressed, isEditing: boolean, isFresh: boolean): Action | null {
  const { key } = pressed;
  const isControl = pressed.ctrlKey || pressed.metaKey;
  if (key === 'Tab') return { do: 'tab', by: pressed.shiftKey ? -1 : 1 };
  if (key === 'Enter' && !pressed.altKey) return { do: 'move', by: [pressed.shiftKey ? -1 : 1, 0] };
  if (key === 'Escape') return isEditing ? { do: 'cancel' } : null;
  const arrow = arrows[key];
  if (isEditing) return arrow && isFresh && !isControl ? { do: 'move', by: arrow } : null;
  if (key === 'F2' || (key === 'ArrowDown' && pressed.altKey)) return { do: 'edit' };
  if (arrow && isControl) return { do: 'jump', ...(arrow[0] !== 0 ? { row: arrow[0] < 0 ? 0 : 'end' } : { column: arrow[1] < 0 ? 0 : 'end' }) };
  if (arrow) return { do: 'move', by: arrow };
  switch (key) {
    case 'Home': return { do: 'jump', column: 0, ...(isControl ? { row: 0 } : {}) };
    case 'End': return { do: 'jump', column: 'end', ...(isControl ? { row: 'end' } : {}) };
    case 'PageUp': return { do: 'page', by: -1 };
    case 'PageDown': return { do: 'page', by: 1 };
    case 'Delete':
    case 'Backspace': return { do: 'clear' };
    case 'a': return isControl ? { do: 'all' } : null;
    default: return null;
  }
}
