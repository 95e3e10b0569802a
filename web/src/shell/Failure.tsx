import { Button, Result, Typography } from 'antd';
import { ApiProblem, ConnectionLost } from '../api/problem';
import { useT } from '../words';

/** What happened, what to do, and the id to quote. With `onRetry` the page stays and only the request is repeated. */
export function Failure({ reason, onRetry }: { reason: unknown; onRetry?: () => void }) {
  const t = useT();
  const retry = (
    <Button type="primary" onClick={onRetry ?? (() => location.reload())}>
      {onRetry === undefined ? t('shell.reload') : t('shell.retry')}
    </Button>
  );
  if (reason instanceof ConnectionLost) {
    return <Result status="warning" title={t('shell.lost.title')} subTitle={t('shell.lost.detail')} extra={retry} />;
  }
  if (reason instanceof ApiProblem && reason.status === 404) {
    return <Result status="404" title={t('shell.notFound.title')} subTitle={t('shell.notFound.detail')} extra={retry} />;
  }
  const message = reason instanceof Error ? reason.message : String(reason);
  const code = reason instanceof ApiProblem ? reason.code : null;
  const id = reason instanceof ApiProblem ? reason.requestId : null;
  return (
    <Result status="error" title={t('shell.failed.title')} subTitle={t('shell.failed.detail')} extra={retry}>
      <Typography.Paragraph copyable={{ text: [message, code, id].filter(Boolean).join(' ') }} style={{ margin: 0 }}>
        {message} {code !== null && <code>{code}</code>} {id !== null && t('shell.requestId', { id })}
      </Typography.Paragraph>
    </Result>
  );
}
