import { Button, Popconfirm } from 'antd';
import { unmatchPlanned } from '../../../../api/ledger';
import type { PlannedMatch, PlannedRow } from '../../../../api/ledgerTypes';
import { formatInstant } from '../../../../format';
import { Fen } from '../../../../shell/Fen';
import { useT } from '../../../../words';
import { useOpenEntry } from '../../entry/useOpenEntry';
import { useWrite } from '../../useWrite';
import styles from './Planned.module.css';

function Match({ planned, match }: { planned: PlannedRow; match: PlannedMatch }) {
  const t = useT();
  const { open } = useOpenEntry();
  const write = useWrite();
  const undo = () =>
    write.run(
      () => unmatchPlanned(planned.id, match.entryId),
      () => t('planned.unmatched'),
    );
  return (
    <li>
      <Button size="small" type="link" style={{ padding: 0 }} onClick={() => open(match.entryId)}>
        {t('hold.entry')}
      </Button>
      <span>
        <Fen value={match.amount} /> {t('shell.unit.yuan')}
      </span>
      <span className="soft tabular">
        {formatInstant(match.at)} · {t.code('person', match.by)}
      </span>
      <Popconfirm title={t('planned.unmatch.ask')} okText={t('planned.unmatch')} cancelText={t('shell.cancel')} onConfirm={() => void undo()}>
        <Button size="small" loading={write.busy}>
          {t('planned.unmatch')}
        </Button>
      </Popconfirm>
    </li>
  );
}

/** The real entries a planned one was matched with. */
export function Matches({ planned }: { planned: PlannedRow }) {
  return (
    <ul className={styles['matches']}>
      {planned.matches.map(match => (
        <Match key={match.entryId} planned={planned} match={match} />
      ))}
    </ul>
  );
}
