import { Alert } from 'antd';
import type { LeafDetail } from '../../../api/ledgerTypes';
import { none } from '../../../format';
import { Panel } from '../../../shell/Panel';
import { useT, type Translate } from '../../../words';
import { contentRows } from './contentRows';
import styles from './Record.module.css';

const areas: Record<string, string> = { side: 'side', kind: 'subjectKind' };

function valueOf(t: Translate, key: string | number, value: string | null): string {
  if (value === null) return none;
  if (key === 'event') return t.code('ledgerEvent', value);
  const area = areas[String(key)];
  return area === undefined ? value : t.code(area, value);
}

/** The confidential content as a table; erased content is said plainly. */
export function ContentPanel({ leaf }: { leaf: LeafDetail }) {
  const t = useT();
  if (leaf.erased) {
    return (
      <Panel title={t('leaf.content')}>
        <Alert type="warning" showIcon message={t('evidence.state.erased')} description={t('leaf.content.erased')} />
      </Panel>
    );
  }
  if (leaf.content === null) {
    return (
      <Panel title={t('leaf.content')}>
        <p className="soft">{t('leaf.content.none')}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('leaf.content')} note={t('leaf.content.note')}>
      <div className={styles['scroll']} tabIndex={0}>
        <table className={styles['content']}>
          <thead>
            <tr>
              <th scope="col">{t('leaf.key')}</th>
              <th scope="col">{t('leaf.value')}</th>
            </tr>
          </thead>
          <tbody>
            {contentRows(leaf.content).map(({ path, value }) => (
              <tr key={path.join('.')}>
                <th scope="row">{path.map(part => (typeof part === 'number' ? String(part) : t.code('content', part))).join(' · ')}</th>
                <td className="tabular">{valueOf(t, path.at(-1) ?? '', value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
