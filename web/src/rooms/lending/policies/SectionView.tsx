import { App, Button, Input, Select, Upload } from 'antd';
import { useMemo } from 'react';
import { policySheet, readPolicySheet } from '../../../api/creditPolicies';
import type { PolicyFinding, PolicyTestRun } from '../../../api/creditPolicyTypes';
import { StateMark } from '../../../shell/StateMark';
import { useFailureNotice } from '../../../shell/useFailureNotice';
import { useT } from '../../../words';
import { applyEdits, bare, editsOf, nodeAt, type Path, type Terms, textOf, word } from '../../securitization/terms/document';
import lending from '../Lending.module.css';
import { hits, sheetsOf, type SheetOf } from './columns';
import { type Section, shown, type Target, targetOf, written } from './policyTree';
import { TextSheet } from './TextSheet';
import styles from './Policies.module.css';

interface Props {
  terms: Terms;
  section: Section;
  findings: readonly PolicyFinding[];
  tests: readonly PolicyTestRun[];
  readOnly: boolean;
  target: Target | null;
  onText: (text: string) => void;
  onUndo: () => void;
}

/** One part of the policy: its own fields, then its lists as sheets. */
export function SectionView({ terms, section, findings, tests, readOnly, target, onText, onUndo }: Props) {
  const t = useT();
  const sheets = useMemo(() => sheetsOf(terms, section, t), [terms, section, t]);
  const set = (path: Path, text: string, isWord = false) => onText(applyEdits(terms.text, editsOf(terms, [{ path, value: text === '' ? null : isWord || !/^(true|false|\d{4}-\d{2}-\d{2})$/.test(text) ? word(text) : bare(text) }])));
  const step = nodeAt(terms.root, section.path);
  const own = (key: string) => shown(nodeAt(step, key.split('.')));
  const input = (key: string, label: string, wide = false) => (
    <div className={wide ? lending['wide'] : undefined}>
      <label className={styles['note']} htmlFor={`policy-${key}`}>{label}</label>
      <Kept id={`policy-${key}`} value={own(key)} readOnly={readOnly} onText={text => set([...section.path, ...key.split('.')], text.trim(), key === 'version')} />
    </div>
  );
  const choice = (key: string, label: string, words: readonly string[]) => (
    <div>
      <label className={styles['note']} htmlFor={`policy-${key}`}>{label}</label>
      <Select id={`policy-${key}`} style={{ width: '100%' }} disabled={readOnly} value={own(key)} options={words.map(one => ({ value: one, label: t.code(key === 'hit' ? 'policyHit' : 'policyWord', one) }))} onChange={next => set([...section.path, key], next, key === 'hit')} />
    </div>
  );
  return (
    <div className={lending['stack']}>
      <div className={lending['grid']}>
        {section.kind === 'general' && <>{input('id', t('policyEdit.code'))}{input('version', t('policyEdit.version'))}{input('zh', t('policyEdit.zh'))}{input('en', t('policyEdit.en'))}{input('effective.from', t('policyEdit.effectiveFrom'))}{input('effective.to', t('policyEdit.effectiveTo'))}{input('source', t('policyEdit.source'), true)}{choice('verified', t('policyEdit.verified'), ['true', 'false'])}{input('change', t('policyEdit.change'))}<div className={lending['wide']}><span className={styles['note']}>{t('policyEdit.parent')} <code translate="no">{own('parent') || '—'}</code></span></div></>}
        {section.path[0] === 'steps' && <>{input('zh', t('policyEdit.zh'))}{input('en', t('policyEdit.en'))}</>}
        {section.kind === 'table' && choice('hit', t('policyEdit.hit'), hits)}
        {section.kind === 'scorecard' && <>{choice('combine', t('policyEdit.combine'), ['weighted', 'sum'])}{input('places', t('policyEdit.places'))}{input('coverage', t('policyEdit.coverage'))}</>}
        {section.kind === 'decision' && <>{input('policy', t('policyEdit.calls'))}{choice('counts', t('policyEdit.counts'), ['true', 'false'])}</>}
      </div>
      {section.kind === 'tests' && tests.some(test => !test.passes) && (
        <ul className={styles['tree']}>
          {tests.filter(test => !test.passes).map(test => <li key={test.id}><StateMark tone="red">{t('policyEdit.fails')}</StateMark> {test.title}{test.differences.map(one => <div key={one.path} className={styles['note']}><code translate="no">{one.path}</code> {t('policyEdit.foundExpected', { found: one.found, expected: one.expected })}</div>)}</li>)}
        </ul>
      )}
      {sheets.map(sheet => <Sheet key={sheet.key} terms={terms} section={section} sheet={sheet} findings={findings} readOnly={readOnly} target={target} onText={onText} onUndo={onUndo} />)}
    </div>
  );
}

