import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { Finding } from '../../../../api/types';
import { usePreferences } from '../../../../shell/Preferences';
import { useLanguage, useT } from '../../../../words';
import { type Broken, difference } from '../document';
import { FindingsList, listedFinding } from '../grid/FindingsList';
import { diagnosticsOf, offsetOf } from './diagnostics';
import { chinese } from './phrases';
import { dress, highlight } from './theme';

interface Props {
  text: string;
  onText(text: string): void;
  findings: readonly Finding[];
  broken: Broken | null;
  /** Where to go when the editor opens. */
  target: { line: number; column: number } | null;
  /** What the text is; left out: a deal's. */
  label?: string;
}

/** The deal as text. Undo belongs to the page, which keeps one history for tables and text. */
export default function YamlEditor({ text, onText, findings, broken, target, label }: Props) {
  const t = useT();
  const language = useLanguage();
  const { theme } = usePreferences();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const told = useRef(onText);
  const dressed = useRef(new Compartment());
  const spoken = useRef(new Compartment());
  useEffect(() => {
    told.current = onText;
  });

  useEffect(() => {
    if (!host.current) return;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(), foldGutter(), lintGutter(), highlightActiveLine(), highlightActiveLineGutter(), drawSelection(), indentOnInput(), bracketMatching(),
          highlightSelectionMatches(), search({ top: true }), yaml(), indentUnit.of('  '), syntaxHighlighting(highlight), EditorView.lineWrapping,
          keymap.of([...searchKeymap, ...lintKeymap, ...foldKeymap, ...defaultKeymap, indentWithTab]),
          dressed.current.of(dress(theme)),
          spoken.current.of(EditorState.phrases.of(language === 'zh' ? chinese : {})),
          EditorView.contentAttributes.of({ 'aria-label': label ?? t('terms.yaml.label') }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !update.transactions.some((one) => one.isUserEvent('page'))) told.current(update.state.doc.toString());
          }),
        ],
      }),
    });
    editor.scrollDOM.tabIndex = 0;
    view.current = editor;
    return () => editor.destroy();
    // The editor lives as long as the page shows it; what changes later is handed in by the effects below.
  }, []);

  useEffect(() => {
    view.current?.dispatch({ effects: [dressed.current.reconfigure(dress(theme)), spoken.current.reconfigure(EditorState.phrases.of(language === 'zh' ? chinese : {}))] });
  }, [theme, language]);
  useEffect(() => {
    const editor = view.current;
    const shown = editor?.state.doc.toString();
    if (!editor || shown === undefined || shown === text) return;
    const [from, to, end] = difference(shown, text);
    editor.dispatch({ changes: { from, to, insert: text.slice(from, end) }, selection: { anchor: end }, userEvent: 'page', scrollIntoView: true });
  }, [text]);
  useEffect(() => {
    const editor = view.current;
    if (editor) editor.dispatch(setDiagnostics(editor.state, diagnosticsOf(editor.state.doc, findings, broken)));
  }, [findings, broken]);
  useEffect(() => {
    if (target) go(target.line, target.column);
  }, [target]);

  const go = (line: number, column: number) => {
    const editor = view.current;
    if (!editor) return;
    const at = offsetOf(editor.state.doc, line, column);
    editor.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
    editor.focus();
  };
  const placed = findings.map((finding) => listedFinding(finding, finding.line ? t('terms.line', { line: finding.line }) : finding.path));
  return (
    <div>
      <div style={{ marginBottom: 6 }}>
        <Button size="small" onClick={() => view.current && openSearchPanel(view.current)}>{t('terms.yaml.search')}</Button>
      </div>
      <div ref={host} />
      <FindingsList
        items={placed}
        onGo={(path) => {
          const finding = findings.find((one) => one.path === path);
          go(finding?.line ?? 1, finding?.column ?? 1);
        }}
      />
    </div>
  );
}
