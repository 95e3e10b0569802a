import { Alert } from 'antd';
import { ApiProblem, ConnectionLost } from '../../../api/problem';
import { useT } from '../../../words';

/** Why the figures are not those of the text: the server is away, or refused to compute. */
export function CalculationState({ failure }: { failure: unknown }) {
  const t = useT();
  if (failure === null) return null;
  if (failure instanceof ConnectionLost) return <Alert style={{ marginBottom: 10 }} type="warning" showIcon message={t('deal.waiting')} />;
  const message = failure instanceof Error ? failure.message : String(failure);
  const id = failure instanceof ApiProblem ? failure.requestId : null;
  const code = failure instanceof ApiProblem ? failure.code : null;
  return (
    <Alert
      style={{ marginBottom: 10 }}
      type="error"
      showIcon
      message={message}
      description={[code, id === null ? null : t('shell.requestId', { id })].filter(part => part !== null).join(' · ')}
    />
  );
}