function Sheet({ terms, section, sheet, findings, readOnly, target, onText, onUndo }: Omit<Props, 'tests'> & { sheet: SheetOf }) {
  const t = useT();
  const { message } = App.useApp();
  const refused = useFailureNotice();
  const marks = useMemo(() => {
    const made = new Map<string, 'error' | 'warning'>();
    for (const finding of findings.filter(one => one.severity !== 'info')) {
      const at = targetOf(terms.root, finding.path);
      if (at.section !== section.key || at.list !== sheet.key || at.row === null) continue;
      const column = sheet.columns.find(one => one.key === at.column || at.column?.startsWith(`${one.key}.`) === true)?.key ?? '';
      for (const key of [`${at.row}:${column}`, `${at.row}:`]) {
        if (made.get(key) !== 'error') made.set(key, finding.severity === 'error' ? 'error' : 'warning');
      }
    }
    return made;
  }, [terms, findings, section, sheet]);
  const focus = useMemo(() => (target !== null && target.section === section.key && target.list === sheet.key && target.row !== null ? { row: target.row, column: target.column } : null), [target, section.key, sheet.key]);
  const save = async () => {
    try {
      const address = URL.createObjectURL(await policySheet(terms.text, section.id));
      const link = document.createElement('a');
      link.href = address;
      link.download = `${textOf(terms.root, 'id')}-${section.id}.xlsx`;
      link.click();
      URL.revokeObjectURL(address);
    } catch (reason) {
      refused(reason);
    }
  };
  const load = async (file: File) => {
    try {
      const { rows } = await readPolicySheet(file);
      const [names = [], ...lines] = rows;
      const items = lines.filter(line => line.some(cell => cell !== '')).map(line => rowOf(sheet, names, line));
      onText(applyEdits(terms.text, editsOf(terms, [{ path: sheet.path, value: items }])));
      void message.success(t('policyEdit.loaded', { count: items.length }));
    } catch (reason) {
      refused(reason);
    }
  };
  const extra = sheet.exported !== true ? undefined : (
    <>
      <Button size="small" onClick={() => void save()}>{t('policyEdit.export')}</Button>
      {!readOnly && <Upload accept=".xlsx" showUploadList={false} beforeUpload={file => { void load(file); return false; }}><Button size="small">{t('policyEdit.import')}</Button></Upload>}
    </>
  );
  return <TextSheet terms={terms} sheet={sheet} marks={marks} readOnly={readOnly} focus={focus} extra={extra} onText={onText} onUndo={onUndo} />;
}

/** A row of a workbook, by the columns' names; cells the sheet does not have stay open. */
function rowOf(sheet: SheetOf, names: readonly string[], line: readonly string[]) {
  const at = (key: string) => line[names.indexOf(key)] ?? '';
  const cells = (part: 'when' | 'then') => sheet.columns.filter(column => column.key.startsWith(`${part}.`)).map(column => written(at(column.key), 'cell', true) ?? word('-'));
  const plain = (key: string, kind: 'text' | 'list' = 'text') => written(at(key), kind, false) ?? undefined;
  const then = cells('then');
  return { id: plain('id'), when: cells('when'), then: then.length === 0 ? undefined : then, outcome: plain('outcome'), reason: plain('reason', 'list'), note: plain('note') };
}

/** A field whose text is kept when it is left. */
function Kept({ id, value, readOnly, onText }: { id: string; value: string; readOnly: boolean; onText: (text: string) => void }) {
  return <Input key={value} id={id} defaultValue={value} readOnly={readOnly} onPressEnter={event => event.currentTarget.blur()} onBlur={event => { if (event.currentTarget.value !== value) onText(event.currentTarget.value); }} />;
}
