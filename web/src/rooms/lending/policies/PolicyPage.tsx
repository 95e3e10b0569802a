import { Alert, Button, Popconfirm, Tabs } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useCreditPolicy, useExamined } from '../../../api/creditPolicies';
import type { CreditPolicyDetail, PolicyFinding } from '../../../api/creditPolicyTypes';
import type { PolicyReplayed } from '../../../api/originationTypes';
import { ApiProblem } from '../../../api/problem';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { readTerms, type Terms, textOf } from '../../securitization/terms/document';
import { useTextHistory } from '../../securitization/terms/useTextHistory';
import { today } from '../../today';
import lending from '../Lending.module.css';
import { begun } from './begin';
import { DiffPanel } from './DiffPanel';
import { useDraft } from './drafts';
import { FindingsPanel } from './FindingsPanel';
import { sectionsOf, type Target, targetOf } from './policyTree';
import { ReplayPanel } from './ReplayPanel';
import { SectionView } from './SectionView';
import { SubmitDialog } from './SubmitDialog';
import { TryPanel, type TypedFacts } from './TryPanel';
import { VersionsPanel } from './VersionsPanel';
import styles from './Policies.module.css';

const YamlEditor = lazy(() => import('../../securitization/terms/yaml/YamlEditor'));

const rest = { tab: 'edit', section: '', number: '' };

/** One policy: its versions, and the one that is being written with what is found in it. */
export default function PolicyPage() {
  const t = useT();
  const { code = '' } = useParams();
  const [address] = useAddress(rest);
  const found = useCreditPolicy(code, address.number === '' ? undefined : Number(address.number));
  const [draft, keep] = useDraft(code);
  const isNew = found.error instanceof ApiProblem && found.error.status === 404 && draft !== null;
  if (found.data === undefined && !isNew) {
    return found.isError ? <><Link to="/lending/policies">← {t('policyList.title')}</Link><Failure reason={found.error} onRetry={() => void found.refetch()} /></> : <PageSkeleton rows={14} />;
  }
  return <Opened key={code} code={code} detail={found.data} draft={draft} keep={keep} />;
}

interface OpenedProps {
  code: string;
  detail: CreditPolicyDetail | undefined;
  draft: ReturnType<typeof useDraft>[0];
  keep: ReturnType<typeof useDraft>[1];
}

