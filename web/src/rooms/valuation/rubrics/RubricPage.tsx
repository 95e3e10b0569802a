import { FileProtectOutlined } from '@ant-design/icons';
import { Alert, Button, Popconfirm, Tabs } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useExaminedRubric, useRubric } from '../../../api/scores';
import type { RubricDetail } from '../../../api/scoreTypes';
import { formatDate, formatPercent } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { capital } from '../../assets/capital';
import { Figures } from '../../payments/Figures';
import { readTerms, textOf } from '../../securitization/terms/document';
import { useTextHistory } from '../../securitization/terms/useTextHistory';
import { today } from '../../today';
import styles from '../Valuation.module.css';
import { begun, useRubricDraft } from './draft';
import { RubricDiff } from './RubricDiff';
import { RubricEdit } from './RubricEdit';
import { RubricFindings } from './RubricFindings';
import { RubricRescore } from './RubricRescore';
import desk from './Rubrics.module.css';
import { RubricSubmit } from './RubricSubmit';
import { RubricStock } from './RubricStock';
import { RubricText } from './RubricText';
import { RubricVersions } from './RubricVersions';
import { RubricView } from './RubricView';

const tabs = ['view', 'edit', 'text', 'diff', 'rescore', 'versions'] as const;

/** A rubric as it reads, the draft of its next text, and its versions. */
export default function RubricPage() {
  const t = useT();
  const { code = '' } = useParams();
  const found = useRubric(code);
  if (found.data === undefined) {
    return found.isError ? (
      <>
        <Link to="/rubrics">← {t('rubrics.title')}</Link>
        <Failure reason={found.error} onRetry={() => void found.refetch()} />
      </>
    ) : (
      <PageSkeleton rows={12} />
    );
  }
  return <Opened key={code} rubric={found.data} />;
}

