import { Alert, Drawer, Skeleton, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useSource, useSources } from '../../../api/rightQueries';
import type { IntakeReport, RightSource } from '../../../api/rightTypes';
import type { Finding } from '../../../api/types';
import { formatDate, formatInstant, formatNumber } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { useAddress } from '../../../shell/useAddress';
import { useT, type Translate } from '../../../words';
import { Figures } from '../../payments/Figures';
import { paging } from '../../payments/pages';
import { Two } from '../../payments/Two';
import { spoken } from '../kept';
import styles from '../Assets.module.css';

const rest = { source: '', page: 1, pageSize: 50 };

/** Files rights were taken from, and the report of each. */
export default function SourcesPage() {
  const t = useT();
  const [address, change] = useAddress(rest);
  const { source, ...paged } = address;
  const sources = useSources(paged);
  return (
    <>
      <PageHead title={t('sources.title')} state={sources.data === undefined ? undefined : t('shell.total', { count: sources.data.total })} />
      {sources.isError && <Failure reason={sources.error} onRetry={() => void sources.refetch()} />}
      {sources.isPending && <PageSkeleton rows={8} />}
      {sources.data !== undefined && !sources.isError && (
        <Table<RightSource>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="id"
          columns={sourceColumns(t, id => change({ source: id, page: address.page }))}
          dataSource={sources.data.items}
          loading={sources.isPlaceholderData}
          locale={{ emptyText: <Nothing>{t('sources.empty')}</Nothing> }}
          scroll={{ x: 1080 }}
          onRow={row => ({ onClick: () => change({ source: row.id, page: address.page }) })}
          pagination={paging(t, address, sources.data.total, change)}
        />
      )}
      <ReportDrawer id={source} onClose={() => change({ source: '', page: address.page })} />
    </>
  );
}

function sourceColumns(t: Translate, open: (id: string) => void): ColumnsType<RightSource> {
  const count = (value: number) => formatNumber(String(value), 0);
  return [
    {
      title: t('sources.name'),
      width: 260,
      fixed: 'left',
      render: (_, row) => (
        <a
          href={`?source=${row.id}`}
          onClick={event => {
            event.preventDefault();
            event.stopPropagation();
            open(row.id);
          }}
        >
          {row.name}
        </a>
      ),
    },
    { title: t('sources.format'), width: 130, render: (_, row) => row.format },
    { title: t('right.asOf'), width: 110, render: (_, row) => formatDate(row.asOf) },
    { title: t('sources.rows'), width: 90, align: 'right', render: (_, row) => count(row.rows) },
    { title: t('sources.rights'), width: 90, align: 'right', render: (_, row) => count(row.rights) },
    { title: t('sources.merged'), width: 90, align: 'right', render: (_, row) => count(row.merged) },
    { title: t('sources.refused'), width: 90, align: 'right', render: (_, row) => (row.refused > 0 ? <StateMark tone="red">{count(row.refused)}</StateMark> : count(row.refused)) },
    { title: t('sources.warnings'), width: 90, align: 'right', render: (_, row) => (row.warnings > 0 ? <StateMark tone="amber">{count(row.warnings)}</StateMark> : count(row.warnings)) },
    { title: t('sources.at'), width: 170, render: (_, row) => <Two first={row.done ? formatInstant(row.at) : t('sources.unfinished')} second={t.code('person', row.by)} /> },
  ];
}

/** What became of a file beside the list; its address can be sent. */
function ReportDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT();
  const report = useSource(id === '' ? null : id);
  return (
    <Drawer open={id !== ''} width="min(760px, 100vw)" title={report.data?.name ?? t('sources.report')} onClose={onClose} destroyOnHidden>
      {report.isError && <Failure reason={report.error} onRetry={() => void report.refetch()} />}
      {report.isPending && id !== '' && <Skeleton active paragraph={{ rows: 8 }} />}
      {report.data !== undefined && <Report report={report.data} />}
    </Drawer>
  );
}

function Report({ report }: { report: IntakeReport }) {
  const t = useT();
  const unused = Object.entries(report.unused).sort(([, one], [, other]) => other - one);
  const shown = report.refused + report.warnings > report.findings.length ? t('sources.findings.some', { shown: report.findings.length, all: report.refused + report.warnings }) : undefined;
  return (
    <div className={styles['stack']}>
      <Figures
        figures={[
          { label: t('sources.rows'), value: report.rows },
          { label: t('sources.taken'), value: report.taken, note: t('sources.taken.note', { rights: report.rights, merged: report.merged }) },
          { label: t('sources.refused'), value: report.refused },
          { label: t('sources.warnings'), value: report.warnings },
        ]}
      />
      <h3>{t('sources.findings')}</h3>
      {shown !== undefined && <Alert type="info" showIcon message={shown} />}
      <Table<Finding> size="small" rowKey={(finding, index) => `${finding.code}${finding.line}${index ?? 0}`} columns={findingColumns(t)} dataSource={report.findings.map(finding => spoken(t, finding))} pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }} scroll={{ x: 640 }} locale={{ emptyText: t('sources.findings.none') }} />
      <h3>{t('sources.unused')}</h3>
      {unused.length === 0 ? (
        <p className="soft">{t('sources.unused.none')}</p>
      ) : (
        <dl className={styles['facts']}>
          {unused.map(([name, times]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt translate="no">{name}</dt>
              <dd>{t('sources.unused.times', { count: times })}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function findingColumns(t: Translate): ColumnsType<Finding> {
  return [
    { title: t('sources.line'), width: 70, align: 'right', render: (_, finding) => finding.line ?? t('shell.none') },
    { title: t('sources.outcome'), width: 90, render: (_, finding) => <StateMark tone={finding.severity === 'warning' ? 'amber' : 'red'}>{t(finding.severity === 'warning' ? 'sources.outcome.warned' : 'sources.outcome.refused')}</StateMark> },
    { title: t('sources.reason'), render: (_, finding) => <Two first={finding.message} second={[finding.path, finding.found === null ? '' : t('finding.found', { found: finding.found, expected: finding.expected ?? t('shell.none') })].filter(part => part !== '').join(' · ')} /> },
    { title: t('sources.code'), width: 90, render: (_, finding) => <code>{finding.code}</code> },
  ];
}
