import { Form, Input, Modal, Table } from 'antd';
import { useState } from 'react';
import { matchPlanned } from '../../../../api/ledger';
import { useCandidates } from '../../../../api/ledgerQueries';
import type { Candidate, PlannedRow } from '../../../../api/ledgerTypes';
import { compareAmounts, formatDate, formatMoney, parseMoney } from '../../../../format';
import { Failure } from '../../../../shell/Failure';
import { Fen } from '../../../../shell/Fen';
import { Nothing } from '../../../../shell/Nothing';
import { StateMark } from '../../../../shell/StateMark';
import { useT } from '../../../../words';
import { OtherFindings } from '../../FieldNotes';
import { useWrite } from '../../useWrite';

const lesser = (a: string, b: string) => (compareAmounts(a, b) <= 0 ? a : b);

interface Props {
  bookId: string;
  planned: PlannedRow;
  onClose: () => void;
}

/** Entries on the same two accounts, best first; the amount defaults to the lesser of what is open on both sides. */
export function MatchDialog({ bookId, planned, onClose }: Props) {
  const t = useT();
  const write = useWrite(onClose);
  const candidates = useCandidates(bookId, planned.id);
  const list = candidates.data?.entries ?? [];
  const [picked, setPicked] = useState<string | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const entry = list.find(one => one.id === picked) ?? list[0];
  const most = entry === undefined ? '0' : lesser(entry.fits, planned.open);
  const amount = typed === null ? most : parseMoney(typed);
  const above = amount !== null && compareAmounts(amount, most) > 0;
  const usable = entry !== undefined && amount !== null && !above && compareAmounts(amount, '0') > 0;
  const match = async () => {
    if (entry === undefined) return;
    const done = await write.run(
      () => matchPlanned(planned.id, { entryId: entry.id, amount }),
      () => t('planned.match.done'),
    );
    if (done) onClose();
  };
  const wrong = usable || entry === undefined ? {} : { validateStatus: 'error' as const, help: above ? t('planned.match.above') : t('post.badMoney') };
  const note = t('planned.match.note', { memo: planned.memo, due: planned.due, open: formatMoney(planned.open, 'yuan') });
  return (
    <Modal
      open
      width={820}
      title={t('planned.match.title')}
      okText={t('planned.match')}
      cancelText={t('shell.cancel')}
      confirmLoading={write.busy}
      okButtonProps={{ disabled: !usable }}
      onOk={() => void match()}
      onCancel={onClose}
    >
      <p className="tabular" style={{ marginBottom: 10 }}>
        {note}
      </p>
      <OtherFindings findings={write.findings} fields={[]} />
      {candidates.isError && <Failure reason={candidates.error} onRetry={() => void candidates.refetch()} />}
      {!candidates.isError && (
        <Table<Candidate>
          size="small"
          rowKey="id"
          loading={candidates.isPending}
          dataSource={list}
          pagination={false}
          scroll={{ x: 700, y: 300 }}
          locale={{ emptyText: <Nothing>{t('planned.match.none')}</Nothing> }}
          rowSelection={{ type: 'radio', selectedRowKeys: entry === undefined ? [] : [entry.id], onChange: ([id]) => setPicked(String(id)), getCheckboxProps: one => ({ name: one.id, 'aria-label': t('entry.title', { sequence: one.sequence }) }) }}
          onRow={one => ({ onClick: () => setPicked(one.id) })}
          columns={[
            { title: t('journal.sequence'), width: 66, align: 'right', dataIndex: 'sequence' },
            { title: t('journal.effective'), width: 104, render: (_, one) => formatDate(one.effective) },
            { title: t('planned.match.days'), width: 90, align: 'right', render: (_, one) => (one.days > 0 ? `+${one.days}` : one.days) },
            { title: t('entry.memo'), render: (_, one) => (one.memo === '' ? t.code('ledgerEvent', one.event) : one.memo) },
            {
              title: t('planned.match.fits'),
              width: 230,
              align: 'right',
              render: (_, one) => (
                <>
                  {compareAmounts(one.fits, planned.open) === 0 && <StateMark tone="green">{t('planned.match.exact')}</StateMark>}{' '}
                  <Fen value={one.fits} />
                </>
              ),
            },
          ]}
        />
      )}
      {entry !== undefined && (
        <Form layout="vertical" style={{ marginTop: 12 }}>
          <Form.Item label={t('planned.match.amount')} htmlFor="match-amount" {...wrong}>
            <Input id="match-amount" className="tabular" value={typed ?? formatMoney(most, 'yuan')} onChange={event => setTyped(event.target.value)} />
          </Form.Item>
        </Form>
      )}
    </Modal>
  );
}
