import { Button, Table } from 'antd';
import { endSession, type SessionView } from '../../../api/people';
import { useSessions } from '../../../api/peopleQueries';
import { formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { usePeopleWrite } from '../usePeopleWrite';

/** Where one is signed in, and signing out there. */
export function SessionsTab() {
  const t = useT();
  const found = useSessions();
  const write = usePeopleWrite();
  const sessions = found.data?.sessions ?? [];
  const others = sessions.filter(session => !session.this);
  const endOthers = () =>
    write.run(
      async () => {
        for (const session of others) await endSession(session.id);
      },
      () => t('security.endOthers.done', { count: others.length }),
    );
  return (
    <Panel
      title={t('security.tab.sessions')}
      extra={
        <Button disabled={others.length === 0} loading={write.busy} onClick={() => void endOthers()}>
          {t('security.endOthers')}
        </Button>
      }
    >
      {found.isError ? (
        <Failure reason={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Table<SessionView>
          size="small"
          rowKey="id"
          loading={found.isPending}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          dataSource={sessions}
          scroll={{ x: 720 }}
          columns={[
            { title: t('security.device'), render: (_, session) => <>{session.device} {session.this && <StateMark tone="blue">{t('security.this')}</StateMark>}</> },
            { title: t('security.created'), width: 140, render: (_, session) => formatInstant(session.createdAt) },
            { title: t('security.seen'), width: 140, render: (_, session) => formatInstant(session.seenAt) },
            { title: t('security.expires'), width: 140, render: (_, session) => formatInstant(session.expiresAt) },
            { key: 'end', width: 80, render: (_, session) => (session.this ? null : <Button size="small" onClick={() => void write.run(() => endSession(session.id), () => t('security.ended'))}>{t('security.end')}</Button>) },
          ]}
        />
      )}
    </Panel>
  );
}
