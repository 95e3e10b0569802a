import { Select, Table, Tag } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useSchemes } from '../../api/policy';
import type { SchemeRow } from '../../api/policyTypes';
import { formatDate } from '../../format';
import { Failure } from '../../shell/Failure';
import { Nothing } from '../../shell/Nothing';
import { PageHead } from '../../shell/PageHead';
import { PageSkeleton } from '../../shell/PageSkeleton';
import { StateMark } from '../../shell/StateMark';
import { useAddress } from '../../shell/useAddress';
import { useT } from '../../words';
import { Two } from '../payments/Two';
import styles from '../valuation/Valuation.module.css';
import { Region } from './Region';

const rest = { kind: '' };
const kinds = ['subsidy', 'share'] as const;

export const schemePath = (row: { kind: string; code: string }) => `/policy/schemes/${row.kind}/${encodeURIComponent(row.code)}`;

/** The library: which public money there is, where, from which text, and what of it is not published. */
export default function SchemesPage() {
  const t = useT();
  const navigate = useNavigate();
  const [address, change] = useAddress(rest);
  const found = useSchemes();
  const rows = (found.data?.rows ?? []).filter(row => address.kind === '' || row.kind === address.kind);
  return (
    <>
      <PageHead title={t('policy.schemes')} state={t('policy.schemes.note')} />
      <div className={styles['filters']}>
        <Select aria-label={t('policy.kind')} popupMatchSelectWidth={false} value={address.kind} onChange={kind => change({ kind })} options={[{ value: '', label: t('policy.kind.all') }, ...kinds.map(kind => ({ value: kind as string, label: t(`schemeKind.${kind}`) }))]} />
      </div>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={10} />}
      {found.data !== undefined && !found.isError && (
        <Table<SchemeRow>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey={row => `${row.kind}/${row.code}`}
          dataSource={rows}
          pagination={false}
          scroll={{ x: 1080 }}
          sticky={{ offsetHeader: 48 }}
          locale={{ emptyText: <Nothing>{t('policy.schemes.empty')}</Nothing> }}
          onRow={row => ({ onClick: () => void navigate(schemePath(row)) })}
          columns={[
            { title: t('policy.name'), fixed: 'left', width: 300, render: (_, row) => <Two first={<Link to={schemePath(row)} onClick={event => event.stopPropagation()}>{row.title}</Link>} second={<code>{row.code}</code>} /> },
            { title: t('policy.kind'), width: 100, render: (_, row) => t(`schemeKind.${row.kind}`) },
            { title: t('policy.where'), width: 130, render: (_, row) => <Region code={row.jurisdiction} /> },
            { title: t('policy.version'), width: 150, render: (_, row) => <>{row.version} {row.own ? <Tag color="blue">{t('policy.own')}</Tag> : <Tag>{t('policy.shipped')}</Tag>}</> },
            { title: t('policy.checked'), width: 190, render: (_, row) => <Two first={<StateMark tone={row.verified ? 'green' : 'amber'}>{t(row.verified ? 'policy.verified' : 'policy.unverified')}</StateMark>} second={row.complete ? undefined : t('policy.incomplete')} /> },
            { title: t('policy.source'), render: (_, row) => <Two first={<span translate="no" style={{ overflowWrap: 'anywhere' }}>{row.source}</span>} second={formatDate(row.dated)} /> },
          ]}
        />
      )}
    </>
  );
}
