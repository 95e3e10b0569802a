import { Drawer, Grid, Layout } from 'antd';
import { Suspense, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useT } from '../words';
import { ErrorBoundary } from './ErrorBoundary';
import { Navigation } from './Navigation';
import { PageSkeleton } from './PageSkeleton';
import { usePreferences } from './Preferences';
import { TopBar } from './TopBar';
import styles from './Frame.module.css';

const collapsedKey = 'zhirong.navigation';

/** What surrounds every page: navigation at the left (a drawer on a phone), bar on top, the page in the middle. */
export function Frame() {
  const t = useT();
  const { language } = usePreferences();
  const { pathname } = useLocation();
  const phone = Grid.useBreakpoint().md === false;
  const [open, setOpen] = useState(false);
  const [collapsed, setCollapsed] = useState(() => localStorage.getItem(collapsedKey) === 'collapsed');
  const collapse = (next: boolean) => {
    localStorage.setItem(collapsedKey, next ? 'collapsed' : 'open');
    setCollapsed(next);
  };
  return (
    <Layout className={styles['frame']}>
      <a className={styles['skip']} href="#page">
        {t('shell.skip')}
      </a>
      <TopBar onOpenNavigation={phone ? () => setOpen(true) : null} />
      <Layout hasSider={!phone}>
        {phone ? (
          <Drawer placement="left" width={240} open={open} onClose={() => setOpen(false)} title={t('shell.product')} styles={{ body: { padding: 8 } }}>
            <Navigation onChosen={() => setOpen(false)} />
          </Drawer>
        ) : (
          <Layout.Sider
            className={styles['sider']}
            theme="light"
            collapsible
            collapsed={collapsed}
            onCollapse={collapse}
            width={language === 'zh' ? 184 : 216}
            collapsedWidth={56}
          >
            <Navigation />
          </Layout.Sider>
        )}
        <main id="page" className={styles['page']} tabIndex={-1}>
          <ErrorBoundary key={pathname.split('/').slice(0, 3).join('/')}>
            <Suspense fallback={<PageSkeleton />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </main>
      </Layout>
    </Layout>
  );
}
