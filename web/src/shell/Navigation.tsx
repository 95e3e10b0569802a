import {
  AuditOutlined,
  BookOutlined,
  FileProtectOutlined,
  FolderOpenOutlined,
  HomeOutlined,
  InboxOutlined,
  PartitionOutlined,
  ProfileOutlined,
  ReadOutlined,
  SafetyCertificateOutlined,
} from '@ant-design/icons';
import { Menu } from 'antd';
import { Link, useLocation } from 'react-router';
import { useT } from '../words';

const places: readonly (readonly [start: string, key: string])[] = [
  ['/deals', 'deals'],
  ['/shelves', 'shelves'],
  ['/ledger', 'books'],
  ['/evidence/verify', 'verify'],
  ['/evidence', 'records'],
  ['/approvals', 'inbox'],
];

/** The rooms that exist, by their house names. */
export function Navigation({ onChosen }: { onChosen?: () => void }) {
  const t = useT();
  const { pathname } = useLocation();
  const selected = pathname === '/' ? 'home' : (places.find(([start]) => pathname.startsWith(start))?.[1] ?? '');
  return (
    <nav aria-label={t('shell.navigation')}>
      <Menu
        mode="inline"
        selectedKeys={[selected]}
        defaultOpenKeys={['securitization', 'ledger', 'evidence']}
        onClick={onChosen}
        style={{ borderInlineEnd: 0 }}
        items={[
          { key: 'home', icon: <HomeOutlined />, label: <Link to="/">{t('shell.home')}</Link> },
          { key: 'inbox', icon: <InboxOutlined />, label: <Link to="/approvals">{t('approvals.title')}</Link> },
          {
            key: 'securitization',
            icon: <PartitionOutlined />,
            label: t('shell.securitization'),
            children: [
              { key: 'deals', icon: <ProfileOutlined />, label: <Link to="/deals">{t('shell.deals')}</Link> },
              { key: 'shelves', icon: <FolderOpenOutlined />, label: <Link to="/shelves">{t('shell.shelves')}</Link> },
            ],
          },
          {
            key: 'ledger',
            icon: <BookOutlined />,
            label: t('shell.ledger'),
            children: [{ key: 'books', icon: <ReadOutlined />, label: <Link to="/ledger/books">{t('shell.books')}</Link> }],
          },
          {
            key: 'evidence',
            icon: <FileProtectOutlined />,
            label: t('shell.evidence'),
            children: [
              { key: 'records', icon: <AuditOutlined />, label: <Link to="/evidence">{t('shell.records')}</Link> },
              { key: 'verify', icon: <SafetyCertificateOutlined />, label: <Link to="/evidence/verify">{t('shell.verify')}</Link> },
            ],
          },
        ]}
      />
    </nav>
  );
}
