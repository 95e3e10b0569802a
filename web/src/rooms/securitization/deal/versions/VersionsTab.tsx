import { Button, Popconfirm, Skeleton, Table, Tag, Tooltip } from 'antd';
import { openVersion } from '../../../../api/desk';
import { useVersions } from '../../../../api/queries';
import type { Version } from '../../../../api/types';
import { formatInstant } from '../../../../format';
import { Failure } from '../../../../shell/Failure';
import { Panel } from '../../../../shell/Panel';
import { useFailureNotice } from '../../../../shell/useFailureNotice';
import { useT } from '../../../../words';
import { CheckMark } from '../../deals/CheckMark';
import type { Draft } from '../draft/useDraft';
import type { SaveDraft } from '../draft/useSaveDraft';
import { VersionComparison } from './VersionComparison';

interface Props {
  dealId: string;
  headVersion: number;
  draft: Draft;
  saving: SaveDraft;
}

function Restore({ dealId, version, headVersion, draft, saving }: { version: Version } & Props) {
  const t = useT();
  const refused = useFailureNotice();
  const restore = async () => {
    try {
      const { text } = await openVersion(dealId, version.number);
      await saving.save(text, t('version.restore.reason', { number: version.number }), headVersion);
    } catch (reason) {
      refused(reason);
    }
  };
  return (
    <Popconfirm
      title={t('version.restore.ask', { number: version.number })}
      okText={t('version.restore')}
      cancelText={t('shell.cancel')}
      disabled={draft.changed}
      onConfirm={() => void restore()}
    >
      <Tooltip title={draft.changed ? t('version.restore.blocked') : undefined}>
        <Button size="small" disabled={draft.changed}>
          {t('version.restore')}
        </Button>
      </Tooltip>
    </Popconfirm>
  );
}

/** The history of a deal, any two versions beside each other, and the way back to one of them. */
export function VersionsTab(props: Props) {
  const { dealId, headVersion, draft } = props;
  const t = useT();
  const versions = useVersions(dealId);
  if (versions.isError) return <Failure reason={versions.error} onRetry={() => void versions.refetch()} />;
  if (versions.data === undefined) return <Skeleton active title={false} paragraph={{ rows: 6 }} />;
  const list = [...versions.data.versions].sort((a, b) => b.number - a.number);
  return (
    <div style={{ display: 'grid', gap: 14 }}>
      <Panel title={t('version.history')}>
        <Table<Version>
          size="small"
          rowKey="number"
          dataSource={list}
          pagination={list.length > 50 ? { pageSize: 50 } : false}
          scroll={{ x: 860 }}
          columns={[
            {
              title: t('version.number'),
              width: 110,
              render: (_, version) => (
                <>
                  v{version.number} {version.number === headVersion && <Tag color="blue">{t('version.head')}</Tag>}
                </>
              ),
            },
            { title: t('version.reason'), dataIndex: 'reason', ellipsis: true },
            { title: t('deals.check'), width: 130, render: (_, version) => <CheckMark errors={version.errors} warnings={version.warnings} /> },
            { title: t('version.by'), width: 110, render: (_, version) => t.code('person', version.savedBy) },
            { title: t('version.at'), width: 150, render: (_, version) => formatInstant(version.savedAt) },
            { title: t('version.hash'), width: 110, render: (_, version) => <code title={version.hash}>{version.hash.replace('sha256:', '').slice(0, 8)}</code> },
            { title: t('version.actions'), width: 140, render: (_, version) => version.number !== headVersion && <Restore version={version} {...props} /> },
          ]}
        />
      </Panel>
      <VersionComparison dealId={dealId} versions={list} draft={draft} />
    </div>
  );
}
