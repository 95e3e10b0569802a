import { Button, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import type { RightEncumbrance, RightProfile } from '../../../api/rightTypes';
import { formatDate, none } from '../../../format';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useMay } from '../../../shell/useMe';
import { useT, type Translate } from '../../../words';
import { Two } from '../../payments/Two';
import styles from '../Assets.module.css';
import { encumbranceTone } from '../codes';
import { EndEncumbranceDialog } from '../forms/EndEncumbranceDialog';
import { capital } from '../capital';
import { OwnersActs } from './OwnersActs';

/** What others hold against the right, standing first. */
export function EncumbrancesTab({ profile }: { profile: RightProfile }) {
  const t = useT();
  const may = useMay('assets.encumbrance.end');
  const [ending, setEnding] = useState<RightEncumbrance | null>(null);
  const rows = [...profile.encumbrances.filter(one => one.stands), ...profile.encumbrances.filter(one => !one.stands)];
  return (
    <div className={styles['stack']}>
      <OwnersActs acts={profile.acts} day={profile.day} />
      <Panel title={t('rights.encumbrances')} note={t('right.encumbrances.note', { day: profile.day })}>
        <Table<RightEncumbrance>
          size="small"
          rowKey="id"
          columns={encumbranceColumns(t, may ? setEnding : null)}
          dataSource={rows}
          pagination={false}
          scroll={{ x: 900 }}
          locale={{ emptyText: <Nothing>{t('right.encumbrances.empty')}</Nothing> }}
        />
        {ending !== null && <EndEncumbranceDialog right={profile.right} encumbrance={ending} onClose={() => setEnding(null)} />}
      </Panel>
    </div>
  );
}

function encumbranceColumns(t: Translate, end: ((encumbrance: RightEncumbrance) => void) | null): ColumnsType<RightEncumbrance> {
  return [
    {
      title: t('right.encumbrance.kind'),
      width: 190,
      render: (_, one) => (
        <span className={styles['marks']}>
          <StateMark tone={one.stands ? encumbranceTone(one.kind) : 'grey'}>{capital(one.kindTitle)}</StateMark>
          <span className="soft">{t(one.stands ? 'right.encumbrance.stands' : 'right.encumbrance.over')}</span>
        </span>
      ),
    },
    { title: t('right.encumbrance.holder'), width: 220, render: (_, one) => <Two first={one.holder || t('shell.unknown')} second={one.grantor === '' ? undefined : t('right.encumbrance.by', { name: one.grantor })} /> },
    { title: t('right.encumbrance.no'), width: 150, render: (_, one) => one.registrationNo || none },
    { title: t('right.from'), width: 120, render: (_, one) => (one.estimated ? <Two first={formatDate(one.from)} second={t('right.timeline.estimated')} /> : formatDate(one.from)) },
    { title: t('right.until'), width: 120, render: (_, one) => formatDate(one.until) },
    { title: t('right.event.source'), width: 170, render: (_, one) => <Two first={t(one.origin === 'hand' ? 'right.encumbrance.hand' : 'right.encumbrance.event')} second={[t.code('person', one.by), one.note].filter(part => part !== '').join(' · ')} /> },
    ...(end === null
      ? []
      : [
          {
            title: t('right.encumbrance.action'),
            width: 90,
            render: (_: unknown, one: RightEncumbrance) =>
              one.origin === 'hand' && one.stands ? (
                <Button size="small" onClick={() => end(one)}>
                  {t('right.encumbrance.end')}
                </Button>
              ) : null,
          },
        ]),
  ];
}
