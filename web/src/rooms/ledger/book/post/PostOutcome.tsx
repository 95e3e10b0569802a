import { Alert, Button } from 'antd';
import type { EntryResult } from '../../../../api/ledgerTypes';
import { useT } from '../../../../words';
import { placeOf, sentenceOf } from '../../findings';

const atFields = /^(effective|event|memo|lines\[\d+\](\.\w+)?)$/;

/** What became of the entry sent: outcome first, then what no field can say. */
export function PostOutcome({ result, onOpen }: { result: EntryResult; onOpen: (id: string) => void }) {
  const t = useT();
  if (result.result === 'refused') {
    const elsewhere = result.errors.filter(finding => !atFields.test(placeOf(finding)));
    return <Alert type="error" showIcon message={t('post.refused')} description={elsewhere.length === 0 ? undefined : elsewhere.map(finding => <div key={finding.code}>{sentenceOf(t, finding)}</div>)} />;
  }
  const created = result.result === 'created';
  return (
    <Alert
      type={created ? 'success' : 'info'}
      showIcon
      message={t(created ? 'post.created' : 'post.exists', { sequence: result.sequence ?? '' })}
      action={
        <Button size="small" onClick={() => onOpen(result.id)}>
          {t('post.openEntry')}
        </Button>
      }
    />
  );
}
