import { Alert, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { SchemeChecked, SchemeFact, SchemeKind } from '../../../api/policyTypes';
import { DayField } from '../../../shell/DayField';
import { useT } from '../../../words';
import { applyEdits, editsOf, nodeAt, type Terms } from '../../securitization/terms/document';
import lending from '../../lending/Lending.module.css';
import styles from '../../lending/policies/Policies.module.css';
import { shown, written } from '../../lending/policies/policyTree';
import { TextSheet } from '../../lending/policies/TextSheet';
import type { SheetOf } from '../../lending/policies/columns';
import type { Typed } from '../facts';
import { cellOf, sectionOf } from './places';
import { type SchemeField, schemeSections } from './schemeSections';
import own from './Sheets.module.css';
import { TryBeside } from './TryBeside';

interface Props {
  kind: SchemeKind;
  terms: Terms;
  checked: SchemeChecked | undefined;
  facts: readonly SchemeFact[];
  text: string;
  typed: Typed;
  onTyped: (next: Typed) => void;
  /** The part that is shown; empty: the first. */
  part: string;
  onPart: (part: string) => void;
  onText: (text: string) => void;
  onUndo: () => void;
}

type Findings = SchemeChecked['findings'];

/** A scheme's text as fields and sheets, with what is found beside the cells and a case computed beside them. */
export function SchemeSheets({ kind, terms, checked, facts, text, typed, onTyped, part, onPart, onText, onUndo }: Props) {
  const t = useT();
  const sections = useMemo(() => schemeSections(kind, terms.root, facts, t), [kind, terms, facts, t]);
  const findings = useMemo(() => checked?.findings ?? [], [checked]);
  const [tried, setTried] = useState<SchemeChecked['scheme']>(null);
  const [sought, setSought] = useState<string | null>(null);
  const section = sections.find(one => one.key === part) ?? sections[0];
  const scheme = checked?.scheme ?? tried;
  if (checked?.scheme != null && checked.scheme !== tried) setTried(checked.scheme);
  const counts = useMemo(() => {
    const made = new Map<string, number>();
    for (const finding of findings) {
      const key = sectionOf(terms.root, sections, finding.path);
      if (key !== null) made.set(key, (made.get(key) ?? 0) + 1);
    }
    return made;
  }, [terms, sections, findings]);
  if (section === undefined) return null;
  return (
    <>
      <p className={styles['note']} style={{ marginBottom: 10 }}>{t('schemeSheet.note')}</p>
      {findings.length > 0 && (
        <Alert
          style={{ marginBottom: 12 }}
          type="error"
          showIcon
          message={t('schemeSheet.findings')}
          description={<ul className={own['found']}>{findings.map(one => <li key={`${one.code}${one.path}${one.line ?? ''}`}><button type="button" onClick={() => { const key = sectionOf(terms.root, sections, one.path); if (key !== null) onPart(key); setSought(one.path); }}>{t('form.of', { name: one.message, text: '' })}<code translate="no">{one.path}</code> {one.found}</button> <span className={styles['note']}>{t('schemeSheet.expected', { expected: one.expected ?? '' })} {one.code}</span></li>)}</ul>}
        />
      )}
      <div className={styles['desk']}>
        <nav className={styles['sections']} aria-label={t('schemeSheet.parts')}>
          {sections.map(one => (
            <button key={one.key} type="button" aria-current={one.key === section.key} onClick={() => onPart(one.key)}>
              <span>{one.title}</span>
              {(counts.get(one.key) ?? 0) > 0 && <span className={styles['count']} data-severity="error">{counts.get(one.key)}</span>}
            </button>
          ))}
        </nav>
        <div className={lending['stack']}>
          {section.fields.length > 0 && <div className={own['fields']}>{section.fields.map(one => <OneField key={one.path.join('.')} terms={terms} of={one} findings={findings} onText={onText} />)}</div>}
          {section.sheets.map(sheet => <MarkedSheet key={`${section.key}/${sheet.key}`} terms={terms} sheet={sheet} findings={findings} sought={sought} onText={onText} onUndo={onUndo} />)}
        </div>
        {scheme !== null && <TryBeside scheme={scheme} text={text} readable={checked?.readable === true} typed={typed} onTyped={onTyped} />}
      </div>
    </>
  );
}

interface SheetProps {
  terms: Terms;
  sheet: SheetOf;
  findings: Findings;
  sought: string | null;
  onText: (text: string) => void;
  onUndo: () => void;
}

function MarkedSheet({ terms, sheet, findings, sought, onText, onUndo }: SheetProps) {
  const marks = useMemo(() => {
    const made = new Map<string, 'error' | 'warning'>();
    for (const finding of findings) {
      const at = cellOf(terms.root, sheet, finding.path);
      if (at === null || at.row === null) continue;
      for (const column of ['', ...at.columns]) made.set(`${at.row}:${column}`, 'error');
    }
    return made;
  }, [terms, sheet, findings]);
  const focus = useMemo(() => {
    const at = sought === null ? null : cellOf(terms.root, sheet, sought);
    return at === null || at.row === null ? null : { row: at.row, column: at.columns[0] ?? null };
    // Looked up once for what is sought, not again with every letter.
  }, [sought]);
  return <TextSheet terms={terms} sheet={sheet} marks={marks} readOnly={false} focus={focus} onText={onText} onUndo={onUndo} />;
}

/** A field that stands alone, kept when it is left; what is found of it stands under it. */
function OneField({ terms, of, findings, onText }: { terms: Terms; of: SchemeField; findings: Findings; onText: (text: string) => void }) {
  const id = `scheme-field-${of.path.join('-')}`;
  const value = shown(nodeAt(terms.root, of.path));
  const wrong = findings.filter(one => one.path === of.path.join('.'));
  const set = (text: string) => onText(applyEdits(terms.text, editsOf(terms, [{ path: of.path, value: written(text, of.kind, false) }])));
  const choices = of.choices ?? [];
  return (
    <div>
      <label className={styles['note']} htmlFor={id}>{of.label}</label>
      {of.kind === 'date' ? <DayField id={id} value={value} onChange={set} />
        : of.kind === 'choice' ? <Select id={id} allowClear value={value === '' ? null : value} options={(value === '' || choices.includes(value) ? choices : [value, ...choices]).map(one => ({ value: one, label: of.labels?.get(one) ?? one }))} onChange={next => set(next ?? '')} />
          : <Input key={value} id={id} defaultValue={value} status={wrong.length > 0 ? 'error' : ''} onPressEnter={event => event.currentTarget.blur()} onBlur={event => { if (event.currentTarget.value.trim() !== value) set(event.currentTarget.value); }} />}
      {wrong.map(one => <div key={one.code} className={lending['late']}>{one.message} {one.code}</div>)}
    </div>
  );
}
