import { HighlightStyle } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Theme } from '../../../../shell/palette';

/** Keys, values and remarks in the palette of the page; the variables follow its theme. */
export const highlight = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--z-accent-text)' },
  { tag: [tags.string, tags.special(tags.string), tags.content], color: 'var(--z-text)' },
  { tag: tags.comment, color: 'var(--z-text-soft)', fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: 'var(--z-grey)' },
  { tag: [tags.keyword, tags.meta], color: 'var(--z-amber)' },
]);

export function dress(theme: Theme): Extension {
  return EditorView.theme(
    {
      '&': { border: '1px solid var(--z-line)', borderRadius: '4px', backgroundColor: 'var(--z-surface)', color: 'var(--z-text)', fontSize: '13px', maxHeight: '66vh' },
      '&.cm-focused': { outline: '2px solid var(--z-accent-text)' },
      '.cm-scroller': { fontFamily: '"JetBrains Mono", "Sarasa Mono SC", "Noto Sans Mono CJK SC", ui-monospace, Consolas, monospace', lineHeight: '1.6', overflow: 'auto' },
      '.cm-content': { caretColor: 'var(--z-text)' },
      '.cm-cursor': { borderLeftColor: 'var(--z-text)' },
      '.cm-gutters': { backgroundColor: 'var(--z-raised)', color: 'var(--z-text-soft)', borderRight: '1px solid var(--z-line)' },
      '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--z-accent-soft) 55%, transparent)' },
      '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--z-accent-soft)' },
      '.cm-panels': { backgroundColor: 'var(--z-raised)', color: 'var(--z-text)', borderColor: 'var(--z-line)' },
      '.cm-panel.cm-search input, .cm-panel.cm-search button, .cm-panel.cm-search label': { fontSize: '13px' },
      '.cm-textfield': { backgroundColor: 'var(--z-surface)', color: 'var(--z-text)', border: '1px solid var(--z-line)' },
      '.cm-button': { backgroundImage: 'none', backgroundColor: 'var(--z-surface)', color: 'var(--z-text)', border: '1px solid var(--z-line)' },
      '.cm-tooltip': { backgroundColor: 'var(--z-surface)', color: 'var(--z-text)', border: '1px solid var(--z-line)' },
      '.cm-foldPlaceholder': { backgroundColor: 'var(--z-raised)', color: 'var(--z-text-soft)', borderColor: 'var(--z-line)' },
    },
    { dark: theme === 'dark' },
  );
}
