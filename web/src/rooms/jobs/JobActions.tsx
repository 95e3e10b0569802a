import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { active, cancelJob, jobKeys, retryJob, type JobRow } from '../../api/jobs';
import { useFailureNotice } from '../../shell/useFailureNotice';
import { useT } from '../../words';

/** What can be done to a job in its state: cancel it, or take it up again. */
export function JobActions({ job }: { job: JobRow }) {
  const t = useT();
  const queries = useQueryClient();
  const refused = useFailureNotice();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<unknown>, done: string) => {
    setBusy(true);
    try {
      await work();
      void message.success(done);
    } catch (reason) {
      refused(reason);
    } finally {
      setBusy(false);
      void queries.invalidateQueries({ queryKey: jobKeys.jobs });
    }
  };
  if (active(job)) {
    return (
      <Popconfirm
        title={t('job.cancel.ask')}
        okText={t('job.cancel')}
        cancelText={t('job.cancel.keep')}
        placement="bottomRight"
        onConfirm={() => void run(() => cancelJob(job.id), t('job.cancelled.done'))}
      >
        <Button danger loading={busy}>
          {t('job.cancel')}
        </Button>
      </Popconfirm>
    );
  }
  if (job.state === 'done') return null;
  return (
    <Button type="primary" loading={busy} onClick={() => void run(() => retryJob(job.id), t('job.retry.done'))}>
      {t('job.retry')}
    </Button>
  );
}
