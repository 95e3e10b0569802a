import { Alert, Button, Table } from 'antd';
import { Link, useParams } from 'react-router';
import { useLoanProduct } from '../../../api/origination';
import type { LoanProductDetail } from '../../../api/originationTypes';
import { formatDate, formatInstant, formatPercent } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { useMay } from '../../../shell/useMe';
import { useLanguage, useT } from '../../../words';
import styles from '../Lending.module.css';
import { spreadText } from './ProductsPage';

/** One product: its terms, conditions and fees, where they come from, its versions and its text. */
export default function ProductPage() {
  const t = useT();
  const language = useLanguage();
  const { code = '' } = useParams();
  const found = useLoanProduct(code);
  const may = useMay('lending.product.save');
  const back = <Link to="/lending/products">← {t('product.title')}</Link>;
  if (found.data === undefined) {
    return found.isError ? <>{back}<Failure reason={found.error} onRetry={() => void found.refetch()} /></> : <PageSkeleton rows={12} />;
  }
  const product = found.data;
  const { row } = product;
  return (
    <>
      <PageHead title={row.title} back={back} actions={<><UnitSwitch />{may && <Link to={`/lending/products/${encodeURIComponent(row.code)}/edit`}><Button type="primary">{t('policyEdit.change')}</Button></Link>}</>} state={<><code>{row.code}</code> · {row.version} · <StateMark tone={row.verified ? 'green' : 'amber'}>{t(row.verified ? 'product.verified' : 'product.unverified')}</StateMark></>} />
      <div className={styles['stack']}>
        {product.open.length > 0 && <Alert type="warning" showIcon message={t('product.open')} description={product.open.map(words => <div key={words}>{words}</div>)} />}
        <Panel title={row.summary}>
          <dl className={styles['facts']}>
            <dt>{t('product.lender')}</dt><dd>{row.lender}</dd>
            <dt>{t('product.amount')}</dt><dd><Amount value={row.least} /> – <Amount value={row.most} /></dd>
            <dt>{t('product.months')}</dt><dd>{row.leastMonths} – {row.mostMonths}</dd>
            <dt>{t('product.rate')}</dt><dd>{t('product.rate.said', { lpr: row.lpr, spread: spreadText(row.spread) })}</dd>
            <dt>{t('product.method')}</dt><dd>{t.code('method', row.method)} · {row.every}</dd>
            <dt>{t('product.security')}</dt><dd>{row.guaranteeTitle} · {row.pledgeRate === null ? t('product.noAppraisal') : t('product.pledgeRate', { rate: formatPercent(row.pledgeRate) })}</dd>
            <dt>{t('product.kinds')}</dt><dd>{row.kinds.join(language === 'zh' ? '、' : ', ')}</dd>
            <dt>{t('product.firstFund')}</dt><dd>{row.firstFund === null ? t('product.firstFund.none') : <Amount value={row.firstFund} />}</dd>
            <dt>{t('match.source')}</dt><dd translate="no">{product.source} · {formatDate(product.dated)}</dd>
          </dl>
        </Panel>
        <Panel title={t('product.conditions')}>
          <Table<LoanProductDetail['conditions'][number]> size="small" rowKey="id" pagination={false} scroll={{ x: 480 }} dataSource={product.conditions} columns={[{ title: t('product.condition'), width: '40%', dataIndex: 'title' }, { title: t('product.wanted'), dataIndex: 'wanted' }]} />
        </Panel>
        <Panel title={t('product.fees')}>
          {product.fees.length === 0 ? <p>{t('product.fees.none')}</p> : (
            <Table<LoanProductDetail['fees'][number]>
              size="small"
              rowKey="id"
              pagination={false}
              scroll={{ x: 560 }}
              dataSource={product.fees}
              columns={[
                { title: t('product.fee'), dataIndex: 'title' },
                { title: t('product.amount'), align: 'right', render: (_, fee) => <>{fee.rate === null ? <Amount value={fee.amount} /> : formatPercent(fee.rate)} {t(fee.perYear ? 'product.perYear' : 'product.once')}</> },
                { title: t('product.payer'), render: (_, fee) => t.code('payer', fee.payer) },
                { title: t('match.source'), render: (_, fee) => fee.source },
              ]}
            />
          )}
        </Panel>
        <Panel title={t('product.versions')}>
          <ol className={styles['steps']}>
            {product.versions.map(version => (
              <li key={version.number}>
                <div className={styles['stepHead']}><strong>{version.version}</strong>{version.savedAt !== null && <span>{formatInstant(version.savedAt)} · {t.code('person', version.savedBy ?? '')}</span>}</div>
                <div className={styles['stepNote']}>{version.reason ?? product.source} · <code>{version.hash.slice(0, 12)}</code></div>
              </li>
            ))}
          </ol>
        </Panel>
        <details className={styles['panel']}>
          <summary>{t('product.text')}</summary>
          <pre translate="no" style={{ overflowX: 'auto' }}>{product.text}</pre>
        </details>
      </div>
    </>
  );
}
