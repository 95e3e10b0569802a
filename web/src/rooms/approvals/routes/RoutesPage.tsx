import { Button, Modal, Segmented, Table, Tabs } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useRouteVersion, useRouteVersions, useRules } from '../../../api/approvalQueries';
import type { RouteRule, RouteRules, RouteSource, RouteVersionRow } from '../../../api/approvalTypes';
import { formatDate, formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { SearchBox } from '../../../shell/SearchBox';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { RuleFlow } from './RuleFlow';
import approvals from '../Approvals.module.css';
import styles from './Routes.module.css';

const rest = { tab: 'rules', query: '', show: 'needed' };
const shows = ['needed', 'exempt', 'all'] as const;

function Rules({ rules }: { rules: RouteRules }) {
  const t = useT();
  const [address, change] = useAddress(rest);
  const query = address.query.toLowerCase();
  const rows = rules.rules
    .filter(rule => address.show === 'all' || (rule.exemptZh === null) === (address.show === 'needed'))
    .filter(rule => query === '' || [rule.act, rule.titleZh, rule.titleEn].some(text => text.toLowerCase().includes(query)));
  return (
    <>
      <div className={approvals['filters']}>
        <SearchBox value={address.query} placeholder={t('routes.search')} onChange={next => change({ query: next })} />
        <Segmented<string> aria-label={t('routes.show')} value={address.show} onChange={show => change({ show })} options={shows.map(value => ({ value, label: t(`routes.show.${value}`) }))} />
      </div>
      <Table<RouteRule>
        className={approvals['table'] ?? ''}
        size="small"
        rowKey="act"
        pagination={false}
        dataSource={rows}
        scroll={{ x: 860 }}
        sticky={{ offsetHeader: 48 }}
        columns={[
          { title: t('routes.act'), width: 230, render: (_, rule) => <span className={approvals['matter']}><span>{t.either(rule.titleZh, rule.titleEn)}</span><code className={approvals['small']}>{rule.act}</code></span> },
          { title: t('routes.rule'), render: (_, rule) => <RuleFlow rule={rule} /> },
          { title: t('routes.of'), width: 140, render: (_, rule) => (rule.own ? `${t('routes.own')} ${rule.of}` : rule.of) },
        ]}
      />
    </>
  );
}

function VersionText({ no, onClose }: { no: number; onClose: () => void }) {
  const t = useT();
  const version = useRouteVersion(no);
  return (
    <Modal open width={760} title={t('routes.version.text', { no })} footer={null} onCancel={onClose}>
      {version.isError ? <Failure reason={version.error} onRetry={() => void version.refetch()} /> : <pre className={styles['text']}>{version.data?.text ?? ''}</pre>}
    </Modal>
  );
}

function Versions() {
  const t = useT();
  const found = useRouteVersions();
  const [shown, setShown] = useState<number | null>(null);
  if (found.isError) return <Failure reason={found.error} onRetry={() => void found.refetch()} />;
  return (
    <>
      <Table<RouteVersionRow>
        className={approvals['table'] ?? ''}
        size="small"
        rowKey="id"
        loading={found.isPending}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        dataSource={found.data?.versions ?? []}
        scroll={{ x: 760 }}
        locale={{ emptyText: <Nothing>{t('routes.versions.empty')}</Nothing> }}
        columns={[
          { title: t('routes.source.version'), width: 80, render: (_, row) => t('routes.version.no', { no: row.no }) },
          { title: t('routes.version.note'), render: (_, row) => row.note },
          { title: t('routes.version.savedAt'), width: 140, render: (_, row) => formatInstant(row.savedAt) },
          { title: t('routes.version.savedBy'), width: 110, render: (_, row) => row.savedBy },
          { title: 'SHA-256', width: 130, render: (_, row) => <code title={row.sha256}>{row.sha256.slice(0, 12)}…</code> },
          { key: 'text', width: 80, render: (_, row) => <Button size="small" onClick={() => setShown(row.no)}>{t('routes.version.open')}</Button> },
        ]}
      />
      {shown !== null && <VersionText no={shown} onClose={() => setShown(null)} />}
    </>
  );
}

function Sources({ sources }: { sources: readonly RouteSource[] }) {
  const t = useT();
  return (
    <Table<RouteSource>
      className={approvals['table'] ?? ''}
      size="small"
      rowKey="code"
      pagination={false}
      dataSource={sources}
      scroll={{ x: 760 }}
      columns={[
        { title: t('routes.source.code'), width: 130, render: (_, row) => <code>{`${row.code}@${row.version}`}</code> },
        { title: t('routes.source.name'), width: 200, render: (_, row) => t.either(row.nameZh, row.nameEn) },
        { title: t('routes.source.dated'), width: 110, render: (_, row) => formatDate(row.dated) },
        { title: t('routes.source.source'), render: (_, row) => t.either(row.sourceZh, row.sourceEn) },
      ]}
    />
  );
}

/** For every act who must approve it, or why nobody need; and the organisation's own versions. */
export default function RoutesPage() {
  const t = useT();
  const [address, change] = useAddress(rest);
  const found = useRules();
  const may = useMay('access.route.save');
  const exempt = found.data?.rules.filter(rule => rule.exemptZh !== null).length ?? 0;
  return (
    <>
      <PageHead
        title={t('routes.title')}
        state={found.data === undefined ? <>&nbsp;</> : t('routes.state', { count: found.data.rules.length - exempt, exempt, no: found.data.ownNo })}
        actions={may ? <Link to="/approvals/routes/propose"><Button type="primary">{t('routes.propose')}</Button></Link> : undefined}
      />
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={12} />}
      {found.data !== undefined && (
        <Tabs
          activeKey={address.tab}
          onChange={tab => change({ tab })}
          destroyOnHidden
          items={[
            { key: 'rules', label: t('routes.tab.rules'), children: <Rules rules={found.data} /> },
            { key: 'versions', label: t('routes.tab.versions'), children: <Versions /> },
            { key: 'sources', label: t('routes.tab.sources'), children: <Sources sources={found.data.sources} /> },
          ]}
        />
      )}
    </>
  );
}
