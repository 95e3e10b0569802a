import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { Table } from 'antd';
import type { Analysis, LimitUse } from '../../../../api/types';
import { formatPercent } from '../../../../format';
import { Panel } from '../../../../shell/Panel';
import { useT } from '../../../../words';
import { OriginMark } from '../../OriginMark';

function shown(path: string, value: string): string {
  return path.endsWith('share') ? formatPercent(value) : value;
}

export function Limits({ analysis }: { analysis: Analysis }) {
  const t = useT();
  return (
    <Panel title={t('overview.limits')}>
      {analysis.limits.length === 0 ? (
        <p className="soft">{t('overview.limits.none')}</p>
      ) : (
        <Table<LimitUse>
          size="small"
          pagination={false}
          rowKey="path"
          dataSource={analysis.limits}
          columns={[
            { title: t('limit.name'), render: (_, limit) => t.code('limits', limit.path) },
            {
              title: t('limit.limit'),
              align: 'right',
              render: (_, limit) => (
                <>
                  {shown(limit.path, limit.limit)} <OriginMark origins={analysis.origins} path={limit.path} />
                </>
              ),
            },
            { title: t('limit.actual'), align: 'right', render: (_, limit) => shown(limit.path, limit.actual) },
            {
              title: t('limit.state'),
              render: (_, limit) =>
                limit.holds ? (
                  <span style={{ color: 'var(--z-green)' }}>
                    <CheckCircleOutlined /> {t('limit.holds')}
                  </span>
                ) : (
                  <span style={{ color: 'var(--z-red)' }}>
                    <CloseCircleOutlined /> {t('limit.broken')}
                  </span>
                ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
