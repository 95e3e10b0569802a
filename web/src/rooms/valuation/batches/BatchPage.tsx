import { DownloadOutlined } from '@ant-design/icons';
import { Button, Skeleton, Table, Tooltip } from 'antd';
import { Link, useParams } from 'react-router';
import { useJob } from '../../../api/jobs';
import { batchTemplateAddress, batchWorkbookAddress } from '../../../api/valuation';
import { useValuationBatch } from '../../../api/valuationQueries';
import type { BatchGroup, BatchRight } from '../../../api/valuationTypes';
import { formatDate, formatInstant, formatNumber, sum, type MoneyUnit } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { usePreferences } from '../../../shell/Preferences';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { useAddress } from '../../../shell/useAddress';
import { useLanguage, useT, type Translate } from '../../../words';
import { JobProgress, JobStateMark } from '../../jobs/JobMarks';
import { Figures } from '../../payments/Figures';
import { Two } from '../../payments/Two';
import { paging } from '../../payments/pages';
import { unitWord } from '../appraisals/appraisalColumns';
import { batchTones } from '../codes';
import { trimZeros } from '../figureText';
import { Person } from '../Person';
import styles from '../Valuation.module.css';

const rest = { page: 1, pageSize: 100 };

/** What came of every right of a batch, while it runs and after. */
export default function BatchPage() {
  const t = useT();
  const { id = '' } = useParams();
  const { unit } = usePreferences();
  const language = useLanguage();
  const [address, change] = useAddress(rest);
  const found = useValuationBatch(id, address);
  const job = useJob(found.data?.row.jobId ?? null);
  const back = <Link to="/appraisals/batches">← {t('batch.title')}</Link>;
  if (found.data === undefined) {
    return found.isError ? (
      <>
        {back}
        <Failure reason={found.error} onRetry={() => void found.refetch()} />
      </>
    ) : (
      <PageSkeleton rows={12} />
    );
  }
  const { row, groups, rights } = found.data;
  const total = sum(groups.map(group => group.total));
  const count = (state: string) => groups.filter(group => group.state === state).length;
  return (
    <>
      <PageHead
        named
        title={row.name}
        back={back}
        state={<>{formatDate(row.baseDate)} · {t.code('valueWord', row.purpose)} · {formatInstant(row.madeAt)} <Person name={row.madeBy} /></>}
        actions={
          <>
            <UnitSwitch />
            <Button icon={<DownloadOutlined />} href={batchWorkbookAddress(row.id, language)} disabled={row.done === 0}>{t('batch.workbook')}</Button>
            <Button href={batchTemplateAddress(row.id, 'xlsx')}>{t('batch.file.again')}</Button>
            <Link to={`/evidence?kind=appraisal_batch&subject=${row.id}`}>
              <Button>{t('book.evidence')}</Button>
            </Link>
            <Link to={`/appraisals?batch=${row.id}`}>
              <Button>{t('batch.appraisals')}</Button>
            </Link>
          </>
        }
      />
      <div className={styles['stack']}>
      {job.data !== undefined && (
        <Panel title={t('batch.progress')} extra={<Link to={`/jobs/${row.jobId}`}><JobStateMark state={job.data.job.state} /></Link>}>
          <JobProgress job={job.data.job} wide />
        </Panel>
      )}
      <Figures
        figures={[
          { label: t('batch.groups'), value: `${row.done} / ${row.groups}`, note: t('batch.states', { valued: count('valued'), open: count('open'), refused: count('refused') }) },
          { label: t('appraisals.rights'), value: row.rights },
          { label: t('batch.sum', { unit: unitWord(t, unit) }), value: total === null ? t('shell.unknown') : <Amount value={total} />, note: t('batch.sum.note') },
        ]}
      />
        <Panel title={t('batch.rights')} note={t('batch.rights.note')}>
          <Table<BatchRight>
            size="small"
            rowKey={right => `${right.group} ${right.rightId}`}
            columns={rightColumns(t, unit)}
            dataSource={rights.items}
            loading={found.isPlaceholderData}
            scroll={{ x: 1590 }}
            locale={{ emptyText: row.done < row.groups ? <Skeleton active title={false} paragraph={{ rows: 3 }} /> : t('batch.rights.empty') }}
            pagination={paging(t, address, rights.total, change)}
          />
        </Panel>
        <Panel title={t('batch.groups')}>
          <Table<BatchGroup> size="small" rowKey="no" columns={groupColumns(t, unit)} dataSource={groups} scroll={{ x: 960 }} expandable={{ rowExpandable: group => group.remarks.length > 0, expandedRowRender: group => <ul className={styles['list']}>{said(group).map(remark => <li key={remark.text}>{remark.text} <code>{remark.code}</code></li>)}</ul> }} pagination={groups.length > 20 ? { pageSize: 20, showSizeChanger: false } : false} />
        </Panel>
      </div>
    </>
  );
}

/** Each remark once. */
const said = (group: BatchGroup) => [...new Map(group.remarks.map(remark => [remark.text, remark])).values()];

const known = (t: Translate, value: string | null) => (value === null ? <span className="soft">{t('shell.unknown')}</span> : <Amount value={value} />);

