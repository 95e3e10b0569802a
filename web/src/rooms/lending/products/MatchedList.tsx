import { Button, Table } from 'antd';
import { Link } from 'react-router';
import type { MatchedProduct } from '../../../api/originationTypes';
import { formatDate, formatMoney, formatPercent } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { StateMark, type Tone } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import styles from '../Lending.module.css';
import { productPath } from './ProductsPage';

const tones: Record<MatchedProduct['fit'], Tone> = { eligible: 'green', unknown: 'amber', refused: 'grey' };
const aidTones: Record<'granted' | 'refused' | 'open', Tone> = { granted: 'green', refused: 'grey', open: 'amber' };

interface Props {
  rows: readonly MatchedProduct[];
  onApply?: (code: string) => void;
}

/** Products in their order: what each costs, and what stands against it. */
export function MatchedList({ rows, onApply }: Props) {
  const t = useT();
  return (
    <Table<MatchedProduct>
      className={styles['table'] ?? ''}
      size="small"
      rowKey={row => row.product.code}
      pagination={false}
      dataSource={[...rows]}
      scroll={{ x: 980 }}
      expandable={{ expandedRowRender: row => <Told row={row} />, rowExpandable: row => row.conditions.length > 0 }}
      columns={[
        { title: t('match.rank'), width: 60, align: 'right', render: (_, row) => row.rank ?? '—' },
        { title: t('product.called'), width: 210, render: (_, row) => <Two first={<Link to={productPath(row.product.code)}>{row.product.title}</Link>} second={row.product.lender} /> },
        { title: t('assessment.state'), width: 90, render: (_, row) => <StateMark tone={tones[row.fit]}>{t(`fit.${row.fit}`)}</StateMark> },
        { title: t('match.cost'), width: 140, align: 'right', render: (_, row) => (row.quote === null ? '—' : <Two first={<strong className="tabular">{formatPercent(row.quote.afterAid ?? row.quote.gross)}</strong>} second={t('match.gross', { rate: formatPercent(row.quote.gross) })} />) },
        { title: t('match.total'), width: 120, align: 'right', render: (_, row) => (row.quote === null ? '—' : <Amount value={row.quote.total} />) },
        { title: t('match.most'), width: 120, align: 'right', render: (_, row) => (row.quote === null ? '—' : <Amount value={row.quote.most} />) },
        { title: t('match.why'), render: (_, row) => <Why row={row} /> },
        ...(onApply === undefined ? [] : [{ title: '', width: 84, render: (_: unknown, row: MatchedProduct) => (row.fit === 'refused' ? null : <Button size="small" {...(row.rank === 1 ? { type: 'primary' as const } : {})} onClick={() => onApply(row.product.code)}>{t('match.apply')}</Button>) }]),
      ]}
    />
  );
}

function Why({ row }: { row: MatchedProduct }) {
  const t = useT();
  const against = row.conditions.filter(condition => condition.holds !== true);
  if (against.length > 0) return <>{against.map(condition => <span key={condition.id} className={styles['reason']}>{condition.sentence}</span>)}</>;
  return row.quote === null ? null : <>{t('match.parts', { interest: formatMoney(row.quote.interest, 'yuan'), fees: formatMoney(row.quote.fees, 'yuan'), aid: formatMoney(row.quote.aid, 'yuan') })}</>;
}

function Told({ row }: { row: MatchedProduct }) {
  const t = useT();
  return (
    <div className={styles['stack']}>
      <ul>
        {row.conditions.map(condition => (
          <li key={condition.id}>
            <StateMark tone={condition.holds === true ? 'green' : condition.holds === false ? 'red' : 'amber'}>{t(condition.holds === true ? 'checkState.pass' : condition.holds === false ? 'checkState.fail' : 'checkState.unknown')}</StateMark> {condition.sentence}
          </li>
        ))}
      </ul>
      {row.quote !== null && row.quote.schemes.length > 0 && (
        <div>
          <strong>{t('match.aid')}</strong>
          <ul>
            {row.quote.schemes.map(scheme => (
              <li key={scheme.code}>
                <StateMark tone={aidTones[scheme.state]}>{t(scheme.state === 'granted' ? 'checkState.pass' : scheme.state === 'refused' ? 'checkState.fail' : 'checkState.unknown')}</StateMark> {scheme.title} <Amount value={scheme.amount} /> {scheme.why.length > 0 && <span className="soft">{scheme.why.join('；')}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {row.quote !== null && (
        <details>
          <summary>{t('match.schedule')}</summary>
          <Table size="small" rowKey={(_, n) => `${n}`} pagination={false} scroll={{ x: 420 }} dataSource={row.quote.flows} columns={[{ title: t('application.changed'), render: (_, flow) => formatDate(flow.date) }, { title: t('match.fact'), dataIndex: 'title' }, { title: t('application.amount'), align: 'right', render: (_, flow) => <Amount value={flow.amount} signed /> }]} />
        </details>
      )}
    </div>
  );
}
