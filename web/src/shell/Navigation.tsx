import { FolderOpenOutlined, HomeOutlined, PartitionOutlined, ProfileOutlined } from '@ant-design/icons';
import { Menu } from 'antd';
import { Link, useLocation } from 'react-router';
import { useT } from '../words';

/** The rooms that exist, by their house names. */
export function Navigation({ onChosen }: { onChosen?: () => void }) {
  const t = useT();
  const { pathname } = useLocation();
  const selected = pathname.startsWith('/deals') ? 'deals' : pathname.startsWith('/shelves') ? 'shelves' : pathname === '/' ? 'home' : '';
  return (
    <nav aria-label={t('shell.navigation')}>
      <Menu
        mode="inline"
        selectedKeys={[selected]}
        defaultOpenKeys={['securitization']}
        onClick={onChosen}
        style={{ borderInlineEnd: 0 }}
        items={[
          { key: 'home', icon: <HomeOutlined />, label: <Link to="/">{t('shell.home')}</Link> },
          {
            key: 'securitization',
            icon: <PartitionOutlined />,
            label: t('shell.securitization'),
            children: [
              { key: 'deals', icon: <ProfileOutlined />, label: <Link to="/deals">{t('shell.deals')}</Link> },
              { key: 'shelves', icon: <FolderOpenOutlined />, label: <Link to="/shelves">{t('shell.shelves')}</Link> },
            ],
          },
        ]}
      />
    </nav>
  );
}
