import { Alert, App, Button, Form, Input, Modal, Popconfirm, Select, Table, Tabs } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { lendingKeys } from '../../../api/lendingQueries';
import { saveLoanProduct, useLoanProduct, useProductPreview } from '../../../api/origination';
import type { LoanProductDetail, ProductPreview } from '../../../api/originationTypes';
import { ApiProblem } from '../../../api/problem';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useAddress } from '../../../shell/useAddress';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import { applyEdits, bare, editsOf, inserted, moved, nodeAt, readTerms, removed, type Terms, textOf, word } from '../../securitization/terms/document';
import { useTextHistory } from '../../securitization/terms/useTextHistory';
import { nextVersion } from '../policies/begin';
import { DiffPanel } from '../policies/DiffPanel';
import { useDraft } from '../policies/drafts';
import { cellsOf, type Column, field, freshRow, shown, targetOf, withCells, written } from '../policies/policyTree';
import { RowsGrid } from '../policies/RowsGrid';
import lending from '../Lending.module.css';
import { productPath } from './ProductsPage';

const YamlEditor = lazy(() => import('../../securitization/terms/yaml/YamlEditor'));
const rest = { tab: 'terms' };
const place = (code: string) => `product.${code}`;
const tones = { eligible: 'green', unknown: 'amber', refused: 'red' } as const;

/** A version of a loan product in the making: its terms in fields, conditions and fees as sheets, and whom it would fit. */
export default function ProductEditPage() {
  const t = useT();
  const { code = '' } = useParams();
  const found = useLoanProduct(code);
  const [draft, keep] = useDraft(place(code));
  const isNew = found.error instanceof ApiProblem && found.error.status === 404 && draft !== null;
  if (found.data === undefined && !isNew) {
    return found.isError ? <><Link to="/lending/products">← {t('product.title')}</Link><Failure reason={found.error} onRetry={() => void found.refetch()} /></> : <PageSkeleton rows={12} />;
  }
  return <Opened key={code} code={code} detail={found.data} draft={draft} keep={keep} />;
}

interface OpenedProps {
  code: string;
  detail: LoanProductDetail | undefined;
  draft: ReturnType<typeof useDraft>[0];
  keep: ReturnType<typeof useDraft>[1];
}

