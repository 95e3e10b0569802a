import { MenuOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { Link } from 'react-router';
import { JobBell } from '../rooms/jobs/JobBell';
import { useT } from '../words';
import { Appearance } from './Appearance';
import { InboxCount } from './InboxCount';
import { PersonMenu } from './PersonMenu';
import styles from './Frame.module.css';

export function TopBar({ onOpenNavigation }: { onOpenNavigation: (() => void) | null }) {
  const t = useT();
  return (
    <header className={styles['bar']}>
      <div className={styles['brand']}>
        {onOpenNavigation !== null && (
          <Button type="text" icon={<MenuOutlined />} aria-label={t('shell.navigation.open')} onClick={onOpenNavigation} />
        )}
        <Link to="/" className={styles['product']} aria-label={t('shell.product')}>
          <img src="/mark.svg" alt="" width={22} height={22} />
          <span className={styles['productName']}>{t('shell.product')}</span>
        </Link>
      </div>
      <Space size={8} wrap={false}>
        <JobBell />
        <Appearance />
        <InboxCount />
        <PersonMenu />
      </Space>
    </header>
  );
}
