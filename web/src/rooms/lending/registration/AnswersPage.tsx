import { InboxOutlined } from '@ant-design/icons';
import { Button, Select, Table, Upload } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { takeAnswers } from '../../../api/lending';
import { lendingKeys, useAnswerFiles } from '../../../api/lendingQueries';
import type { AnswerFile, AnswerLine } from '../../../api/lendingTypes';
import { formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import { Two } from '../../payments/Two';
import { paging } from '../../payments/pages';
import styles from '../Lending.module.css';
import { registries } from './tones';

const rest = { page: 1, pageSize: 20 };
const tones = { taken: 'green', repeated: 'grey', refused: 'red' } as const;

/** Files of registries' answers, and what became of every line. */
export default function AnswersPage() {
  const t = useT();
  const [address, change] = useAddress(rest);
  const may = useMay('lending.answer.take');
  const found = useAnswerFiles(address);
  const write = useWriting([lendingKeys]);
  const [registry, setRegistry] = useState<string>('patent');
  const take = (file: File) => {
    void write.run(() => takeAnswers(registry, file), read => t('answers.done', { taken: read.taken, repeated: read.repeated, refused: read.refused }));
    return false;
  };
  const bring = may ? (
    <>
      <Select aria-label={t('registration.registry')} popupMatchSelectWidth={false} value={registry} onChange={setRegistry} options={registries.map(one => ({ value: one, label: t(`registry.${one}`) }))} />
      <Upload accept=".csv,.xlsx,.json,.txt" showUploadList={false} beforeUpload={take}>
        <Button type="primary" icon={<InboxOutlined />} loading={write.busy}>
          {t('answers.take')}
        </Button>
      </Upload>
    </>
  ) : null;
  return (
    <>
      <PageHead title={t('answers.title')} state={t('answers.note')} actions={bring} />
      <OtherFindings findings={write.findings} fields={[]} />
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={6} />}
      {found.data !== undefined && !found.isError && (
        <Table<AnswerFile>
          className={styles['table'] ?? ''}
          size="small"
          rowKey="fileId"
          dataSource={found.data.items}
          loading={found.isPlaceholderData}
          locale={{ emptyText: <Nothing>{t('answers.empty')}</Nothing> }}
          scroll={{ x: 820 }}
          pagination={paging(t, address, found.data.total, change)}
          expandable={{ expandedRowRender: file => <Lines lines={file.lines} />, defaultExpandedRowKeys: found.data.items.slice(0, 1).map(file => file.fileId) }}
          columns={[
            { title: t('answers.file'), render: (_, file) => <span translate="no">{file.name}</span> },
            { title: t('registration.registry'), width: 140, render: (_, file) => t.code('registry', file.registry) },
            { title: t('answers.taken'), width: 80, align: 'right', dataIndex: 'taken' },
            { title: t('answers.repeated'), width: 80, align: 'right', dataIndex: 'repeated' },
            { title: t('answers.refused'), width: 90, align: 'right', render: (_, file) => (file.refused > 0 ? <StateMark tone="red">{file.refused}</StateMark> : file.refused) },
            { title: t('answers.at'), width: 170, render: (_, file) => <Two first={formatInstant(file.at)} second={t.code('person', file.by)} /> },
          ]}
        />
      )}
    </>
  );
}

function Lines({ lines }: { lines: readonly AnswerLine[] }) {
  const t = useT();
  return (
    <Table<AnswerLine>
      size="small"
      rowKey="line"
      pagination={lines.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      dataSource={[...lines]}
      columns={[
        { title: t('answers.line'), width: 60, align: 'right', dataIndex: 'line' },
        { title: t('answers.reference'), width: 300, render: (_, line) => (line.registrationId === null ? <span translate="no">{line.reference}</span> : <Link translate="no" to={`/registrations/${line.registrationId}`}>{line.reference}</Link>) },
        { title: t('answers.result'), width: 110, dataIndex: 'result' },
        { title: t('answers.outcome'), width: 100, render: (_, line) => <StateMark tone={tones[line.outcome]}>{t(`answers.${line.outcome}`)}</StateMark> },
        { title: t('answers.reason'), render: (_, line) => (line.reason === null ? (line.stateTitle ?? '') : <Two first={line.reason.message} second={line.reason.code} />) },
      ]}
    />
  );
}
