import { Alert, Button, Input, Table } from 'antd';
import { useState } from 'react';
import { useFirm } from '../../../api/rightQueries';
import type { RightRow } from '../../../api/rightTypes';
import type { AppraisalDraft } from '../../../api/valuationTypes';
import { formatDate, none } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { Panel } from '../../../shell/Panel';
import { usePreferences } from '../../../shell/Preferences';
import { useT } from '../../../words';
import { titleOf } from '../../assets/codes';
import { StateCell } from '../../assets/Marks';
import { Two } from '../../payments/Two';
import { unitWord } from '../appraisals/appraisalColumns';
import { at, items, text } from '../request';
import styles from '../Valuation.module.css';

interface Props {
  draft: AppraisalDraft;
  firm: string;
  onOpen: (name: string, firmName: string) => void;
}

/** What the register knows, and what it does not: every gap is listed before anybody goes on. */
export function Drafted({ draft, firm, onOpen }: Props) {
  const t = useT();
  const { unit } = usePreferences();
  const found = useFirm(firm);
  const [name, setName] = useState(() => [text(at(draft.request, 'group.zh')), text(draft.request['base_date'])].filter(part => part !== '').join(' '));
  return (
    <>
      <Panel title={t('new.rights.taken', { count: draft.rights.length })} note={draft.leftOut.length === 0 ? undefined : t('new.leftOut', { count: draft.leftOut.length, numbers: draft.leftOut.map(right => right.number).join(t('value.and')) })}>
        <Table<RightRow>
          size="small"
          rowKey="id"
          dataSource={draft.rights}
          pagination={draft.rights.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
          scroll={{ x: 640 }}
          columns={[
            { title: t('rights.number'), width: 150, render: (_, right) => <span translate="no">{right.number}</span> },
            { title: t('rights.name'), render: (_, right) => <Two first={<span translate="no">{titleOf(right, t.either)}</span>} second={right.kindTitle} /> },
            { title: t('rights.state'), width: 180, render: (_, right) => <StateCell state={right.state} /> },
            { title: t('valueKey.expires'), width: 110, render: (_, right) => (right.expires === null ? <span className="soft">{t('shell.unknown')}</span> : formatDate(right.expires)) },
          ]}
        />
      </Panel>
      <Panel title={t('new.history')} note={t('new.history.note')}>
        {draft.history.length === 0 ? (
          <span className="soft">{t('new.history.none')}</span>
        ) : (
          <Table
            size="small"
            rowKey="year"
            dataSource={draft.history}
            pagination={false}
            scroll={{ x: 480 }}
            columns={[
              { title: t('right.income.year'), dataIndex: 'year', width: 80 },
              { title: t('right.income.revenue', { unit: unitWord(t, unit) }), align: 'right', render: (_, one) => <Amount value={one.revenue} /> },
              { title: t('right.income.profit', { unit: unitWord(t, unit) }), align: 'right', render: (_, one) => (one.profit === null ? none : <Amount value={one.profit} />) },
              { title: t('value.source'), render: (_, one) => <Two first={<span translate="no">{one.source}</span>} second={formatDate(one.asOf)} /> },
            ]}
          />
        )}
      </Panel>
      <Panel title={t('new.missing', { count: draft.missing.length })} note={t('new.missing.note', { count: items(draft.request['methods']).length })}>
        {draft.missing.length === 0 ? (
          <Alert type="success" showIcon message={t('new.missing.none')} />
        ) : (
          <ul className={styles['list']}>
            {draft.missing.map(lack => (
              <li key={lack.path + lack.zh}>{t.either(lack.zh, lack.en)}</li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={t('new.open.title')}>
        <div className={styles['actions']}>
          <Input aria-label={t('appraisals.name')} translate="no" style={{ flex: '1 1 260px' }} value={name} maxLength={200} onChange={event => setName(event.target.value)} />
          <Button type="primary" disabled={name.trim() === ''} onClick={() => onOpen(name.trim(), found.data?.firm.name ?? '')}>
            {t('new.open')}
          </Button>
        </div>
      </Panel>
    </>
  );
}
