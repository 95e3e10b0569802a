import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Modal, Select, Table } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { makeAnalysis } from '../../../api/diligence';
import { useAnalyses } from '../../../api/diligenceQueries';
import type { AnalysisRow } from '../../../api/diligenceTypes';
import { valuationKeys } from '../../../api/valuationQueries';
import { formatDate, formatInstant } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { Two } from '../../payments/Two';
import { paging } from '../../payments/pages';
import { today } from '../../today';
import { FirmPicker } from '../FirmPicker';
import { Person } from '../Person';
import styles from '../Valuation.module.css';

const rest = { firm: '', page: 1, pageSize: 50 };

/** Looks at firms' rights and at what lies around them. */
export default function AnalysesPage() {
  const t = useT();
  const navigate = useNavigate();
  const [address, change] = useAddress(rest);
  const [open, setOpen] = useState(false);
  const may = useMay('valuation.analysis.make');
  const found = useAnalyses(address);
  const make = may ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
      {t('analyses.new')}
    </Button>
  ) : null;
  return (
    <>
      <PageHead title={t('analyses.title')} state={found.data === undefined ? undefined : t('shell.total', { count: found.data.total })} actions={make} />
      <div className={styles['filters']}>
        <span className={styles['firmPick']}>
          <FirmPicker value={address.firm} onChange={firm => change({ firm })} />
        </span>
      </div>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={8} />}
      {found.data !== undefined && !found.isError && (
        <Table<AnalysisRow>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="id"
          dataSource={found.data.items}
          loading={found.isPlaceholderData}
          scroll={{ x: 880 }}
          locale={{ emptyText: <Nothing action={make}>{t(address.firm === '' ? 'analyses.empty' : 'analyses.empty.filtered')}</Nothing> }}
          onRow={row => ({ onClick: () => void navigate(`/analyses/${row.id}`) })}
          pagination={paging(t, address, found.data.total, change)}
          columns={[
            { title: t('appraisals.firm'), fixed: 'left', width: 240, render: (_, row) => <Link translate="no" to={`/analyses/${row.id}`} onClick={event => event.stopPropagation()}>{row.firmName}</Link> },
            { title: t('diligence.day'), width: 110, render: (_, row) => formatDate(row.day) },
            { title: t('appraisals.rights'), width: 90, align: 'right', render: (_, row) => row.rights },
            { title: t('analyses.compared'), width: 130, align: 'right', render: (_, row) => row.compared ?? <span className="soft">{t('shell.unknown')}</span> },
            { title: t('analyses.infringed'), width: 110, align: 'right', render: (_, row) => row.infringed },
            { title: t('analyses.gaps'), width: 90, align: 'right', render: (_, row) => row.gaps },
            { title: t('diligence.made'), width: 150, render: (_, row) => <Two first={formatInstant(row.madeAt)} second={<Person name={row.madeBy} />} /> },
          ]}
        />
      )}
      {open && <NewAnalysis firm={address.firm} onClose={() => setOpen(false)} />}
    </>
  );
}

function NewAnalysis({ firm: first, onClose }: { firm: string; onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const write = useWriting([valuationKeys], onClose);
  const [firm, setFirm] = useState(first);
  const [day, setDay] = useState(today());
  const [peers, setPeers] = useState<string[]>([]);
  const make = async () => {
    let id = '';
    const done = await write.run(
      async () => {
        const made = await makeAnalysis({ firmId: firm, day, peers: peers.length === 0 ? null : peers });
        id = made.row.id;
        return made;
      },
      made => t('analyses.done', { count: made.row.rights }),
    );
    if (done) void navigate(`/analyses/${id}`);
  };
  return (
    <Modal open title={t('analyses.new')} okText={t('analyses.start')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: firm === '' || day === '' }} onOk={() => void make()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['firmId', 'day', 'peers']} />
        <Field label={t('appraisals.firm')} id="analysis-firm" name="firmId" findings={write.findings}>
          <FirmPicker id="analysis-firm" value={firm} onChange={setFirm} />
        </Field>
        <Field label={t('diligence.day')} id="analysis-day" name="day" findings={write.findings}>
          <DayField id="analysis-day" value={day} max={today()} clearable={false} onChange={setDay} />
        </Field>
        <Field label={t('analyses.peers')} id="analysis-peers" name="peers" findings={write.findings} extra={t('analyses.peers.help')}>
          <Select id="analysis-peers" mode="tags" value={peers} onChange={setPeers} open={false} tokenSeparators={[',', '，', '、', ';']} suffixIcon={null} labelRender={({ label, value }) => <span translate="no">{label ?? value}</span>} />
        </Field>
      </Form>
    </Modal>
  );
}
