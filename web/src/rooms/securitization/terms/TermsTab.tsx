import { Button, Segmented, Skeleton } from 'antd';
import { type KeyboardEvent, lazy, Suspense, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Calculation, Finding, Origin } from '../../../api/types';
import { useLanguage, useT } from '../../../words';
import { TermsReader } from './document';
import { sections } from './fields/catalogue';
import { type Draft, marksOf } from './grid/marks';
import type { Outcome } from './grid/model';
import { namingOf } from './naming';
import { OriginDialog } from './origins/OriginDialog';
import { enteredOver, mergedOrigins, recordedOrigins, withOrigin, withoutOrigin } from './origins/origins';
import { SectionList } from './SectionList';
import { SectionView } from './SectionView';
import styles from './TermsTab.module.css';
import { useTextHistory } from './useTextHistory';

const YamlEditor = lazy(() => import('./yaml/YamlEditor'));

interface Props {
  /** The deal as YAML, `ipabs/v1`. */
  text: string;
  onText(text: string): void;
  findings: readonly Finding[];
  origins: readonly Origin[];
  calculation: Calculation | null;
}

/** A deal's terms, edited as tables or as text: two views of one file. */
export function TermsTab({ text, onText, findings, origins, calculation }: Props) {
  const t = useT();
  const language = useLanguage();
  const [params, setParams] = useSearchParams();
  const [reader] = useState(() => new TermsReader());
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const [marked, setMarked] = useState<string | null>(null);
  const [target, setTarget] = useState<{ line: number; column: number } | null>(null);
  const history = useTextHistory(text, onText);
  const parsed = useMemo(() => reader.read(text), [reader, text]);
  const terms = 'terms' in parsed ? parsed.terms : reader.newest;
  const broken = 'broken' in parsed ? parsed.broken : null;
  const isReadOnly = broken !== null;
  const part = params.get('part') ?? 'basics';
  const section = sections.find((one) => one.id === part) ?? sections[0];
  const known = useMemo(() => mergedOrigins(origins, terms ? recordedOrigins(terms) : []), [origins, terms]);
  const marks = useMemo(() => marksOf(findings, drafts, known), [findings, drafts, known]);
  const naming = useMemo(() => (terms ? namingOf(terms.root, t, language) : null), [terms, t, language]);

  const show = (next: string) => {
    setParams((old) => {
      const changed = new URLSearchParams(old);
      changed.set('part', next);
      return changed;
    }, { replace: true });
  };
  const onOutcome = (outcome: Outcome) => {
    const next = new Map(drafts);
    for (const path of outcome.written) next.delete(path);
    for (const { path, found, why } of outcome.refused) next.set(path, { found, why });
    setDrafts(next);
    let after = outcome.text;
    for (const origin of enteredOver(outcome.written, marks.originAt, today())) {
      const read = reader.read(after);
      if ('terms' in read) after = withOrigin(read.terms, origin);
    }
    if (after !== text) onText(after);
  };
  /** Refused texts belong to their rows; when rows move they are given up. */
  const onRows = (next: string, list: string) => {
    setDrafts(new Map([...drafts].filter(([path]) => !path.startsWith(`${list}.`))));
    onText(next);
  };
  const step = (isBack: boolean) => {
    setDrafts(new Map());
    if (isBack) history.undo();
    else history.redo();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
    const { target, currentTarget } = event;
    const isOutside = !(target instanceof Node) || !currentTarget.contains(target);
    if (isOutside || (target instanceof HTMLInputElement && target.value !== '')) return;
    event.preventDefault();
    step(key === 'z' && !event.shiftKey);
  };
  const goToText = (line: number, column: number) => {
    setTarget({ line, column });
    show('yaml');
  };

  const counts = `${t('terms.findings.count', {
    errors: findings.filter((finding) => finding.severity === 'error').length + drafts.size,
    warnings: findings.filter((finding) => finding.severity === 'warning').length,
  })}`;
  return (
    <div className={styles['tab']} onKeyDown={onKeyDown}>
      <div className={styles['bar']}>
        <Segmented
          aria-label={t('terms.view')}
          value={part === 'yaml' ? 'yaml' : 'tables'}
          options={[{ value: 'tables', label: t('terms.view.tables') }, { value: 'yaml', label: t('terms.view.yaml') }]}
          onChange={(view) => show(view === 'yaml' ? 'yaml' : 'basics')}
        />
        <Button size="small" disabled={!history.canUndo} onClick={() => step(true)}>{t('terms.undo')}</Button>
        <Button size="small" disabled={!history.canRedo} onClick={() => step(false)}>{t('terms.redo')}</Button>
        <span className={styles['counts']} role="status">{counts}</span>
      </div>
      {part === 'yaml' && (
        <Suspense fallback={<Skeleton active paragraph={{ rows: 12 }} />}>
          <YamlEditor text={text} onText={onText} findings={findings} broken={broken} target={target} />
        </Suspense>
      )}
      {part !== 'yaml' && broken && (
        <div className={styles['broken']} role="alert">
          <span>{t(terms ? 'terms.broken' : 'terms.broken.none', { line: broken.line, column: broken.column })}</span>
          <Button size="small" onClick={() => goToText(broken.line, broken.column)}>{t('terms.broken.open')}</Button>
        </div>
      )}
      {part !== 'yaml' && terms && naming && section && (
        <div className={styles['parts']}>
          <SectionList current={section.id} findings={findings} drafts={drafts} onShow={show} />
          <SectionView
            key={section.id}
            section={section}
            terms={terms}
            naming={naming}
            marks={marks}
            findings={findings}
            drafts={drafts}
            calculation={calculation}
            isReadOnly={isReadOnly}
            onOutcome={onOutcome}
            onRows={onRows}
            onOrigin={setMarked}
            onGoToText={goToText}
          />
        </div>
      )}
      {marked !== null && terms && !isReadOnly && (
        <OriginDialog
          path={marked}
          origin={marks.originAt(marked)}
          isRecorded={(path) => recordedOrigins(terms).some((origin) => origin.path === path)}
          onSave={(origin) => {
            onText(withOrigin(terms, origin));
            setMarked(null);
          }}
          onClear={(path) => {
            onText(withoutOrigin(terms, path));
            setMarked(null);
          }}
          onClose={() => setMarked(null)}
        />
      )}
    </div>
  );
}

/** The business day, in Beijing. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
