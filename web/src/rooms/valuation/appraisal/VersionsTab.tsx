import { Button, Form, Input, Modal, Popconfirm, Select, Skeleton, Table, Tag } from 'antd';
import { useState } from 'react';
import { openAppraisal, signAppraisal } from '../../../api/valuation';
import { useAppraisal, valuationKeys } from '../../../api/valuationQueries';
import type { AppraisalDetail, AppraisalSignature, AppraisalVersion } from '../../../api/valuationTypes';
import { formatInstant } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { Failure } from '../../../shell/Failure';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { usePreferences } from '../../../shell/Preferences';
import { useFailureNotice } from '../../../shell/useFailureNotice';
import { useMay } from '../../../shell/useMe';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { unitWord } from '../appraisals/appraisalColumns';
import { Person } from '../Person';
import { differences } from '../request';
import styles from '../Valuation.module.css';
import { ChangeList } from './ChangeList';
import type { DeskProps } from './desk';

/** What was kept, why and by whom; who signed which version. */
export function VersionsTab({ detail, ...desk }: DeskProps & { detail: AppraisalDetail }) {
  const t = useT();
  const { unit } = usePreferences();
  const refused = useFailureNotice();
  const take = async (number: number) => {
    try {
      desk.working.replace((await openAppraisal(detail.row.id, number)).request);
    } catch (reason) {
      refused(reason);
    }
  };
  return (
    <div className={styles['stack']}>
      <Signatures detail={detail} blocked={desk.working.changed} />
      <Panel title={t('version.history')}>
        <Table<AppraisalVersion>
          size="small"
          rowKey="number"
          dataSource={detail.versions}
          pagination={detail.versions.length > 50 ? { pageSize: 50 } : false}
          scroll={{ x: 980 }}
          columns={[
            { title: t('version.number'), width: 120, fixed: 'left', render: (_, version) => <>v{version.number} {version.number === detail.row.version && <Tag color="blue">{t('version.head')}</Tag>}</> },
            { title: t('version.reason'), render: (_, version) => <span translate="no">{version.reason}</span> },
            { title: t('appraisals.total', { unit: unitWord(t, unit) }), width: 120, align: 'right', render: (_, version) => (version.total === null ? <span className="soft">{t('shell.unknown')}</span> : <Amount value={version.total} />) },
            { title: t('version.by'), width: 110, render: (_, version) => <Person name={version.savedBy} /> },
            { title: t('version.at'), width: 150, render: (_, version) => formatInstant(version.savedAt) },
            { title: t('version.hash'), width: 100, render: (_, version) => <code title={version.inputHash}>{version.inputHash.replace('sha256:', '').slice(0, 8)}</code> },
            {
              title: t('version.actions'),
              width: 130,
              render: (_, version) =>
                desk.may && version.number !== detail.row.version ? (
                  <Popconfirm title={t('value.version.take.ask', { number: version.number })} okText={t('value.version.take')} cancelText={t('shell.cancel')} onConfirm={() => void take(version.number)}>
                    <Button size="small">{t('value.version.take')}</Button>
                  </Popconfirm>
                ) : null,
            },
          ]}
        />
      </Panel>
      {detail.versions.length > 1 && <Comparison detail={detail} />}
    </div>
  );
}

function Comparison({ detail }: { detail: AppraisalDetail }) {
  const t = useT();
  const [from, setFrom] = useState(detail.versions[1]?.number ?? 1);
  const [to, setTo] = useState(detail.row.version);
  const [before, after] = [useAppraisal(detail.row.id, from), useAppraisal(detail.row.id, to)];
  const choice = (value: number, label: string, choose: (next: number) => void) => <Select size="small" aria-label={label} value={value} onChange={choose} options={detail.versions.map(version => ({ value: version.number, label: `v${version.number}` }))} />;
  const failed = [before, after].find(one => one.isError);
  return (
    <Panel title={t('value.version.compare')} extra={<span className={styles['actions']}>{choice(from, t('value.version.from'), setFrom)} → {choice(to, t('value.version.to'), setTo)}</span>}>
      {failed !== undefined ? (
        <Failure reason={failed.error} onRetry={() => void failed.refetch()} />
      ) : before.data === undefined || after.data === undefined ? (
        <Skeleton active title={false} paragraph={{ rows: 4 }} />
      ) : (
        <ChangeList request={after.data.request} changes={differences(before.data.request, after.data.request)} />
      )}
    </Panel>
  );
}

function Signatures({ detail, blocked }: { detail: AppraisalDetail; blocked: boolean }) {
  const t = useT();
  const may = useMay('valuation.appraisal.sign');
  const [open, setOpen] = useState(false);
  const { row } = detail;
  const here = detail.signatures.filter(signature => signature.version === row.version).length;
  const sign = may && row.state !== 'signed' && (
    <Button size="small" type="primary" disabled={blocked || row.total === null} title={blocked ? t('sign.blocked') : row.total === null ? t('sign.noConclusion') : ''} onClick={() => setOpen(true)}>
      {t('sign.act')}
    </Button>
  );
  return (
    <Panel title={t('sign.title')} note={t('sign.note')} extra={sign}>
      <p style={{ marginBottom: 8 }}>
        <StateMark tone={here >= 2 ? 'green' : here === 1 ? 'blue' : 'grey'}>{t('sign.count', { count: here, version: row.version })}</StateMark>
      </p>
      {detail.signatures.length > 0 && (
        <Table<AppraisalSignature>
          size="small"
          rowKey={signature => `${signature.version} ${signature.certificate}`}
          dataSource={detail.signatures}
          pagination={false}
          scroll={{ x: 640 }}
          columns={[
            { title: t('sign.version'), width: 90, render: (_, signature) => `v${signature.version}` },
            { title: t('sign.name'), render: (_, signature) => <span translate="no">{signature.name}</span> },
            { title: t('sign.certificate'), render: (_, signature) => <code>{signature.certificate}</code> },
            { title: t('version.by'), width: 120, render: (_, signature) => <Person name={signature.by} /> },
            { title: t('version.at'), width: 150, render: (_, signature) => formatInstant(signature.at) },
          ]}
        />
      )}
      {open && <SignDialog detail={detail} onClose={() => setOpen(false)} />}
    </Panel>
  );
}

function SignDialog({ detail, onClose }: { detail: AppraisalDetail; onClose: () => void }) {
  const t = useT();
  const write = useWriting([valuationKeys, ['evidence']], onClose);
  const [name, setName] = useState('');
  const [certificate, setCertificate] = useState('');
  const ready = name.trim() !== '' && certificate.trim() !== '';
  const sign = async () => {
    const done = await write.run(() => signAppraisal(detail.row.id, { version: detail.row.version, name: name.trim(), certificate: certificate.trim() }), answer => t('sign.done', { version: answer.row.version }));
    if (done) onClose();
  };
  return (
    <Modal open title={t('sign.ask', { version: detail.row.version })} okText={t('sign.act')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void sign()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['name', 'certificate']} />
        <Field label={t('sign.name')} id="sign-name" name="name" findings={write.findings}>
          <Input id="sign-name" value={name} maxLength={60} onChange={event => setName(event.target.value)} />
        </Field>
        <Field label={t('sign.certificate')} id="sign-certificate" name="certificate" findings={write.findings}>
          <Input id="sign-certificate" value={certificate} maxLength={60} onChange={event => setCertificate(event.target.value)} />
        </Field>
      </Form>
    </Modal>
  );
}
