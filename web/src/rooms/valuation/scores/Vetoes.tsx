import { Alert } from 'antd';
import type { RubricDetail } from '../../../api/scoreTypes';
import { useT } from '../../../words';
import styles from '../Valuation.module.css';

/** What no score outweighs, where it has fired. */
export function Vetoes({ rubric, fired, scenario }: { rubric: RubricDetail; fired: readonly string[]; scenario: string }) {
  const t = useT();
  const vetoes = rubric.vetoes.filter(veto => fired.includes(veto.id) && (veto.scenarios.length === 0 || veto.scenarios.includes(scenario)));
  if (vetoes.length === 0) return null;
  return <Alert type={vetoes.some(veto => veto.effect !== 'warning') ? 'error' : 'warning'} showIcon message={t('score.vetoes')} description={<ul className={styles['list']}>{vetoes.map(veto => <li key={veto.id}>{veto.title}: {t.code('vetoEffect', veto.effect)}</li>)}</ul>} />;
}
