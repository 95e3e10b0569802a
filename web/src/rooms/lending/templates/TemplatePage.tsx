import { Alert, Button, Popconfirm, Segmented, Select, Tabs } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { PaperSubject } from '../../../api/papers';
import { type TemplateDetail, useExaminedTemplate, useTemplate, useTemplateRecords } from '../../../api/paperTemplates';
import { ApiProblem } from '../../../api/problem';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { readTerms, textOf } from '../../securitization/terms/document';
import { useTextHistory } from '../../securitization/terms/useTextHistory';
import { today } from '../../today';
import lending from '../Lending.module.css';
import { DiffPanel } from '../policies/DiffPanel';
import { useDraft } from '../policies/drafts';
import { begun } from './begin';
import { PlacesPanel } from './PlacesPanel';
import { SpecimenPanel } from './SpecimenPanel';
import { StaleNotice } from './StaleNotice';
import { draftOf, templatePath } from './TemplatesPage';
import { TemplateSubmit } from './TemplateSubmit';
import { TemplateVersions } from './TemplateVersions';
import styles from './Templates.module.css';

const YamlEditor = lazy(() => import('../../securitization/terms/yaml/YamlEditor'));

const rest = { tab: 'text', side: 'preview', number: '' };
const subjects: readonly PaperSubject[] = ['loan_application', 'facility', 'pledge', 'loan', 'loan_file'];

/** One template: its text with what is found in it, beside it the document it makes of a stored record; its changes; its versions. */
export default function TemplatePage() {
  const t = useT();
  const { code = '' } = useParams();
  const [address] = useAddress(rest);
  const found = useTemplate(code, address.number === '' ? undefined : Number(address.number));
  const [draft, keep] = useDraft(draftOf(code));
  const isNew = found.error instanceof ApiProblem && found.error.status === 404 && draft !== null;
  if (found.data === undefined && !isNew) {
    return found.isError ? <><Link to="/lending/templates">← {t('template.title')}</Link><Failure reason={found.error} onRetry={() => void found.refetch()} /></> : <PageSkeleton rows={14} />;
  }
  return <Opened key={code} code={code} detail={found.data} draft={draft} keep={keep} />;
}

interface OpenedProps {
  code: string;
  detail: TemplateDetail | undefined;
  draft: ReturnType<typeof useDraft>[0];
  keep: ReturnType<typeof useDraft>[1];
}

