import { FieldTimeOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App, Badge, Button, Tooltip } from 'antd';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { jobKeys, usePulse, type JobRow } from '../../api/jobs';
import { usePreferences } from '../../shell/Preferences';
import { useT } from '../../words';
import { endedSince } from './jobTime';

/** How many jobs are under way; tells the person who started one when it has ended. */
export function JobBell() {
  const t = useT();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { palette } = usePreferences();
  const { notification } = App.useApp();
  const pulse = usePulse();
  const before = useRef<readonly JobRow[] | null>(null);
  const mine = pulse.data?.mine;
  useEffect(() => {
    if (mine === undefined) return;
    const ended = endedSince(before.current, mine);
    before.current = mine;
    if (ended.length > 0) void queries.invalidateQueries({ queryKey: jobKeys.jobs });
    for (const job of ended) {
      const say = job.state === 'done' ? notification.success : notification.error;
      say({
        key: job.id,
        message: t(job.state === 'done' ? 'job.notice.done' : 'job.notice.failed'),
        description: t.either(job.titleZh, job.titleEn),
        duration: job.state === 'done' ? 8 : 0,
        btn: (
          <Button
            size="small"
            onClick={() => {
              notification.destroy(job.id);
              void navigate(`/jobs/${job.id}`);
            }}
          >
            {t('job.notice.open')}
          </Button>
        ),
      });
    }
  }, [mine, navigate, notification, queries, t]);
  const count = pulse.data?.active ?? 0;
  const label = count === 0 ? t('shell.jobs') : t('shell.jobs.active', { count });
  return (
    <Tooltip title={label}>
      <Badge count={count} size="small" color={palette.blue} offset={[-6, 6]} styles={{ indicator: { color: palette.surface } }}>
        <Button type="text" icon={<FieldTimeOutlined />} aria-label={label} onClick={() => void navigate('/jobs')} />
      </Badge>
    </Tooltip>
  );
}
