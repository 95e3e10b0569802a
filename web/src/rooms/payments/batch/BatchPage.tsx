import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useBatch } from '../../../api/paymentQueries';
import type { Batch } from '../../../api/paymentTypes';
import { Failure } from '../../../shell/Failure';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { useT, type Word } from '../../../words';
import { ItemDrawer } from '../item/ItemDrawer';
import { BatchFigures } from './BatchFigures';
import { BatchFiles } from './BatchFiles';
import { BatchHead } from './BatchHead';
import { CheckTab } from './CheckTab';
import { HistoryTab } from './HistoryTab';
import { ItemsTab } from './ItemsTab';

const tabs = ['items', 'check', 'files', 'history'] as const;
type TabName = (typeof tabs)[number];

const shown: Record<TabName, { word: Word; tab: (batch: Batch) => ReactNode }> = {
  items: { word: 'pay.tab.items', tab: batch => <ItemsTab batch={batch} /> },
  check: { word: 'pay.tab.check', tab: batch => <CheckTab batch={batch} /> },
  files: { word: 'pay.tab.files', tab: batch => <BatchFiles batch={batch} /> },
  history: { word: 'pay.tab.history', tab: batch => <HistoryTab batch={batch} /> },
};

/** A payout batch: what it pays, where each payment stands, who did what, and the next step. */
export default function BatchPage() {
  const t = useT();
  const navigate = useNavigate();
  const { id = '', tab } = useParams();
  const batch = useBatch(id);
  const current = tabs.find(name => name === tab) ?? 'items';
  if (batch.data === undefined) return batch.isError ? <Failure reason={batch.error} onRetry={() => void batch.refetch()} /> : <PageSkeleton rows={12} />;
  const row = batch.data;
  return (
    <>
      <BatchHead batch={row} />
      <BatchFigures batch={row} />
      <Tabs
        activeKey={current}
        onChange={next => void navigate(next === 'items' ? `/payments/batches/${id}` : `/payments/batches/${id}/${next}`)}
        items={tabs.map(name => ({ key: name, label: t(shown[name].word), children: name === current ? shown[name].tab(row) : null }))}
      />
      <ItemDrawer batch={row} />
    </>
  );
}
