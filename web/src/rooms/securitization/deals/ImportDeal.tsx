import { InboxOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal, Spin, Table, Upload } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { createDeal, importDeal } from '../../../api/desk';
import { keys } from '../../../api/queries';
import type { Imported } from '../../../api/types';
import { useFailureNotice } from '../../../shell/useFailureNotice';
import { useT } from '../../../words';
import { FindingList } from '../FindingList';
import styles from './DealsPage.module.css';

interface Report {
  file: string;
  imported: Imported;
}

function ImportReport({ report }: { report: Report }) {
  const t = useT();
  const { imported } = report;
  return (
    <div className={styles['report']} role="status">
      {imported.text === null && <Alert type="error" showIcon message={t('deals.import.refusedAll')} />}
      {imported.report.length > 0 && (
        <Table
          size="small"
          pagination={false}
          rowKey="sheet"
          dataSource={imported.report}
          columns={[
            { dataIndex: 'sheet', title: t('deals.import.sheet') },
            { dataIndex: 'taken', title: t('deals.import.taken'), align: 'right' },
            {
              dataIndex: 'refused',
              title: t('deals.import.refused'),
              align: 'right',
              render: (count: number) => <span className={count > 0 ? 'negative' : undefined}>{count}</span>,
            },
          ]}
        />
      )}
      {imported.findings.length === 0 ? (
        <Alert type="success" showIcon message={t('deals.import.clean')} />
      ) : (
        <FindingList findings={imported.findings} />
      )}
    </div>
  );
}

/** Drop a file, read the report, then decide. */
export function ImportDeal({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refused = useFailureNotice();
  const [report, setReport] = useState<Report | null>(null);
  const [busy, setBusy] = useState(false);

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (reason) {
      refused(reason);
    } finally {
      setBusy(false);
    }
  };
  const take = (file: File) =>
    attempt(async () => setReport({ file: file.name, imported: await importDeal(file) }));
  const save = (text: string, file: string) =>
    attempt(async () => {
      const deal = await createDeal(text, t('deals.import.reason', { file }));
      await queries.invalidateQueries({ queryKey: keys.deals });
      void navigate(`/deals/${deal.id}`);
    });
  const text = report?.imported.text ?? null;

  return (
    <Modal open={open} title={t('deals.import.title')} footer={null} onCancel={onClose} afterClose={() => setReport(null)} width={640}>
      <Spin spinning={busy}>
        {report === null ? (
          <Upload.Dragger
            accept=".xlsx,.yaml,.yml,.json"
            maxCount={1}
            showUploadList={false}
            beforeUpload={file => {
              void take(file);
              return false;
            }}
          >
            <p className="ant-upload-drag-icon">
              <InboxOutlined />
            </p>
            <p>{t('deals.import.drop')}</p>
            <p className={styles['help']}>{t('deals.import.note')}</p>
          </Upload.Dragger>
        ) : (
          <>
            <strong>{report.file}</strong>
            <ImportReport report={report} />
            <div className={styles['foot']}>
              <Button onClick={() => setReport(null)}>{t('deals.import.again')}</Button>
              {text !== null && (
                <Button type="primary" onClick={() => void save(text, report.file)}>
                  {t('deals.import.save')}
                </Button>
              )}
            </div>
          </>
        )}
      </Spin>
    </Modal>
  );
}