function Opened({ code, detail, draft, keep }: OpenedProps) {
  const t = useT();
  const may = useMay('lending.template.save');
  const [address, change] = useAddress(rest);
  const text = draft?.text ?? detail?.text ?? '';
  const asked = useSettled(text, 350);
  const newest = detail?.newest;
  const versions = detail?.versions ?? [];
  const shownVersion = versions.find(one => one.number === detail?.number);
  // A version that is read is held against its own parent, one that is written against the newest.
  const examined = useExaminedTemplate(asked, code, draft !== null ? newest : (shownVersion?.parent ?? detail?.number));
  const history = useTextHistory(text, next => draft !== null && keep({ ...draft, text: next }));
  const [sending, setSending] = useState(false);
  const read = useMemo(() => readTerms(text), [text]);
  const terms = 'terms' in read ? read.terms : null;
  const about = subjects.find(one => one === (detail?.row.about ?? (terms === null ? '' : textOf(terms.root, 'about')))) ?? null;
  const [search, setSearch] = useState('');
  const records = useTemplateRecords(about, useSettled(search, 300));
  const [chosen, setChosen] = useState<string | null>(null);
  const record = chosen ?? records.data?.rows[0]?.id ?? null;
  const used = versions.map(one => one.version);
  const sound = examined.data?.passes === true;
  const ready = examined.data !== undefined && !examined.isPlaceholderData && asked === text;
  const stale = draft !== null && newest !== undefined && draft.from !== newest;
  const put = (next: string) => {
    if (draft !== null && next !== text) keep({ ...draft, text: next });
  };
  const title = detail === undefined ? (terms === null ? code : t.either(textOf(terms.root, 'zh'), textOf(terms.root, 'en'))) : detail.row.title;
  const actions = draft !== null ? (
    <>
      <Button disabled={!history.canUndo} onClick={history.undo}>{t('policyEdit.undo')}</Button>
      <Button disabled={!history.canRedo} onClick={history.redo}>{t('policyEdit.redo')}</Button>
      <Popconfirm title={t('policyEdit.discardAsk')} okText={t('policyEdit.discard')} cancelText={t('shell.cancel')} onConfirm={() => keep(null)}><Button danger>{t('policyEdit.discard')}</Button></Popconfirm>
      {may && <Button type="primary" disabled={!ready || !sound || stale || terms === null} onClick={() => setSending(true)}>{t('policySubmit.title')}</Button>}
    </>
  ) : may && detail !== undefined && detail.number === detail.newest ? <Button type="primary" onClick={() => keep({ from: detail.newest, text: begun(detail.text, used, today()) })}>{t('template.change')}</Button> : null;
  const findings = examined.data?.findings ?? [];
  const mark = draft !== null ? <StateMark tone="grey">{t('policyEdit.draft', { version: terms === null ? '?' : textOf(terms.root, 'version') })}</StateMark>
    : shownVersion !== undefined && <><span className="tabular">{shownVersion.version}</span> <StateMark tone={shownVersion.state === 'in_force' ? 'green' : shownVersion.state === 'scheduled' ? 'amber' : 'grey'}>{shownVersion.stateTitle}</StateMark> <code translate="no">{shownVersion.hash.slice(0, 12)}</code></>;
  const state = (
    <>
      <span translate="no">{code}</span> · {detail?.row.aboutTitle} {mark}
      {draft !== null && ready && <> <StateMark tone={sound ? 'green' : 'red'}>{sound ? t('template.sound') : t('policyEdit.errors', { count: findings.length })}</StateMark></>}
    </>
  );
  return (
    <>
      <PageHead title={title} back={<Link to="/lending/templates">← {t('template.title')}</Link>} state={state} actions={actions} />
      {stale && detail !== undefined && draft !== null && <StaleNotice code={code} from={draft.from} detail={detail} onRebase={() => keep({ from: detail.newest, text: begun(draft.text, used, today()) })} />}
      {examined.isError && <Failure reason={examined.error} onRetry={() => void examined.refetch()} />}
      <Tabs
        className={lending['tabs'] ?? ''}
        activeKey={address.tab}
        onChange={tab => change({ tab })}
        items={[
          { key: 'text', label: t('template.tab.text') },
          { key: 'diff', label: `${t('policyTab.diff')}${examined.data === undefined || examined.data.changes.length === 0 ? '' : ` (${examined.data.changes.length})`}` },
          { key: 'versions', label: t('policyTab.versions') },
        ]}
      />
      {address.tab === 'text' && (
        <div className={styles['desk']}>
          <div style={{ minWidth: 0 }}>
            {draft === null ? <pre className={styles['text']} translate="no" tabIndex={0} aria-label={t('template.text')}>{text}</pre> : (
              <Suspense fallback={<PageSkeleton rows={12} />}><YamlEditor text={text} onText={put} findings={findings} broken={'broken' in read ? read.broken : null} target={null} label={t('template.text')} /></Suspense>
            )}
          </div>
          <div className={styles['side']}>
            <div className={styles['bar']}>
              <Select
                showSearch
                filterOption={false}
                aria-label={t('template.record')}
                placeholder={t('template.record.search')}
                value={record}
                loading={records.isFetching}
                notFoundContent={t('template.record.none')}
                onSearch={setSearch}
                onChange={setChosen}
                options={(records.data?.rows ?? []).map(one => ({ value: one.id, label: `${one.name} · ${one.detail}` }))}
              />
              <Segmented aria-label={t('template.side')} value={address.side} onChange={side => change({ side })} options={[{ value: 'preview', label: t('template.preview') }, { value: 'places', label: t('template.places') }]} />
            </div>
            {address.side === 'places' && about !== null
              ? <PlacesPanel about={about} record={record} />
              : <SpecimenPanel text={asked} record={record} sound={sound && ready} faulty={ready && !sound} english={examined.data?.english ?? detail?.row.english ?? false} name={code} />}
          </div>
        </div>
      )}
      {address.tab === 'diff' && (examined.data?.parent == null ? <Alert type="info" showIcon message={t('template.noParent')} /> : <DiffPanel changes={examined.data.changes} against={versions.find(one => one.hash === examined.data?.parent)?.version ?? '—'} />)}
      {address.tab === 'versions' && <TemplateVersions path={templatePath(code)} versions={versions} />}
      {sending && draft !== null && terms !== null && examined.data !== undefined && (
        <TemplateSubmit terms={terms} code={code} from={draft.from} examined={examined.data} onText={put} onDone={() => { keep(null); setSending(false); }} onClose={() => setSending(false)} />
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