function Opened({ code, detail, draft, keep }: OpenedProps) {
  const t = useT();
  const may = useMay('lending.policy.save');
  const [address, change] = useAddress(rest);
  const text = draft?.text ?? detail?.text ?? '';
  const asked = useSettled(text, 350);
  const newest = detail?.newest;
  // A version that is read is held against its own parent, one that is written against the newest.
  const examined = useExamined(asked, code, draft !== null ? newest : (detail?.versions.find(one => one.number === detail.number)?.parent ?? detail?.number));
  const history = useTextHistory(text, next => draft !== null && keep({ ...draft, text: next }));
  const [target, setTarget] = useState<Target | null>(null);
  const [line, setLine] = useState<{ line: number; column: number } | null>(null);
  const [example, setExample] = useState<TypedFacts | null>(null);
  const [replayed, setReplayed] = useState<{ text: string; answer: PolicyReplayed } | null>(null);
  const [sending, setSending] = useState(false);
  const read = useMemo(() => readTerms(text), [text]);
  const terms = 'terms' in read ? read.terms : null;
  const sections = useMemo(() => (terms === null ? [] : sectionsOf(terms.root)), [terms]);
  const section = sections.find(one => one.key === address.section) ?? sections[1] ?? sections[0];
  const put = (next: string) => {
    if (draft !== null && next !== text) keep({ ...draft, text: next });
  };
  const begin = () => {
    if (detail === undefined || examined.data === undefined) return;
    const current = detail.versions.find(one => one.number === detail.newest);
    keep({ from: detail.newest, text: begun(detail.text, current?.hash ?? '', detail.versions.map(one => one.version), today()) });
  };
  const go = (finding: PolicyFinding) => {
    if (terms === null || finding.path === '') {
      change({ tab: 'text' });
      setLine({ line: finding.line, column: finding.column });
      return;
    }
    const at = targetOf(terms.root, finding.path);
    change({ tab: 'edit', section: at.section });
    setTarget({ ...at });
  };
  const findings = examined.data?.findings ?? [];
  const title = detail === undefined ? (terms === null ? code : t.either(textOf(terms.root, 'zh'), textOf(terms.root, 'en'))) : detail.row.title;
  const shownVersion = detail?.versions.find(one => one.number === detail.number);
  const stale = draft !== null && newest !== undefined && draft.from !== newest;
  const ready = examined.data !== undefined && !examined.isPlaceholderData && asked === text;
  const actions = draft !== null ? (
    <>
      <Button disabled={!history.canUndo} onClick={history.undo}>{t('policyEdit.undo')}</Button>
      <Button disabled={!history.canRedo} onClick={history.redo}>{t('policyEdit.redo')}</Button>
      <Popconfirm title={t('policyEdit.discardAsk')} okText={t('policyEdit.discard')} cancelText={t('shell.cancel')} onConfirm={() => keep(null)}><Button danger>{t('policyEdit.discard')}</Button></Popconfirm>
      {may && <Button type="primary" disabled={!ready || examined.data?.passes !== true || terms === null} onClick={() => setSending(true)}>{t('policySubmit.title')}</Button>}
    </>
  ) : may && detail !== undefined && detail.number === detail.newest ? <Button type="primary" onClick={begin} disabled={examined.data === undefined}>{t('policyEdit.change')}</Button> : null;
  const state = (
    <>
      <span translate="no">{code}</span> · {draft !== null ? <StateMark tone="grey">{t('policyEdit.draft', { version: terms === null ? '?' : textOf(terms.root, 'version') })}</StateMark> : shownVersion !== undefined && <><span className="tabular">{shownVersion.version}</span> <StateMark tone={shownVersion.state === 'in_force' ? 'green' : shownVersion.state === 'scheduled' ? 'amber' : 'grey'}>{shownVersion.stateTitle}</StateMark> <code translate="no">{shownVersion.hash.slice(0, 19)}</code></>}
    </>
  );
  return (
    <>
      <PageHead title={title} back={<Link to="/lending/policies">← {t('policyList.title')}</Link>} state={state} actions={actions} />
      {stale && <Alert style={{ marginBottom: 12 }} type="warning" showIcon message={t('policyEdit.stale')} action={<Button size="small" onClick={() => { if (draft !== null && detail !== undefined) keep({ from: detail.newest, text: begun(draft.text, detail.versions.find(one => one.number === detail.newest)?.hash ?? '', detail.versions.map(one => one.version), today()) }); }}>{t('policyEdit.rebase')}</Button>} />}
      <Tabs
        className={lending['tabs'] ?? ''}
        activeKey={address.tab}
        onChange={tab => change({ tab })}
        items={[
          { key: 'edit', label: t('policyTab.edit') },
          { key: 'text', label: t('policyTab.text') },
          { key: 'try', label: t('policyTab.try') },
          { key: 'diff', label: `${t('policyTab.diff')}${examined.data === undefined || examined.data.changes.length === 0 ? '' : ` (${examined.data.changes.length})`}` },
          { key: 'replay', label: t('policyTab.replay') },
          { key: 'versions', label: t('policyTab.versions') },
        ]}
      />
      {address.tab === 'edit' && (
        <div className={styles['desk']}>
          <Sections terms={terms} sections={sections} findings={findings} current={section?.key ?? ''} onGo={key => { change({ section: key }); setTarget(null); }} />
          <div style={{ minWidth: 0 }}>
            {terms === null || section === undefined
              ? <Alert type="error" showIcon message={t('policyEdit.broken')} action={<Button size="small" onClick={() => change({ tab: 'text' })}>{t('policyTab.text')}</Button>} />
              : <SectionView key={section.key} terms={terms} section={section} findings={findings} tests={examined.data?.tests ?? []} readOnly={draft === null} target={target} onText={put} onUndo={history.undo} />}
          </div>
          {examined.isError ? <Failure reason={examined.error} onRetry={() => void examined.refetch()} /> : <FindingsPanel examined={examined.data} working={!ready} onGo={go} onTry={finding => { setExample(Object.fromEntries(finding.example.map(part => [part.input, { value: part.value, date: today() }]))); change({ tab: 'try' }); }} />}
        </div>
      )}
      {address.tab === 'text' && (
        <Suspense fallback={<PageSkeleton rows={12} />}>
          {draft === null ? <pre className={lending['panel']} translate="no" style={{ overflowX: 'auto' }} tabIndex={0}>{text}</pre> : <YamlEditor text={text} onText={put} findings={findings} broken={'broken' in read ? read.broken : null} target={line} label={t('policyTab.text')} />}
        </Suspense>
      )}
      {address.tab === 'try' && <TryPanel text={text} facts={examined.data?.facts ?? []} example={example} />}
      {address.tab === 'diff' && <DiffPanel changes={examined.data?.changes ?? []} against={detail?.versions.find(one => one.hash === examined.data?.parent)?.version ?? '—'} />}
      {address.tab === 'replay' && <ReplayPanel text={text} replayed={replayed} onReplayed={answer => setReplayed({ text, answer })} />}
      {address.tab === 'versions' && <VersionsPanel code={code} versions={detail?.versions ?? []} />}
      {sending && draft !== null && terms !== null && examined.data !== undefined && (
        <SubmitDialog terms={terms} code={code} from={draft.from} examined={examined.data} replayed={replayed?.text === text ? replayed.answer.changes.length : null} onText={put} onDone={() => { keep(null); setSending(false); }} onClose={() => setSending(false)} />
      )}
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

function Sections({ terms, sections, findings, current, onGo }: { terms: Terms | null; sections: ReturnType<typeof sectionsOf>; findings: readonly PolicyFinding[]; current: string; onGo: (key: string) => void }) {
  const t = useT();
  const counts = useMemo(() => {
    const made = new Map<string, { count: number; severity: 'error' | 'warning' }>();
    for (const finding of terms === null ? [] : findings.filter(one => one.severity !== 'info')) {
      const key = targetOf(terms!.root, finding.path).section;
      const severity = made.get(key)?.severity === 'error' || finding.severity === 'error' ? 'error' : 'warning';
      made.set(key, { count: (made.get(key)?.count ?? 0) + 1, severity });
    }
    return made;
  }, [terms, findings]);
  return (
    <nav className={styles['sections']} aria-label={t('policyEdit.parts')}>
      {sections.map(section => {
        const found = counts.get(section.key);
        return (
          <button key={section.key} type="button" aria-current={section.key === current} onClick={() => onGo(section.key)}>
            <span>{section.path[0] === 'steps' ? <>{t.either(section.zh, section.en)} <small>{t(`policySection.${section.kind}`)}</small></> : t(`policySection.${section.kind}`)}</span>
            {found !== undefined && <span className={styles['count']} data-severity={found.severity}>{found.count}</span>}
          </button>
        );
      })}
    </nav>
  );
}
