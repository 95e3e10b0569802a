import { Alert, Button, Checkbox, Form, Input, InputNumber, Table } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { draftApplication, matchProducts } from '../../../api/origination';
import type { AskedFact, MatchAnswer } from '../../../api/originationTypes';
import { lendingKeys } from '../../../api/lendingQueries';
import { formatDate, parseMoney } from '../../../format';
import { PageHead } from '../../../shell/PageHead';
import { Panel } from '../../../shell/Panel';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { useMay } from '../../../shell/useMe';
import { useAddress } from '../../../shell/useAddress';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import { Two } from '../../payments/Two';
import { FirmPicker } from '../../valuation/FirmPicker';
import styles from '../Lending.module.css';
import { FactFields } from './FactFields';
import { statedFacts, type Filled } from './facts';
import { MatchedList } from './MatchedList';

const rest = { firm: '', amount: '', months: 12 };

/** What a firm can get: products by all-in cost after aid, and what stands against the others. */
export default function MatchPage() {
  const t = useT();
  const navigate = useNavigate();
  const may = useMay('lending.application.draft');
  const [address, change] = useAddress(rest);
  const write = useWriting([]);
  const drafting = useWriting([lendingKeys]);
  const [filled, setFilled] = useState<Filled>({});
  const [unused, setUnused] = useState(false);
  const [answer, setAnswer] = useState<MatchAnswer | null>(null);
  const amount = parseMoney(address.amount) ?? address.amount;
  const asks: readonly AskedFact[] = answer?.asks ?? [];
  const facts = statedFacts(asks, filled);
  const find = () =>
    write.run(
      async () => {
        const made = await matchProducts({ amount, months: address.months, ...(address.firm === '' ? {} : { firmId: address.firm }), facts, ...(unused ? { aidUsed: false } : {}) });
        setAnswer(made);
        return made;
      },
      made => t('match.found', { eligible: count(made, 'eligible'), unknown: count(made, 'unknown'), refused: count(made, 'refused') }),
    );
  const apply = (product: string) =>
    void drafting.run(
      async () => {
        const made = await draftApplication({ firmId: address.firm === '' ? null : address.firm, product, amount, months: address.months, facts });
        void navigate(`/lending/applications/${made.row.id}`);
        return made;
      },
      made => made.row.number,
    );
  const known = Object.fromEntries((answer?.facts ?? []).filter(fact => !fact.typed).map(fact => [fact.name, fact.value]));
  return (
    <>
      <PageHead title={t('match.title')} state={t('match.note')} actions={<UnitSwitch />} />
      <div className={styles['stack']}>
        <Panel title={t('application.form')}>
          <Form layout="vertical" onFinish={() => void find()}>
            <OtherFindings findings={[...write.findings, ...drafting.findings]} fields={[]} />
            <div className={styles['grid']}>
              <Form.Item label={t('match.firm')} htmlFor="match-firm" extra={t('match.firm.hint')}>
                <FirmPicker id="match-firm" value={address.firm} onChange={firm => change({ firm })} placeholder={t('match.firm')} />
              </Form.Item>
              <Form.Item label={t('match.amount')} htmlFor="match-amount">
                <Input id="match-amount" inputMode="decimal" value={address.amount} placeholder="200万" onChange={event => change({ amount: event.target.value })} />
              </Form.Item>
              <Form.Item label={t('match.months')} htmlFor="match-months">
                <InputNumber id="match-months" min={1} max={360} precision={0} value={address.months} onChange={months => change({ months: months ?? 12 })} style={{ width: '100%' }} />
              </Form.Item>
              <Form.Item label=" "><Checkbox checked={unused} onChange={event => setUnused(event.target.checked)}>{t('match.aidUsed')}</Checkbox></Form.Item>
            </div>
            {asks.length > 0 && (
              <details open={answer !== null && answer.products.every(product => product.fit !== 'eligible')}>
                <summary>{t('match.facts')} <span className="soft">{t('match.facts.note')}</span></summary>
                <FactFields asks={asks} filled={filled} known={known} onChange={(name, value) => setFilled(before => ({ ...before, [name]: value }))} />
              </details>
            )}
            <Button type="primary" htmlType="submit" loading={write.busy}>{t('match.find')}</Button>
          </Form>
        </Panel>
        {answer !== null && (
          <>
            <Alert type="info" showIcon message={answer.notes.map(note => <div key={note}>{note}</div>)} />
            <Panel title={t('match.result')} note={t('match.found', { eligible: count(answer, 'eligible'), unknown: count(answer, 'unknown'), refused: count(answer, 'refused') })}>
              <MatchedList rows={answer.products} {...(may ? { onApply: apply } : {})} />
            </Panel>
            <Panel title={t('match.known')}>
              <Table size="small" rowKey="name" pagination={false} scroll={{ x: 560 }} dataSource={answer.facts} columns={[{ title: t('match.fact'), width: 240, dataIndex: 'title' }, { title: t('match.value'), width: 260, dataIndex: 'value' }, { title: t('match.source'), render: (_, fact) => <Two first={t(fact.typed ? 'match.typed' : 'match.register')} second={[fact.source, fact.date === null ? '' : formatDate(fact.date)].filter(text => text !== '').join(' · ')} /> }]} />
            </Panel>
          </>
        )}
      </div>
    </>
  );
}

const count = (answer: MatchAnswer, fit: string) => answer.products.filter(product => product.fit === fit).length;
