import { Form, Input, Modal, Select, Table } from 'antd';
import { useState } from 'react';
import { usePledges } from '../../../api/lendingQueries';
import { loanKeys, topUp, tryTopUp } from '../../../api/loans';
import type { FacilityDetail, ToppedUp } from '../../../api/loanShapes';
import { Fen } from '../../../shell/Fen';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';

/** A further pledge for the line: first what it covers before and after, then it is added. */
export function TopUpDialog({ detail, onClose }: { detail: FacilityDetail; onClose: () => void }) {
  const t = useT();
  const trying = useWriting([]);
  const write = useWriting([loanKeys, ['evidence']], onClose);
  const pledges = usePledges({ state: 'perfected', pageSize: 200 });
  const [given, setGiven] = useState({ pledgeId: '', note: '' });
  const [tried, setTried] = useState<ToppedUp | null>(null);
  const there = new Set(detail.pledges.map(one => one.id));
  const go = async () => {
    if (tried === null) {
      await trying.run(
        () => tryTopUp(detail.row.id, given.pledgeId),
        answer => {
          setTried(answer);
          return t('loanEvent.tried');
        },
      );
      return;
    }
    if (await write.run(() => topUp(detail.row.id, { ...given, baseVersion: detail.row.version }), () => t('topUp.done'))) onClose();
  };
  const findings = [...trying.findings, ...write.findings];
  const fen = (value: string | null | undefined) => (value == null ? t('facility.unknown') : <Fen value={value} />);
  return (
    <Modal open title={`${t('topUp.title')} · ${detail.row.number}`} okText={t(tried === null ? 'loanEvent.try' : 'topUp.title')} cancelText={t('shell.cancel')} confirmLoading={trying.busy || write.busy} okButtonProps={{ disabled: given.pledgeId === '' }} onOk={() => void go()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={findings} fields={['pledgeId', 'note']} />
        <Field label={t('topUp.pledge')} id="topup-pledge" name="pledgeId" findings={findings}>
          <Select
            id="topup-pledge"
            showSearch
            optionFilterProp="label"
            value={given.pledgeId === '' ? null : given.pledgeId}
            onChange={pledgeId => {
              setTried(null);
              setGiven(before => ({ ...before, pledgeId }));
            }}
            options={(pledges.data?.items ?? []).filter(one => !there.has(one.id)).map(one => ({ value: one.id, label: `${one.contractNo} ${one.pledgors.join('、')}` }))}
          />
        </Field>
        <Field label={t('topUp.note')} id="topup-note" name="note" findings={findings}>
          <Input id="topup-note" value={given.note} onChange={event => setGiven(before => ({ ...before, note: event.target.value }))} />
        </Field>
        {tried !== null && (
          <Table
            size="small"
            rowKey="key"
            pagination={false}
            dataSource={[
              { key: 'value', label: t('topUp.value'), was: fen(tried.before.value), then: fen(tried.after.value) },
              { key: 'most', label: t('topUp.most'), was: fen(tried.before.most), then: fen(tried.after.most) },
              { key: 'short', label: t('topUp.short'), was: fen(tried.shortBefore), then: fen(tried.shortAfter) },
            ]}
            columns={[{ title: t('loanEvent.figure'), dataIndex: 'label' }, { title: t('loanEvent.before'), align: 'right', dataIndex: 'was' }, { title: t('loanEvent.after'), align: 'right', render: (_, row) => <strong>{row.then}</strong> }]}
          />
        )}
      </Form>
    </Modal>
  );
}
