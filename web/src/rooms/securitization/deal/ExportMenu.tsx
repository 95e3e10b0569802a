import { DownloadOutlined, DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { exportDeal } from '../../../api/desk';
import type { ExportKind, Scenario } from '../../../api/types';
import { usePreferences } from '../../../shell/Preferences';
import { useFailureNotice } from '../../../shell/useFailureNotice';
import { useT } from '../../../words';

const kinds: (ExportKind | null)[] = ['cashflow.xlsx', 'cashflow.csv', null, 'terms.xlsx', 'deal.yaml', null, 'report.html', 'report.pdf', 'report.docx'];

function handOver(blob: Blob, name: string, kind: ExportKind): void {
  const address = URL.createObjectURL(blob);
  if (kind === 'report.html') window.open(address, '_blank');
  else {
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
  }
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Files made from what stands on the page: the working text and, on the scenario tab, its scenario. */
export function ExportMenu({ code, text, scenario }: { code: string; text: string; scenario: Scenario | null }) {
  const t = useT();
  const { unit } = usePreferences();
  const refused = useFailureNotice();
  const [busy, setBusy] = useState(false);
  const take = async (kind: ExportKind) => {
    setBusy(true);
    try {
      const { blob, name } = await exportDeal(kind, { text, scenario, unit });
      handOver(blob, name ?? `${code}-${kind}`, kind);
    } catch (reason) {
      refused(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: kinds.map((kind, index) => (kind === null ? { type: 'divider', key: index } : { key: kind, label: t(`export.${kind}`), onClick: () => void take(kind) })),
      }}
    >
      <Button icon={<DownloadOutlined />} loading={busy} title={scenario === null ? undefined : t('export.scenario')}>
        {t('export.title')} <DownOutlined />
      </Button>
    </Dropdown>
  );
}
