import { Table } from 'antd';
import type { ReactNode } from 'react';
import type { Analysis, Outline, OutlineTranche } from '../../../../api/types';
import { formatPercent, none } from '../../../../format';
import { Amount } from '../../../../shell/Amount';
import { Panel } from '../../../../shell/Panel';
import { usePreferences } from '../../../../shell/Preferences';
import { useT } from '../../../../words';
import { OriginMark } from '../../OriginMark';
import { lineNames } from '../lineNames';
import { nameCount } from './Trips';

export function TrancheTable({ outline, analysis }: { outline: Outline; analysis: Analysis }) {
  const t = useT();
  const { unit } = usePreferences();
  const unitName = t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan');
  const names = lineNames(t, outline);
  const right = { align: 'right' as const };
  const loss = (id: string) => analysis.losses.find(entry => entry.tranche === id);
  const marked = (path: string, shown: ReactNode) => (
    <>
      {shown} <OriginMark origins={analysis.origins} path={path} />
    </>
  );
  return (
    <Panel title={t('overview.tranches')} note={t('overview.tranches.note')}>
      <Table<OutlineTranche>
        size="small"
        pagination={false}
        rowKey="id"
        dataSource={outline.tranches}
        scroll={{ x: 900 }}
        columns={[
          { title: t('tranche.name'), fixed: 'left', width: 150, render: (_, tranche) => names.tranche(tranche.id) },
          { title: t('tranche.size', { unit: unitName }), ...right, render: (_, tranche) => marked(`tranches.${tranche.id}.size`, <Amount value={tranche.size} />) },
          { title: t('tranche.share'), ...right, render: (_, tranche) => formatPercent(tranche.share) },
          { title: t('tranche.subordination'), ...right, render: (_, tranche) => formatPercent(tranche.subordination) },
          {
            title: t('tranche.coupon'),
            ...right,
            render: (_, tranche) => (tranche.residual ? none : marked(`tranches.${tranche.id}.coupon`, formatPercent(tranche.coupon))),
          },
          { title: t('tranche.rating'), render: (_, tranche) => tranche.rating ?? (tranche.residual ? none : t('shell.unknown')) },
          { title: t('tranche.withSupport'), ...right, render: (_, tranche) => nameCount(t, loss(tranche.id)?.namesWithSupport ?? null) },
          { title: t('tranche.withoutSupport'), ...right, render: (_, tranche) => nameCount(t, loss(tranche.id)?.namesWithoutSupport ?? null) },
        ]}
      />
    </Panel>
  );
}
