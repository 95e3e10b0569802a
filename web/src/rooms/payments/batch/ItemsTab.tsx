import { Checkbox, Select, Skeleton, Table } from 'antd';
import { useItems } from '../../../api/paymentQueries';
import type { Batch, Item, PaymentState } from '../../../api/paymentTypes';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { Nothing } from '../../../shell/Nothing';
import { SearchBox } from '../../../shell/SearchBox';
import { useAddress } from '../../../shell/useAddress';
import { useT } from '../../../words';
import { paging } from '../pages';
import styles from '../Payments.module.css';
import { itemColumns } from './itemColumns';

const rest = { query: '', state: '', differing: '', item: '', page: 1, pageSize: 50 };

/** Each payment of the batch with where it stands; one click opens its history. */
export function ItemsTab({ batch }: { batch: Batch }) {
  const t = useT();
  const [address, change] = useAddress(rest);
  const { differing, query, state, page, pageSize } = address;
  const items = useItems(batch.id, { query, state, page, pageSize, ...(differing === 'yes' ? { differing: true } : {}) });
  const states = Object.keys(batch.byState) as PaymentState[];
  const filtered = query !== '' || state !== '' || differing !== '';
  return (
    <>
      <div className={styles['filters']}>
        <SearchBox value={query} placeholder={t('pay.item.search')} onChange={next => change({ query: next, item: '' })} />
        <Select
          aria-label={t('pay.state')}
          popupMatchSelectWidth={false}
          value={state}
          onChange={next => change({ state: next, item: '' })}
          options={[{ value: '', label: t('pay.state.all') }, ...states.map(value => ({ value, label: `${t.code('payState', value)} ${batch.byState[value] ?? 0}` }))]}
        />
        {batch.differing > 0 && (
          <Checkbox checked={differing === 'yes'} onChange={event => change({ differing: event.target.checked ? 'yes' : '', item: '' })}>
            {t('pay.batch.differing.only')}
          </Checkbox>
        )}
      </div>
      {items.isError && <Failure reason={items.error} onRetry={() => void items.refetch()} />}
      {items.isPending && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {items.data !== undefined && !items.isError && (
        <Table<Item>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="id"
          loading={items.isPlaceholderData}
          columns={itemColumns(t, batch.closedLoop, id => change({ item: id, page }))}
          dataSource={items.data.items}
          scroll={{ x: 1110 }}
          sticky={{ offsetHeader: 48 }}
          locale={{ emptyText: <Nothing>{t('pay.item.empty')}</Nothing> }}
          onRow={item => ({ onClick: () => change({ item: item.id, page }) })}
          pagination={paging(t, address, items.data.total, change)}
          {...(filtered
            ? {}
            : {
                summary: () => (
                  <Table.Summary.Row>
                    <Table.Summary.Cell index={0} colSpan={3}>
                      <strong>{t('trial.total')}</strong>
                    </Table.Summary.Cell>
                    <Table.Summary.Cell index={3} align="right">
                      <strong>
                        <Fen value={batch.total} />
                      </strong>
                    </Table.Summary.Cell>
                    <Table.Summary.Cell index={4} colSpan={batch.closedLoop ? 6 : 5} />
                  </Table.Summary.Row>
                ),
              })}
        />
      )}
    </>
  );
}