function Opened({ code, detail, draft, keep }: OpenedProps) {
  const t = useT();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const [address, change] = useAddress(rest);
  const standing = useMemo(() => (detail === undefined ? '' : started(detail)), [detail]);
  const text = draft?.text ?? standing;
  const from = draft?.from ?? detail?.row.number ?? 0;
  const put = (next: string) => {
    if (next !== text) keep({ from, text: next });
  };
  const history = useTextHistory(text, put);
  const [asked, setAsked] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), 350);
    return () => clearTimeout(timer);
  }, [text]);
  const preview = useProductPreview(asked);
  const read = useMemo(() => readTerms(text), [text]);
  const terms = 'terms' in read ? read.terms : null;
  const [sending, setSending] = useState(false);
  const ready = asked === text && !preview.isPlaceholderData && preview.data?.readable === true;
  const copy = () => {
    let id = '';
    void modal.confirm({
      title: t('productEdit.copyAsk'),
      content: <Input aria-label={t('productEdit.copyAsk')} onChange={event => { id = event.target.value.trim(); }} />,
      okText: t('productEdit.copy'),
      cancelText: t('shell.cancel'),
      onOk: () => {
        if (terms === null || !/^[a-z][a-z0-9-]{1,60}$/.test(id)) return Promise.reject(new Error(t('policyList.codeHint')));
        localStorage.setItem(`zhirong.policy.${place(id)}`, JSON.stringify({ from: 0, text: applyEdits(text, editsOf(terms, [{ path: ['id'], value: word(id) }, { path: ['version'], value: word('1') }])) }));
        void navigate(`${productPath(id)}/edit`);
        return Promise.resolve();
      },
    });
  };
  const actions = (
    <>
      <Button disabled={!history.canUndo} onClick={history.undo}>{t('policyEdit.undo')}</Button>
      <Button disabled={!history.canRedo} onClick={history.redo}>{t('policyEdit.redo')}</Button>
      {draft !== null && <Popconfirm title={t('policyEdit.discardAsk')} okText={t('policyEdit.discard')} cancelText={t('shell.cancel')} onConfirm={() => { keep(null); if (detail === undefined) void navigate('/lending/products'); }}><Button danger>{t('policyEdit.discard')}</Button></Popconfirm>}
      <Button onClick={copy}>{t('productEdit.copy')}</Button>
      <Button type="primary" disabled={!ready || draft === null} onClick={() => setSending(true)}>{t('policySubmit.title')}</Button>
    </>
  );
  return (
    <>
      <PageHead title={`${t('productEdit.title')} · ${terms === null ? code : t.either(textOf(terms.root, 'zh'), textOf(terms.root, 'en'))}`} back={<Link to={detail === undefined ? '/lending/products' : productPath(code)}>← {t('product.title')}</Link>} state={<><code translate="no">{code}</code> · <StateMark tone="grey">{t('policyEdit.draft', { version: terms === null ? '?' : textOf(terms.root, 'version') })}</StateMark></>} actions={actions} />
      {preview.isError && <Failure reason={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data !== undefined && preview.data.findings.length > 0 && <Alert style={{ marginBottom: 12 }} type="error" showIcon message={preview.data.findings.map(one => <div key={`${one.code}${one.path}${one.line}`}>{one.message}：<code translate="no">{one.path}</code> {one.found} → {one.expected} {one.code}</div>)} />}
      <Tabs className={lending['tabs'] ?? ''} activeKey={address.tab} onChange={tab => change({ tab })} items={[{ key: 'terms', label: t('productEdit.terms') }, { key: 'text', label: t('product.text') }, { key: 'who', label: t('productEdit.who') }, { key: 'diff', label: `${t('policyTab.diff')}${(preview.data?.changes.length ?? 0) === 0 ? '' : ` (${preview.data?.changes.length ?? 0})`}` }]} />
      {address.tab === 'terms' && (terms === null ? <Alert type="error" showIcon message={t('policyEdit.broken')} /> : <TermsFields terms={terms} findings={preview.data?.findings ?? []} onText={put} onUndo={history.undo} />)}
      {address.tab === 'text' && <Suspense fallback={<PageSkeleton rows={12} />}><YamlEditor text={text} onText={put} findings={preview.data?.findings ?? []} broken={'broken' in read ? read.broken : null} target={null} label={t('product.text')} /></Suspense>}
      {address.tab === 'who' && preview.data !== undefined && <Who preview={preview.data} />}
      {address.tab === 'diff' && <DiffPanel changes={preview.data?.changes ?? []} against={detail?.row.version ?? '—'} />}
      {sending && terms !== null && <Send terms={terms} code={code} from={from} onText={put} onDone={() => { keep(null); setSending(false); void navigate(detail === undefined ? '/lending/products' : productPath(code)); }} onClose={() => setSending(false)} />}
    </>
  );
}

/** The text a change starts from: a version number not used yet. */
function started(detail: LoanProductDetail): string {
  const read = readTerms(detail.text);
  return 'terms' in read ? applyEdits(detail.text, editsOf(read.terms, [{ path: ['version'], value: word(nextVersion(detail.row.version, detail.versions.map(one => one.version))) }])) : detail.text;
}

interface FieldsProps {
  terms: Terms;
  findings: ProductPreview['findings'];
  onText: (text: string) => void;
  onUndo: () => void;
}

