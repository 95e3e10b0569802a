import { Alert, Button, Form, Input, Modal, Popconfirm, Table, Tabs } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { policyKeys, saveScheme, useScheme, useSchemeCheck } from '../../api/policy';
import type { RuleLine, SchemeChecked, SchemeDetail, SchemeKind } from '../../api/policyTypes';
import { Failure } from '../../shell/Failure';
import { PageHead } from '../../shell/PageHead';
import { PageSkeleton } from '../../shell/PageSkeleton';
import { Panel } from '../../shell/Panel';
import { StateMark } from '../../shell/StateMark';
import { DayField } from '../../shell/DayField';
import { useAddress } from '../../shell/useAddress';
import { useWriting } from '../../shell/useWriting';
import { useT } from '../../words';
import { DiffPanel } from '../lending/policies/DiffPanel';
import { useDraft } from '../lending/policies/drafts';
import { nextVersion } from '../lending/policies/begin';
import { nodeAt, readTerms, applyEdits, bare, editsOf, textOf, word, type Terms } from '../securitization/terms/document';
import { useTextHistory } from '../securitization/terms/useTextHistory';
import lending from '../lending/Lending.module.css';
import { Calculator } from './Calculator';
import type { Typed } from './facts';
import { exampleOf } from './sheets/example';
import { SchemeSheets } from './sheets/SchemeSheets';
import { schemePath } from './SchemesPage';

const YamlEditor = lazy(() => import('../securitization/terms/yaml/YamlEditor'));
const rest = { tab: 'head', part: '' };

/** A text of one's own of a scheme: its head in fields, all of it as text, checked while it is written, tried on a case, compared, and put up for approval. */
export default function SchemeEditPage() {
  const t = useT();
  const { kind = '', code = '' } = useParams();
  const of: SchemeKind = kind === 'share' ? 'share' : 'subsidy';
  const found = useScheme(of, code);
  if (found.data === undefined) {
    return found.isError ? <><Link to="/policy/schemes">← {t('policy.schemes')}</Link><Failure reason={found.error} onRetry={() => void found.refetch()} /></> : <PageSkeleton rows={12} />;
  }
  return <Opened key={`${of}/${code}`} kind={of} detail={found.data} />;
}

function Opened({ kind, detail }: { kind: SchemeKind; detail: SchemeDetail }) {
  const t = useT();
  const navigate = useNavigate();
  const { row } = detail;
  const [address, change] = useAddress(rest);
  const [draft, keep] = useDraft(`scheme.${kind}.${row.code}`);
  const standing = useMemo(() => started(detail), [detail]);
  const text = draft?.text ?? standing;
  const from = draft?.from ?? (row.own ? row.number : 0);
  const put = (next: string) => {
    if (next !== text) keep({ from, text: next });
  };
  const history = useTextHistory(text, put);
  const [asked, setAsked] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), 350);
    return () => clearTimeout(timer);
  }, [text]);
  const check = useSchemeCheck(kind, asked);
  const read = useMemo(() => readTerms(text), [text]);
  const terms = 'terms' in read ? read.terms : null;
  const [sending, setSending] = useState(false);
  const [typed, setTyped] = useState<Typed>(() => exampleOf(detail.facts));
  const checked = check.data;
  const ready = asked === text && !check.isPlaceholderData && checked?.readable === true && !checked.versionTaken && terms !== null;
  return (
    <>
      <PageHead
        title={`${t('schemeEdit.title')} · ${row.title}`}
        back={<Link to={schemePath(row)}>← {row.title}</Link>}
        state={<><code translate="no">{row.code}</code> · <StateMark tone="grey">{t('policyEdit.draft', { version: terms === null ? '?' : textOf(terms.root, 'version') })}</StateMark></>}
        actions={
          <>
            <Button disabled={!history.canUndo} onClick={history.undo}>{t('policyEdit.undo')}</Button>
            <Button disabled={!history.canRedo} onClick={history.redo}>{t('policyEdit.redo')}</Button>
            {draft !== null && <Popconfirm title={t('policyEdit.discardAsk')} okText={t('policyEdit.discard')} cancelText={t('shell.cancel')} onConfirm={() => keep(null)}><Button danger>{t('policyEdit.discard')}</Button></Popconfirm>}
            <Button type="primary" disabled={!ready || draft === null} onClick={() => setSending(true)}>{t('policySubmit.title')}</Button>
          </>
        }
      />
      {check.isError && <Failure reason={check.error} onRetry={() => void check.refetch()} />}
      {address.tab !== 'sheets' && checked !== undefined && checked.findings.length > 0 && <Alert style={{ marginBottom: 12 }} type="error" showIcon message={checked.findings.map(one => <div key={`${one.code}${one.path}${one.line}`}>{one.message}：<code translate="no">{one.path}</code> {one.found} → {one.expected} {one.code}</div>)} />}
      {checked?.versionTaken === true && <Alert style={{ marginBottom: 12 }} type="warning" showIcon message={t('schemeEdit.taken')} />}
      <Tabs className={lending['tabs'] ?? ''} activeKey={address.tab} onChange={tab => change({ tab })} items={[{ key: 'head', label: t('schemeEdit.head') }, { key: 'sheets', label: t('schemeSheet.title') }, { key: 'text', label: t('schemeEdit.text') }, { key: 'says', label: t('schemeEdit.says') }, { key: 'try', label: t('schemeEdit.try') }, { key: 'diff', label: `${t('policyTab.diff')}${(checked?.changes.length ?? 0) === 0 ? '' : ` (${checked?.changes.length ?? 0})`}` }]} />
      {address.tab === 'head' && (terms === null ? <Alert type="error" showIcon message={t('schemeEdit.broken')} /> : <HeadFields terms={terms} onText={put} />)}
      {address.tab === 'sheets' && (terms === null ? <Alert type="error" showIcon message={t('schemeEdit.broken')} /> : <SchemeSheets kind={kind} terms={terms} checked={checked} facts={(checked?.scheme ?? detail).facts} text={asked} typed={typed} onTyped={setTyped} part={address.part} onPart={part => change({ part })} onText={put} onUndo={history.undo} />)}
      {address.tab === 'text' && <Suspense fallback={<PageSkeleton rows={12} />}><YamlEditor text={text} onText={put} findings={checked?.findings ?? []} broken={'broken' in read ? read.broken : null} target={null} label={t('schemeEdit.text')} /></Suspense>}
      {address.tab === 'says' && <Says checked={checked} />}
      {address.tab === 'try' && (checked?.scheme == null ? <Alert type="error" showIcon message={t('schemeEdit.broken')} /> : <Calculator scheme={checked.scheme} text={asked} begin={typed} />)}
      {address.tab === 'diff' && <DiffPanel changes={checked?.changes ?? []} against={row.version} />}
      {sending && terms !== null && <Send kind={kind} code={row.code} from={from} text={text} onDone={() => { keep(null); setSending(false); void navigate(schemePath(row)); }} onClose={() => setSending(false)} />}
    </>
  );
}

