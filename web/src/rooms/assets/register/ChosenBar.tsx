import { Button } from 'antd';
import { Link } from 'react-router';
import { exportRightsAddress } from '../../../api/rights';
import type { RightRow } from '../../../api/rightTypes';
import { useMay } from '../../../shell/useMe';
import { useLanguage, useT } from '../../../words';
import styles from '../Assets.module.css';
import { titleOf } from '../codes';

/** Rights that may be chosen at once: the server takes no more of them in one address. */
export const mostChosen = 200;

interface Props {
  chosen: readonly RightRow[];
  day: string;
  /** Chooses the rest of the page. */
  onPage: () => void;
  onClear: () => void;
}

/** What can be done with the rights that are chosen. */
export function ChosenBar({ chosen, day, onPage, onClear }: Props) {
  const t = useT();
  const language = useLanguage();
  const mayExamine = useMay('valuation.diligence.make');
  const brought = { rights: chosen.map(right => ({ id: right.id, label: `${right.number} ${titleOf(right, t.either)}` })) };
  const many = chosen.length > mostChosen;
  return (
    <div className={styles['chosen']} role="region" aria-label={t('rights.chosen.region')}>
      <strong>{t('rights.chosen', { count: chosen.length })}</strong>
      {many && <span className="soft">{t('rights.chosen.most', { count: mostChosen })}</span>}
      <Button size="small" disabled={many} href={exportRightsAddress({ chosen: chosen.map(right => right.id.replaceAll('-', '')).join('.'), day, sort: 'number' }, language)}>
        {t('rights.chosen.export')}
      </Button>
      <Link to="/appraisals/new?scope=rights" state={brought}>
        <Button size="small">{t('rights.chosen.value')}</Button>
      </Link>
      {mayExamine && (
        <Link to="/diligence/new?scope=rights" state={brought}>
          <Button size="small">{t('rights.chosen.diligence')}</Button>
        </Link>
      )}
      <Link to="/registrations/precheck" state={{ numbers: chosen.map(right => right.number).join('\n'), pledgors: [...new Set(chosen.flatMap(right => right.holders))].join('\n') }}>
        <Button size="small">{t('rights.chosen.precheck')}</Button>
      </Link>
      <Button size="small" type="text" onClick={onPage}>
        {t('rights.choose.page')}
      </Button>
      <Button size="small" type="text" onClick={onClear}>
        {t('rights.chosen.clear')}
      </Button>
    </div>
  );
}
