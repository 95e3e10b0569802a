import { Button, Result } from 'antd';
import { Link } from 'react-router';
import { useT } from '../words';
import { useTitle } from './useTitle';

export function NotFound() {
  const t = useT();
  useTitle(t('shell.notFound.title'));
  return (
    <Result
      status="404"
      title={t('shell.notFound.title')}
      subTitle={t('shell.notFound.detail')}
      extra={
        <Link to="/">
          <Button type="primary">{t('shell.home')}</Button>
        </Link>
      }
    />
  );
}