/** The text a change starts from: a version not used yet. */
function started(detail: SchemeDetail): string {
  const read = readTerms(detail.text);
  return 'terms' in read ? applyEdits(detail.text, editsOf(read.terms, [{ path: ['version'], value: word(nextVersion(detail.row.version, detail.versions.map(one => one.version))) }])) : detail.text;
}

function HeadFields({ terms, onText }: { terms: Terms; onText: (text: string) => void }) {
  const t = useT();
  const own = (key: string) => {
    const parts = key.split('.');
    const node = nodeAt(terms.root, parts.slice(0, -1));
    return node === undefined ? '' : textOf(node, parts.at(-1) ?? '');
  };
  const set = (key: string, value: string, day = false) => onText(applyEdits(terms.text, editsOf(terms, [{ path: key.split('.'), value: value === '' ? null : day ? bare(value) : word(value) }])));
  const input = (key: string, label: string) => (
    <Form.Item label={label} htmlFor={`scheme-${key}`}>
      <Input key={own(key)} id={`scheme-${key}`} defaultValue={own(key)} onPressEnter={event => event.currentTarget.blur()} onBlur={event => { if (event.currentTarget.value !== own(key)) set(key, event.currentTarget.value.trim()); }} />
    </Form.Item>
  );
  const day = (key: string, label: string, extra?: string) => <Form.Item label={label} htmlFor={`scheme-${key}`} extra={extra}><DayField id={`scheme-${key}`} value={own(key)} onChange={next => set(key, next, true)} /></Form.Item>;
  return (
    <Panel title={t('schemeEdit.head')} note={t('schemeEdit.head.note')}>
      <Form layout="vertical" component="div" className={lending['thirds'] ?? ''}>
        {input('zh', t('policyEdit.zh'))}{input('en', t('policyEdit.en'))}{input('version', t('policyEdit.version'))}
        {input('jurisdiction', t('policy.where'))}{input('policy', t('policy.text'))}{input('source', t('policy.source'))}
        {day('dated', t('policy.dated'))}{day('effective.from', t('schemeEdit.from'), t('schemeEdit.from.note'))}{day('effective.until', t('schemeEdit.until'))}
      </Form>
    </Panel>
  );
}

function Says({ checked }: { checked: SchemeChecked | undefined }) {
  const t = useT();
  if (checked?.scheme == null) return <Alert type="error" showIcon message={t('schemeEdit.broken')} />;
  return (
    <Panel title={t('schemeEdit.says')} note={t('schemeEdit.says.note')}>
      <Table<RuleLine>
        size="small"
        rowKey={(_, index) => `${index}`}
        pagination={false}
        scroll={{ x: 900 }}
        dataSource={checked.scheme.lines}
        columns={[
          { title: t('policy.part'), width: 110, render: (_, line) => t.code('rulePart', line.part) },
          { title: t('policyEdit.name'), width: 280, render: (_, line) => line.title },
          { title: t('policy.says'), render: (_, line) => line.text },
          { title: t('policy.lineSource'), width: 200, render: (_, line) => <span translate="no">{line.source}</span> },
        ]}
      />
    </Panel>
  );
}

function Send({ kind, code, from, text, onDone, onClose }: { kind: SchemeKind; code: string; from: number; text: string; onDone: () => void; onClose: () => void }) {
  const t = useT();
  const write = useWriting([policyKeys, ['evidence'], ['approvals']], onDone);
  const [reason, setReason] = useState('');
  const save = async () => {
    if (await write.run(() => saveScheme({ kind, code, from, text, reason: reason.trim() }), kept => t('policySubmit.kept', { version: kept.row.version }))) onDone();
  };
  return (
    <Modal open title={t('policySubmit.title')} okText={t('policySubmit.send')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: reason.trim() === '' }} onOk={() => void save()} onCancel={onClose}>
      <p className="soft">{t('schemeEdit.note')}</p>
      <Form layout="vertical" component="div">
        <Form.Item label={t('policySubmit.reason')} htmlFor="scheme-reason" required><Input.TextArea id="scheme-reason" rows={3} maxLength={500} value={reason} onChange={event => setReason(event.target.value)} /></Form.Item>
      </Form>
      {write.findings.length > 0 && <Alert type="error" showIcon message={write.findings.map(one => <div key={`${one.code}${one.path}`}>{one.message}：{one.path} {one.found} → {one.expected} {one.code}</div>)} />}
    </Modal>
  );
}
