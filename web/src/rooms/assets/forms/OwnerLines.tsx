import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import type { Finding } from '../../../api/types';
import { useT } from '../../../words';
import { findingAt, sentenceOf } from '../../ledger/findings';
import styles from '../Assets.module.css';
import { checkCode } from './numberCheck';
import type { StatementForm } from './statementForm';

interface Props {
  owners: StatementForm['owners'];
  findings: readonly Finding[];
  /** Names of fields that cannot be read. */
  wrong: readonly string[];
  onChange: (owners: StatementForm['owners']) => void;
}

/** Who holds the right: name, credit code, share; the code is checked while it is typed. */
export function OwnerLines({ owners, findings, wrong, onChange }: Props) {
  const t = useT();
  const set = (at: number, change: Partial<StatementForm['owners'][number]>) => onChange(owners.map((owner, index) => (index === at ? { ...owner, ...change } : owner)));
  const shares = findingAt(findings, 'owners');
  return (
    <>
      <h3>{t('rightFacts.owners')}</h3>
      {shares !== undefined && <p className={styles['gap']}>{sentenceOf(t, shares)}</p>}
      {owners.map((owner, index) => {
        const checked = checkCode(owner.code);
        const [nameFault, codeFault] = [findingAt(findings, `owners.${index}.name`), findingAt(findings, `owners.${index}.code`)];
        const note = checked.kind === 'digit' ? t('code.digit', { expected: checked.expected }) : checked.kind === 'form' ? t('code.form') : checked.kind === 'old' ? t('code.old') : undefined;
        return (
          <div key={index} className={styles['ownerLine']}>
            <Form.Item style={{ marginBottom: 0 }} {...(nameFault === undefined ? {} : { validateStatus: 'error', help: sentenceOf(t, nameFault) })}>
              <Input aria-label={t('rightFacts.owner.name', { number: index + 1 })} placeholder={t('rights.holders')} value={owner.name} maxLength={200} onChange={event => set(index, { name: event.target.value })} />
            </Form.Item>
            <Form.Item
              style={{ marginBottom: 0 }}
              {...(codeFault !== undefined ? { validateStatus: 'error', help: sentenceOf(t, codeFault) } : note !== undefined ? { validateStatus: checked.kind === 'old' ? 'warning' : 'error', help: note } : {})}
            >
              <Input aria-label={t('rightFacts.owner.code', { number: index + 1 })} placeholder={t('firm.code')} value={owner.code} maxLength={18} autoComplete="off" onChange={event => set(index, { code: event.target.value.trim() })} />
            </Form.Item>
            <Input aria-label={t('rightFacts.owner.share', { number: index + 1 })} placeholder={t('rightFacts.share.percent')} value={owner.share} maxLength={8} status={wrong.includes(`owners.${index}.share`) ? 'error' : ''} onChange={event => set(index, { share: event.target.value })} />
            <Button type="text" icon={<DeleteOutlined />} aria-label={t('rightFacts.owner.remove', { number: index + 1 })} disabled={owners.length === 1} onClick={() => onChange(owners.filter((_, at) => at !== index))} />
          </div>
        );
      })}
      <Button size="small" icon={<PlusOutlined />} style={{ marginBottom: 16 }} onClick={() => onChange([...owners, { name: '', code: '', share: '' }])}>
        {t('rightFacts.owner.add')}
      </Button>
    </>
  );
}
