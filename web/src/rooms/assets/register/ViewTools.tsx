import { DeleteOutlined, SettingOutlined, StarOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, Popover } from 'antd';
import { useState } from 'react';
import { useMe } from '../../../shell/useMe';
import { useT } from '../../../words';
import styles from '../Assets.module.css';
import { dropView, keepView, readViews } from './keptViews';
import { atRest, isFiltered, type RightsAddress } from './rightsAddress';

interface ViewsProps {
  address: RightsAddress;
  onChange: (change: Partial<RightsAddress>) => void;
}

/** Searches kept under a name in this browser: opened, kept anew, taken away. */
export function KeptViews({ address, onChange }: ViewsProps) {
  const t = useT();
  const person = useMe().me.id;
  const [views, setViews] = useState(() => readViews(localStorage, person));
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const worth = isFiltered(address) || address.day !== '' || address.sort !== atRest.sort;
  const keep = () => {
    setViews(keepView(localStorage, person, name, address));
    setName('');
  };
  const content = (
    <div className={styles['views']}>
      {views.length === 0 && <p className="soft">{t('rights.views.empty')}</p>}
      <ul>
        {views.map(view => (
          <li key={view.name}>
            <Button
              type="text"
              onClick={() => {
                onChange({ ...atRest, ...view.asked, pageSize: address.pageSize });
                setOpen(false);
              }}
            >
              <span translate="no">{view.name}</span>
            </Button>
            <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('rights.views.drop', { name: view.name })} onClick={() => setViews(dropView(localStorage, person, view.name))} />
          </li>
        ))}
      </ul>
      <Form onFinish={keep} layout="vertical">
        <Form.Item label={t('rights.views.keep')} htmlFor="rights-view" extra={t('rights.views.where')} style={{ marginBottom: 8 }}>
          <Input id="rights-view" maxLength={40} value={name} disabled={!worth} onChange={event => setName(event.target.value)} />
        </Form.Item>
        <Button htmlType="submit" type="primary" block disabled={!worth || name.trim() === ''}>
          {t('rights.views.save')}
        </Button>
      </Form>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen} content={content}>
      <Button icon={<StarOutlined />}>{t('rights.views')}</Button>
    </Popover>
  );
}

interface ColumnsProps {
  columns: readonly { key: string; title: string }[];
  hidden: readonly string[];
  onChange: (hidden: string[]) => void;
}

/** Which columns are shown; the number always is. */
export function ColumnChoice({ columns, hidden, onChange }: ColumnsProps) {
  const t = useT();
  const content = (
    <div className={styles['views']}>
      <Checkbox.Group
        style={{ display: 'grid', gap: 6 }}
        value={columns.map(column => column.key).filter(key => !hidden.includes(key))}
        onChange={shown => onChange(columns.map(column => column.key).filter(key => !shown.includes(key)))}
        options={columns.map(column => ({ value: column.key, label: column.title }))}
      />
      <Button size="small" disabled={hidden.length === 0} onClick={() => onChange([])}>
        {t('rights.columns.all')}
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={content}>
      <Button icon={<SettingOutlined />}>{t('rights.columns')}</Button>
    </Popover>
  );
}
