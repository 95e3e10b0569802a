import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useT } from '../../../words';
import styles from '../Assets.module.css';

interface Props {
  columns: readonly { key: string; title: string }[];
  shown: readonly string[];
  /** None for all. */
  onChange: (shown: string[]) => void;
}

/** Which columns are shown; the number always is. */
export function ColumnChoice({ columns, shown, onChange }: Props) {
  const t = useT();
  const keys = columns.map(column => column.key);
  const choose = (next: readonly string[]) => onChange(next.length === keys.length ? [] : keys.filter(key => next.includes(key)));
  const content = (
    <div className={styles['views']}>
      <Checkbox.Group
        style={{ display: 'grid', gap: 6 }}
        value={keys.filter(key => shown.includes(key))}
        onChange={next => next.length > 0 && choose(next)}
        options={columns.map(column => ({ value: column.key, label: column.title }))}
      />
      <Button size="small" disabled={shown.length === keys.length} onClick={() => onChange([])}>
        {t('rights.columns.all')}
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" arrow={false} align={{ overflow: { adjustX: true, adjustY: true, shiftX: true } }} content={content}>
      <Button icon={<SettingOutlined />}>{t('rights.columns')}</Button>
    </Popover>
  );
}