function Opened({ rubric }: { rubric: RubricDetail }) {
  const t = useT();
  const navigate = useNavigate();
  const { tab = '' } = useParams();
  const may = useMay('valuation.rubric.save');
  const { row } = rubric;
  const path = `/rubrics/${encodeURIComponent(row.code)}`;
  const [draft, keep] = useRubricDraft(row.code);
  const newest = useRubric(row.code, row.newest);
  const text = draft?.text ?? rubric.text;
  const asked = useSettled(text, 350);
  const examined = useExaminedRubric(row.code, draft === null ? '' : asked);
  const history = useTextHistory(text, next => draft !== null && keep({ ...draft, text: next }));
  const [sending, setSending] = useState(false);
  const read = useMemo(() => readTerms(text), [text]);
  const terms = 'terms' in read ? read.terms : null;
  const working = examined.isPlaceholderData || asked !== text;
  const used = rubric.versions.map(version => version.version);
  const go = (next: string) => void navigate(next === 'view' ? path : `${path}/${next}`);
  const put = (next: string) => {
    if (draft !== null && next !== text) keep({ ...draft, text: next });
  };
  const begin = () => {
    if (newest.data === undefined) return;
    keep({ from: row.newest, text: begun(newest.data.text, used, today()) });
    go('edit');
  };
  const stale = draft !== null && draft.from !== row.newest;
  const actions = (
    <>
      {draft !== null && (
        <>
          <Button disabled={!history.canUndo} onClick={history.undo}>{t('rubricEdit.undo')}</Button>
          <Button disabled={!history.canRedo} onClick={history.redo}>{t('rubricEdit.redo')}</Button>
          <Popconfirm title={t('rubricEdit.discardAsk')} okText={t('draft.discard')} cancelText={t('shell.cancel')} onConfirm={() => { keep(null); go('view'); }}><Button danger>{t('draft.discard')}</Button></Popconfirm>
          {may && <Button type="primary" disabled={working || stale || examined.data?.passes !== true || terms === null} onClick={() => setSending(true)}>{t('rubrics.save')}</Button>}
        </>
      )}
      <Link to="/evidence?kind=rubric"><Button icon={<FileProtectOutlined />}>{t('book.evidence')}</Button></Link>
      {draft === null && may && <Button type="primary" disabled={newest.data === undefined} onClick={begin}>{t('rubricEdit.begin')}</Button>}
    </>
  );
  const none = <Nothing>{t('rubricEdit.noDraft')}</Nothing>;
  const current = tabs.find(name => name === tab) ?? 'view';
  const shown = {
    view: () => <RubricView rubric={rubric} />,
    edit: () => (draft === null ? none : (
      <div className={desk['desk']}>
        {terms === null ? <Alert type="error" showIcon message={t('rubricEdit.broken')} action={<Button size="small" onClick={() => go('text')}>{t('rubrics.tab.text')}</Button>} /> : <RubricEdit terms={terms} examined={examined.data} onText={put} />}
        {examined.isError ? <Failure reason={examined.error} onRetry={() => void examined.refetch()} /> : <RubricFindings examined={examined.data} working={working} below={examined.data?.readable === true && <Beside rubric={rubric} text={asked} />} />}
      </div>
    )),
    text: () => <RubricText text={text} findings={examined.data?.findings ?? []} broken={'broken' in read ? read.broken : null} onText={draft === null ? null : put} />,
    diff: () => (draft === null ? none : <RubricDiff examined={examined.data} />),
    rescore: () => (draft === null ? none : <RubricRescore rubric={rubric} text={asked} />),
    versions: () => <RubricVersions rubric={rubric} />,
  };
  return (
    <>
      <PageHead
        title={capital(row.title)}
        back={<Link to="/rubrics">← {t('rubrics.title')}</Link>}
        state={<><code>{row.code}</code> · {t('rubrics.version', { version: row.version })} <StateMark tone="green">{t('rubrics.state.in_force')}</StateMark>{row.next !== null && <> · <StateMark tone="amber">{`${row.next} · ${formatDate(row.nextFrom ?? '')}`}</StateMark></>}{draft !== null && <> · <StateMark tone="grey">{t('rubricEdit.draft', { version: terms === null ? '?' : textOf(terms.root, 'version') })}</StateMark></>} · {rubric.statement}</>}
        actions={actions}
      />
      <Figures
        figures={[
          { label: t('rubrics.shape'), value: row.shape, note: t('rubrics.shape.note') },
          { label: t('score.coverage'), value: formatPercent(rubric.coverage, 0), note: t('rubrics.coverage.note') },
          { label: t('rubrics.scenarios'), value: rubric.scenarios.length },
          { label: t('rubrics.vetoes'), value: rubric.vetoes.length },
          { label: t('rubrics.grades'), value: rubric.grades.map(grade => `${grade.grade} ≥ ${grade.from}`).join(' · ') },
        ]}
      />
      {stale && <Alert style={{ marginBottom: 10 }} type="warning" showIcon message={t('rubrics.stale', { number: row.newest })} action={<Button size="small" onClick={() => { if (draft !== null) keep({ from: row.newest, text: begun(draft.text, used, today()) }); }}>{t('rubrics.stale.take')}</Button>} />}
      <Tabs className={styles['tabs'] ?? ''} activeKey={current} onChange={go} items={tabs.map(name => ({ key: name, label: `${t(`rubrics.tab.${name}`)}${name === 'diff' && draft !== null && examined.data !== undefined ? ` (${examined.data.changes.length})` : ''}`, children: name === current ? shown[name]() : null }))} />
      {sending && draft !== null && terms !== null && examined.data !== undefined && (
        <RubricSubmit terms={terms} code={row.code} from={draft.from} examined={examined.data} onText={put} onDone={() => { keep(null); setSending(false); go('versions'); }} onClose={() => setSending(false)} />
      )}
    </>
  );
}

/** The stock beside the tables, by the use that lending asks for. */
function Beside({ rubric, text }: { rubric: RubricDetail; text: string }) {
  const t = useT();
  const use = rubric.scenarios.find(one => one.id === 'finance') ?? rubric.scenarios[0];
  return (
    <>
      <h2 style={{ marginTop: 16 }}>{t('rubricStock.title')}{use !== undefined && <span className={desk['small']}>{capital(use.title)}</span>}</h2>
      <RubricStock narrow code={rubric.row.code} text={text} use={use?.id ?? ''} />
    </>
  );
}

/** The value once it has stood still for a while. */
function useSettled(text: string, wait: number): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), wait);
    return () => clearTimeout(timer);
  }, [text, wait]);
  return settled;
}