function rightColumns(t: Translate, unit: MoneyUnit) {
  const amount = { align: 'right' as const, width: 112 };
  const word = { unit: unitWord(t, unit) };
  return [
    { title: t('rights.number'), fixed: 'left' as const, width: 152, render: (_: unknown, right: BatchRight) => <Link translate="no" to={`/rights/${right.rightId}`}>{right.number}</Link> },
    { title: t('rights.name'), width: 220, render: (_: unknown, right: BatchRight) => <Two first={<span translate="no">{right.title}</span>} second={t.code('rightKind', right.kind)} /> },
    { title: t('appraisals.firm'), width: 190, render: (_: unknown, right: BatchRight) => <Two first={<Link translate="no" to={`/firms/${right.firmId}`}>{right.firmName}</Link>} second={right.product === '' ? undefined : <span translate="no">{right.product}</span>} /> },
    { title: t('batch.state'), width: 106, render: (_: unknown, right: BatchRight) => <StateMark tone={batchTones[right.state] ?? 'grey'}>{t.code('batchState', right.state)}</StateMark> },
    { title: t('batch.score'), width: 84, align: 'right' as const, render: (_: unknown, right: BatchRight) => (right.score === null ? <span className="soft">{t('shell.unknown')}</span> : trimZeros(formatNumber(right.score, 2))) },
    { title: t('batch.grade'), width: 74, render: (_: unknown, right: BatchRight) => right.grade ?? <span className="soft">{t('shell.unknown')}</span> },
    { title: t('value.of', word), ...amount, render: (_: unknown, right: BatchRight) => known(t, right.value) },
    { title: t('appraisals.low', word), ...amount, render: (_: unknown, right: BatchRight) => known(t, right.low) },
    { title: t('appraisals.high', word), ...amount, render: (_: unknown, right: BatchRight) => known(t, right.high) },
    { title: t('appraisals.after', word), ...amount, width: 130, render: (_: unknown, right: BatchRight) => known(t, right.afterDiligence) },
    { title: t('batch.findings'), width: 130, render: (_: unknown, right: BatchRight) => <Findings t={t} findings={right.findings} /> },
    { title: t('batch.reason'), width: 160, render: (_: unknown, right: BatchRight) => <Tooltip title={<span translate="no">{right.reason}</span>}><span tabIndex={0} translate="no" style={{ display: 'block', maxWidth: 150, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{right.reason}</span></Tooltip> },
    { title: t('batch.links'), width: 120, render: (_: unknown, right: BatchRight) => (right.appraisalId === null ? <span className="soft">{t('shell.none')}</span> : <Two first={<Link to={`/appraisals/${right.appraisalId}`}>{t('batch.open')}</Link>} second={<Link to={`/appraisals/${right.appraisalId}/report`}>{t('report.title')}</Link>} />) },
  ];
}

/** Findings by grade; no diligence is not the same as no finding. */
function Findings({ t, findings }: { t: Translate; findings: Record<string, number> | null }) {
  if (findings === null) return <span className="soft">{t('shell.unknown')}</span>;
  const shown = (['fatal', 'major', 'minor'] as const).filter(grade => (findings[grade] ?? 0) > 0);
  return shown.length === 0 ? <>{t('batch.findings.none')}</> : <span className={styles['actions']} style={{ gap: 4 }}>{shown.map(grade => <StateMark key={grade} tone={grade === 'fatal' ? 'red' : grade === 'major' ? 'amber' : 'grey'}>{`${t(`riskGrade.${grade}`)} ${findings[grade]}`}</StateMark>)}</span>;
}

function groupColumns(t: Translate, unit: MoneyUnit) {
  const amount = { align: 'right' as const, width: 118 };
  const word = { unit: unitWord(t, unit) };
  return [
    { title: t('batch.no'), width: 60, render: (_: unknown, group: BatchGroup) => group.no + 1 },
    { title: t('appraisals.firm'), width: 230, render: (_: unknown, group: BatchGroup) => <Two first={<span translate="no">{group.firmName}</span>} second={<span translate="no">{group.product}</span>} /> },
    { title: t('batch.state'), width: 106, render: (_: unknown, group: BatchGroup) => <StateMark tone={batchTones[group.state] ?? 'grey'}>{t.code('batchState', group.state)}</StateMark> },
    { title: t('appraisals.rights'), width: 80, align: 'right' as const, render: (_: unknown, group: BatchGroup) => group.rights },
    { title: t('value.of', word), ...amount, render: (_: unknown, group: BatchGroup) => known(t, group.total) },
    { title: t('appraisals.low', word), ...amount, render: (_: unknown, group: BatchGroup) => known(t, group.low) },
    { title: t('appraisals.high', word), ...amount, render: (_: unknown, group: BatchGroup) => known(t, group.high) },
    { title: t('batch.remarks'), width: 110, render: (_: unknown, group: BatchGroup) => (group.remarks.length === 0 ? t('shell.none') : <StateMark tone="amber">{t('value.warnings.count', { count: said(group).length })}</StateMark>) },
    { title: t('batch.links'), width: 96, render: (_: unknown, group: BatchGroup) => (group.appraisalId === null ? <span className="soft">{t('shell.none')}</span> : <Link to={`/appraisals/${group.appraisalId}`}>{t('batch.open')}</Link>) },
  ];
}