function TermsFields({ terms, findings, onText, onUndo }: FieldsProps) {
  const t = useT();
  const wrong = (key: string) => findings.some(one => one.path === key || one.path.startsWith(`${key}.`));
  const set = (key: string, value: string, kind: 'text' | 'number' | 'list' = 'text') => onText(applyEdits(terms.text, editsOf(terms, [{ path: key.split('.'), value: key === 'version' ? word(value) : kind === 'number' && value === '' ? null : key === 'dated' ? bare(value) : written(value, kind, false) }])));
  const own = (key: string) => shown(nodeAt(terms.root, key.split('.')));
  const input = (key: string, label: string, kind: 'text' | 'number' = 'text') => (
    <Form.Item label={label} htmlFor={`product-${key}`} {...(wrong(key) ? { validateStatus: 'error' as const } : {})}>
      <Input key={own(key)} id={`product-${key}`} defaultValue={own(key)} inputMode={kind === 'number' ? 'decimal' : 'text'} onPressEnter={event => event.currentTarget.blur()} onBlur={event => { if (event.currentTarget.value !== own(key)) set(key, event.currentTarget.value.trim(), kind); }} />
    </Form.Item>
  );
  const choice = (key: string, label: string, area: string, words: readonly string[]) => (
    <Form.Item label={label} htmlFor={`product-${key}`}><Select id={`product-${key}`} value={own(key)} options={words.map(value => ({ value, label: t.code(area, value) }))} onChange={next => set(key, next)} /></Form.Item>
  );
  const titles = [field('zh', t('policyEdit.zh'), 180), field('en', t('policyEdit.en'), 180)];
  const sheets: [string, string, Column[]][] = [
    ['conditions', t('productEdit.conditions'), [field('id', t('policyEdit.name'), 120), field('is', t('productEdit.is'), 200, 'cell'), field('needs', t('productEdit.needs'), 200, 'cell'), ...titles]],
    ['fees', t('productEdit.fees'), [field('id', t('policyEdit.name'), 110), ...titles, field('kind', t('productEdit.kind'), 110, 'choice', ['appraisal', 'guarantee', 'insurance', 'registration', 'trust', 'issue_fee', 'other_fee']), field('rate', t('productEdit.rate'), 90, 'number'), field('amount', t('productEdit.amount'), 110, 'number'), field('per', t('productEdit.per'), 90, 'choice', ['once', 'year']), field('payer', t('product.payer'), 100, 'choice', ['borrower', 'lender', 'government']), field('source', t('policyEdit.source'), 200)]],
    ['open', t('productEdit.open'), titles],
  ];
  return (
    <div className={lending['stack']}>
      <Panel title={t('productEdit.terms')}>
        <Form layout="vertical" component="div" className={lending['thirds'] ?? ''}>
          {input('zh', t('policyEdit.zh'))}{input('en', t('policyEdit.en'))}{input('version', t('policyEdit.version'))}
          {input('lender.zh', t('productEdit.lender'))}{input('lender.en', t('productEdit.lenderEn'))}{input('dated', t('productEdit.dated'))}
          {input('summary.zh', t('productEdit.summary'))}{input('summary.en', t('productEdit.summaryEn'))}{input('source', t('policyEdit.source'))}
          {input('terms.amount.min', t('productEdit.least'), 'number')}{input('terms.amount.max', t('productEdit.most'), 'number')}{choice('terms.rate.lpr', t('productEdit.lpr'), 'policyWord', ['1Y', '5Y'])}
          {input('terms.months.min', t('productEdit.leastMonths'), 'number')}{input('terms.months.max', t('productEdit.mostMonths'), 'number')}{input('terms.rate.spread_bp', t('productEdit.spread'), 'number')}
          {choice('terms.method', t('product.method'), 'method', ['bullet', 'interest_then_bullet', 'equal_instalments', 'equal_principal'])}{input('terms.every', t('productEdit.every'))}{choice('security.guarantee', t('productEdit.guarantee'), 'policyWord', ['none', 'surety_insurance', 'policy_guarantor', 'guarantor'])}
          {input('security.pledge_rate', t('productEdit.pledgeRate'), 'number')}
          <Form.Item className={lending['wide'] ?? ''} label={t('productEdit.kinds')} htmlFor="product-kinds"><Select id="product-kinds" mode="multiple" value={own('security.kinds').split(', ').filter(one => one !== '')} options={['invention', 'utility_model', 'design', 'trademark', 'gi_mark', 'software', 'work', 'ic_layout', 'data_ip', 'plant_variety'].map(value => ({ value, label: t.code('rightKind', value) }))} onChange={next => onText(applyEdits(terms.text, editsOf(terms, [{ path: ['security', 'kinds'], value: next.map(word) }])))} /></Form.Item>
        </Form>
      </Panel>
      {sheets.map(([key, title, columns]) => {
        const marks = new Map(findings.map(one => targetOf(terms.root, one.path)).filter(at => at.list === key && at.row !== null).map(at => [`${at.row ?? 0}:${at.column ?? ''}`, 'error' as const]));
        return <RowsGrid key={key} label={title} columns={columns} cells={cellsOf(terms, [key], columns)} marks={marks} readOnly={false} focus={null} onCells={changes => onText(withCells(terms, [key], changes))} onInsert={(before, like) => onText(inserted(terms, [key], before, [freshRow(terms, [key], columns, like)]))} onRemove={row => onText(removed(terms, [key], [row]))} onMove={(was, to) => onText(moved(terms, [key], was, to))} onUndo={onUndo} />;
      })}
    </div>
  );
}

