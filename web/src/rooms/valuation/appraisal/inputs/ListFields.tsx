import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useT } from '../../../../words';
import type { Json } from '../../../../api/valuationTypes';
import { DayField } from '../../../../shell/DayField';
import { at, items, text } from '../../request';
import type { DeskProps } from '../desk';
import { FigureRow } from './FigureRow';
import styles from './Inputs.module.css';

/** Fees a contract names, each with its day. */
export function FeeList({ path, ...desk }: DeskProps & { path: string }) {
  const t = useT();
  const { working, may } = desk;
  const fees = items(at(working.request, `${path}.fees`));
  const put = (next: Json[]) => working.set(`${path}.fees`, next);
  return (
    <div className={styles['section']}>
      <h3>{t('value.fees')}</h3>
      {fees.map((fee, index) => (
        <div key={index} className={styles['line']}>
          <DayField label={t('valueKey.due')} value={text(fee['due'])} onChange={due => put(fees.map((one, other) => (other === index ? { ...one, due } : one)))} />
          <span style={{ flex: '1 1 260px' }}>
            <FigureRow {...desk} path={`${path}.fees.${index}.amount`} field={{ key: 'amount', shape: 'money' }} plain />
          </span>
          {may && <Button type="text" icon={<DeleteOutlined />} aria-label={t('value.fees.remove', { number: index + 1 })} onClick={() => put(fees.filter((_, other) => other !== index))} />}
        </div>
      ))}
      {may && (
        <span>
          <Button size="small" icon={<PlusOutlined />} onClick={() => put([...fees, { due: '', amount: '0' }])}>
            {t('value.fees.add')}
          </Button>
        </span>
      )}
    </div>
  );
}

/** Deals that are compared: price, weight, and what each factor says of the subject and of the deal. */
export function DealList({ path, ...desk }: DeskProps & { path: string }) {
  const t = useT();
  const { working, may } = desk;
  const deals = items(at(working.request, `${path}.deals`));
  const put = (next: Json[]) => working.set(`${path}.deals`, next.length === 0 ? undefined : next);
  const fresh = () => `deal-${Array.from({ length: deals.length + 1 }, (_, n) => n + 1).find(n => deals.every(deal => deal['id'] !== `deal-${n}`)) ?? deals.length + 1}`;
  return (
    <div className={styles['section']}>
      <h3>{t('valueKey.deals')}</h3>
      {deals.map((deal, index) => {
        const factors = items(deal['compare']);
        const here = `${path}.deals.${text(deal['id'])}`;
        return (
          <div key={text(deal['id']) || index} className={styles['figures']}>
            <div className={styles['line']}>
              <strong>{t('value.deal.n', { number: index + 1 })}</strong>
              {may && <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('value.deal.remove', { number: index + 1 })} onClick={() => put(deals.filter((_, other) => other !== index))} />}
            </div>
            <FigureRow {...desk} path={`${here}.price`} field={{ key: 'price', shape: 'money' }} label={t('valueKey.price')} />
            <FigureRow {...desk} path={`${here}.weight`} field={{ key: 'weight', shape: 'rate' }} label={t('valueKey.weight')} />
            {factors.map((factor, at) => (
              <div key={at} className={styles['line']}>
                <Input aria-label={t('valueKey.factor')} translate="no" style={{ width: 140 }} disabled={!may} value={text(factor['factor'])} onChange={event => working.set(`${here}.compare`, factors.map((one, other) => (other === at ? { ...one, factor: event.target.value } : one)))} />
                {(['subject', 'deal'] as const).map(side => (
                  <label key={side}>
                    <span className="soft">{t(`valueKey.${side}`)}</span>
                    <Input style={{ width: 90 }} inputMode="decimal" disabled={!may} value={text(factor[side])} onChange={event => working.set(`${here}.compare`, factors.map((one, other) => (other === at ? { ...one, [side]: event.target.value } : one)))} />
                  </label>
                ))}
                {may && <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('value.factor.remove', { name: text(factor['factor']) })} onClick={() => working.set(`${here}.compare`, factors.length === 1 ? undefined : factors.filter((_, other) => other !== at))} />}
              </div>
            ))}
            {may && (
              <span>
                <Button size="small" icon={<PlusOutlined />} onClick={() => working.set(`${here}.compare`, [...factors, { factor: `f${factors.length + 1}`, subject: '1', deal: '1' }])}>
                  {t('value.factor.add')}
                </Button>
              </span>
            )}
          </div>
        );
      })}
      {may && (
        <span>
          <Button size="small" icon={<PlusOutlined />} onClick={() => put([...deals, { id: fresh(), price: '', weight: '' }])}>
            {t('value.deal.add')}
          </Button>
        </span>
      )}
    </div>
  );
}
