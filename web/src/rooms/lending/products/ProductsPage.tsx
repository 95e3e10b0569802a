import { CalculatorOutlined } from '@ant-design/icons';
import { Button, Table, Tag } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useLoanProducts } from '../../../api/origination';
import type { LoanProductRow } from '../../../api/originationTypes';
import { formatPercent, formatPoints } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import styles from '../Lending.module.css';

export const productPath = (code: string) => `/lending/products/${encodeURIComponent(code)}`;

/** Plus and minus of a spread in base points. */
export const spreadText = (spread: string) => (spread.startsWith('-') ? `− ${formatPoints(spread.slice(1))}` : `+ ${formatPoints(spread)}`);

/** The catalogue: who lends what, at which price, on which security. */
export default function ProductsPage() {
  const t = useT();
  const navigate = useNavigate();
  const found = useLoanProducts();
  const match = <Link to="/lending/match"><Button type="primary" icon={<CalculatorOutlined />}>{t('match.title')}</Button></Link>;
  return (
    <>
      <PageHead title={t('product.title')} state={t('product.note')} actions={<><UnitSwitch />{match}</>} />
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={8} />}
      {found.data !== undefined && !found.isError && (
        <Table<LoanProductRow>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="code"
          dataSource={found.data.rows}
          pagination={false}
          scroll={{ x: 1120 }}
          sticky={{ offsetHeader: 48 }}
          locale={{ emptyText: <Nothing>{t('product.empty')}</Nothing> }}
          onRow={row => ({ onClick: () => void navigate(productPath(row.code)) })}
          columns={[
            { title: t('product.called'), fixed: 'left', width: 240, render: (_, row) => <Two first={<><Link to={productPath(row.code)} onClick={event => event.stopPropagation()}>{row.title}</Link> {row.own && <Tag color="blue">{t('product.own')}</Tag>}</>} second={row.lender} /> },
            { title: t('product.amount'), width: 210, align: 'right', render: (_, row) => <><Amount value={row.least} /> – <Amount value={row.most} /></> },
            { title: t('product.months'), width: 100, align: 'right', render: (_, row) => `${row.leastMonths} – ${row.mostMonths}` },
            { title: t('product.rate'), width: 150, render: (_, row) => t('product.rate.said', { lpr: row.lpr, spread: spreadText(row.spread) }) },
            { title: t('product.method'), width: 160, render: (_, row) => t.code('method', row.method) },
            { title: t('product.security'), width: 170, render: (_, row) => <Two first={row.guaranteeTitle} second={row.pledgeRate === null ? t('product.noAppraisal') : t('product.pledgeRate', { rate: formatPercent(row.pledgeRate) })} /> },
            { title: t('product.checked'), width: 100, render: (_, row) => <StateMark tone={row.verified ? 'green' : 'amber'}>{t(row.verified ? 'product.verified' : 'product.unverified')}</StateMark> },
          ]}
        />
      )}
    </>
  );
}