function Who({ preview }: { preview: ProductPreview }) {
  const t = useT();
  const mark = (fit: keyof typeof tones | null) => (fit === null ? '—' : <StateMark tone={tones[fit]}>{t(`fit.${fit}`)}</StateMark>);
  return (
    <Panel title={t('productEdit.who')} note={t('productEdit.who.note')}>
      <p>{preview.fits.map(one => <span key={one.fit} style={{ marginInlineEnd: 16 }}>{mark(one.fit)} <span className="tabular">{one.before} → {one.after}</span></span>)}</p>
      <Table<ProductPreview['applications'][number]>
        size="small"
        rowKey="applicationId"
        pagination={preview.applications.length > 50 ? { pageSize: 50 } : false}
        scroll={{ x: 620 }}
        dataSource={preview.applications}
        locale={{ emptyText: t('productEdit.who.none') }}
        columns={[
          { title: t('policyReplay.application'), width: 200, render: (_, row) => <Two first={<Link to={`/lending/applications/${row.applicationId}`}>{row.number}</Link>} second={row.firmName} /> },
          { title: t('productEdit.before'), width: 100, render: (_, row) => mark(row.before) },
          { title: t('productEdit.after'), width: 100, render: (_, row) => mark(row.after) },
          { title: t('productEdit.why'), render: (_, row) => row.why.map(words => <div key={words}>{words}</div>) },
        ]}
      />
    </Panel>
  );
}

function Send({ terms, code, from, onText, onDone, onClose }: { terms: Terms; code: string; from: number; onText: (text: string) => void; onDone: () => void; onClose: () => void }) {
  const t = useT();
  const write = useWriting([lendingKeys, ['lending'], ['evidence'], ['approvals']], onDone);
  const [version, setVersion] = useState(textOf(terms.root, 'version'));
  const [reason, setReason] = useState('');
  const save = async () => {
    const text = applyEdits(terms.text, editsOf(terms, [{ path: ['version'], value: word(version.trim()) }]));
    onText(text);
    if (await write.run(() => saveLoanProduct({ code, from, text, reason: reason.trim() }), kept => t('policySubmit.kept', { version: kept.row.version }))) onDone();
  };
  return (
    <Modal open title={t('policySubmit.title')} okText={t('policySubmit.send')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: reason.trim() === '' || version.trim() === '' }} onOk={() => void save()} onCancel={onClose}>
      <p className="soft">{t('productEdit.note')}</p>
      <Form layout="vertical" component="div">
        <Form.Item label={t('policyEdit.version')} htmlFor="product-submit-version"><Input id="product-submit-version" value={version} onChange={event => setVersion(event.target.value)} /></Form.Item>
        <Form.Item label={t('policySubmit.reason')} htmlFor="product-submit-reason" required><Input.TextArea id="product-submit-reason" rows={3} maxLength={500} value={reason} onChange={event => setReason(event.target.value)} /></Form.Item>
      </Form>
      {write.findings.length > 0 && <Alert type="error" showIcon message={write.findings.map(one => <div key={`${one.code}${one.path}`}>{one.message}：{one.path} {one.found} → {one.expected} {one.code}</div>)} />}
    </Modal>
  );
}
