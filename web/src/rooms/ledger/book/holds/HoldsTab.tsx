import { LockOutlined } from '@ant-design/icons';
import { Button, Select, Skeleton, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useAccounts, useHolds } from '../../../../api/ledgerQueries';
import type { AccountRow, BookRow, HoldRow, HoldState } from '../../../../api/ledgerTypes';
import { formatDate, formatInstant } from '../../../../format';
import { Failure } from '../../../../shell/Failure';
import { Fen } from '../../../../shell/Fen';
import { Nothing } from '../../../../shell/Nothing';
import { Panel } from '../../../../shell/Panel';
import { StateMark, type Tone } from '../../../../shell/StateMark';
import { pageSizes, useAddress } from '../../../../shell/useAddress';
import { useT, type Translate } from '../../../../words';
import { useOpenEntry } from '../../entry/useOpenEntry';
import { PlaceHold } from './PlaceHold';
import { PostHold } from './PostHold';
import { VoidHold } from './VoidHold';

const rest = { state: '', page: 1, pageSize: 50 };
const states: readonly HoldState[] = ['pending', 'posted', 'voided', 'expired'];
const tones: Record<HoldState, Tone> = { pending: 'blue', posted: 'green', voided: 'grey', expired: 'amber' };

function Two({ first, second }: { first: string; second: string }) {
  return (
    <>
      <div>{first}</div>
      {second !== '' && <div className="soft">{second}</div>}
    </>
  );
}

type Closing = { hold: HoldRow; how: 'post' | 'void' };

function columnsOf(t: Translate, accounts: readonly AccountRow[], onClose: (closing: Closing) => void, onOpen: (entry: string) => void): ColumnsType<HoldRow> {
  const nameOf = (code: string) => {
    const account = accounts.find(one => one.code === code);
    return account === undefined ? code : `${code} ${t.either(account.zh, account.en)}`;
  };
  const actions = (hold: HoldRow) => {
    if (hold.state === 'pending') {
      return (
        <span style={{ display: 'inline-flex', gap: 6 }}>
          <Button size="small" onClick={() => onClose({ hold, how: 'post' })}>
            {t('hold.post')}
          </Button>
          <Button size="small" onClick={() => onClose({ hold, how: 'void' })}>
            {t('hold.void')}
          </Button>
        </span>
      );
    }
    const { entry } = hold;
    if (entry === null) return null;
    return (
      <Button size="small" onClick={() => onOpen(entry)}>
        {t('hold.entry')}
      </Button>
    );
  };
  return [
    { title: t('hold.state'), width: 92, render: (_, hold) => <StateMark tone={tones[hold.state]}>{t.code('hold.state', hold.state)}</StateMark> },
    { title: t('entry.memo'), width: 190, render: (_, hold) => (hold.memo === '' ? t.code('ledgerEvent', hold.event) : hold.memo) },
    { title: t('planned.accounts'), width: 200, render: (_, hold) => <Two first={nameOf(hold.debit)} second={nameOf(hold.credit)} /> },
    { title: t('hold.amount.yuan'), width: 130, align: 'right', render: (_, hold) => <Fen value={hold.amount} /> },
    { title: t('hold.posted'), width: 130, align: 'right', render: (_, hold) => <Fen value={hold.posted} /> },
    { title: t('hold.created'), width: 104, render: (_, hold) => formatDate(hold.createdOn) },
    {
      title: t('hold.expires'),
      width: 138,
      render: (_, hold) => <Two first={hold.expires === null ? t('hold.expires.none') : formatDate(hold.expires)} second={hold.closedAt === null ? '' : t('hold.closedAt', { at: formatInstant(hold.closedAt).slice(0, 10) })} />,
    },
    { title: t('hold.actions'), width: 128, render: (_, hold) => actions(hold) },
  ];
}

/** Money set aside: posted in part or whole, voided, or expired, once only. */
export function HoldsTab({ book }: { book: BookRow }) {
  const t = useT();
  const { open } = useOpenEntry();
  const [address, change] = useAddress(rest);
  const holds = useHolds(book.id, address);
  const accounts = useAccounts(book.id).data ?? [];
  const [closing, setClosing] = useState<Closing | null>(null);
  const [placing, setPlacing] = useState(false);
  const place = (
    <Button icon={<LockOutlined />} onClick={() => setPlacing(true)}>
      {t('hold.new')}
    </Button>
  );
  const tools = (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
      <Select
        aria-label={t('hold.state')}
        popupMatchSelectWidth={false}
        value={address.state}
        onChange={state => change({ state })}
        options={[{ value: '', label: t('hold.state.all') }, ...states.map(value => ({ value, label: t.code('hold.state', value) }))]}
      />
      {place}
    </div>
  );
  return (
    <Panel title={t('book.tab.holds')} note={holds.data === undefined ? undefined : t('shell.total', { count: holds.data.total })} extra={tools}>
      {holds.isError && <Failure reason={holds.error} onRetry={() => void holds.refetch()} />}
      {holds.isPending && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {holds.data !== undefined && !holds.isError && (
        <Table<HoldRow>
          size="small"
          rowKey="id"
          loading={holds.isPlaceholderData}
          columns={columnsOf(t, accounts, setClosing, open)}
          dataSource={holds.data.items}
          scroll={{ x: 1090 }}
          locale={{ emptyText: address.state === '' ? <Nothing action={place}>{t('hold.empty')}</Nothing> : <Nothing>{t('hold.empty.filtered')}</Nothing> }}
          pagination={{
            current: address.page,
            pageSize: address.pageSize,
            total: holds.data.total,
            pageSizeOptions: pageSizes,
            hideOnSinglePage: holds.data.total <= 20,
            onChange: (page, pageSize) => change({ page, pageSize }),
          }}
        />
      )}
      {closing?.how === 'post' && <PostHold book={book} hold={closing.hold} onClose={() => setClosing(null)} />}
      {closing?.how === 'void' && <VoidHold hold={closing.hold} onClose={() => setClosing(null)} />}
      {placing && <PlaceHold book={book} accounts={accounts} onClose={() => setPlacing(false)} />}
    </Panel>
  );
}
