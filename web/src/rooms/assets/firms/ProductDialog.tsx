import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { addProduct, changeProduct } from '../../../api/firms';
import type { Product } from '../../../api/firmTypes';
import { parseMoney, parseWhole } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import styles from '../Assets.module.css';
import { useRightWrite } from '../useRightWrite';
import { RightPicker } from './RightPicker';

interface IncomeLine {
  year: string;
  revenue: string;
  profit: string;
  source: string;
  asOf: string;
}

const blank = (): IncomeLine => ({ year: '', revenue: '', profit: '', source: '', asOf: today() });
const isWhole = (line: IncomeLine) => parseWhole(line.year) !== null && parseMoney(line.revenue) !== null && (line.profit.trim() === '' || parseMoney(line.profit) !== null) && line.source.trim() !== '' && line.asOf !== '';

/** A product, the rights it uses and what it earned: one income stream, each right once. */
export function ProductDialog({ firm, product, onClose }: { firm: string; product: Product | null; onClose: () => void }) {
  const t = useT();
  const write = useRightWrite(onClose);
  const [name, setName] = useState(product?.name ?? '');
  const [note, setNote] = useState(product?.note ?? '');
  const [rights, setRights] = useState<string[]>(product?.rights ?? []);
  const [income, setIncome] = useState<IncomeLine[]>(() => product?.income.map(one => ({ year: String(one.year), revenue: one.revenue, profit: one.profit ?? '', source: one.source, asOf: one.asOf })) ?? [blank()]);
  const set = (at: number, change: Partial<IncomeLine>) => setIncome(income.map((line, index) => (index === at ? { ...line, ...change } : line)));
  const lines = income.filter(line => [line.year, line.revenue, line.profit, line.source].some(text => text.trim() !== ''));
  const ready = name.trim() !== '' && lines.every(isWhole);
  const save = async () => {
    const content = {
      name: name.trim(),
      rights,
      note: note.trim() === '' ? null : note.trim(),
      income: lines.map(line => ({ year: parseWhole(line.year) ?? 0, revenue: parseMoney(line.revenue) ?? '', profit: parseMoney(line.profit), source: line.source.trim(), asOf: line.asOf })),
    };
    const done = await write.run(() => (product === null ? addProduct(firm, content) : changeProduct(firm, product.id, { ...content, baseVersion: product.version })), saved => t('product.done', { name: saved.name }));
    if (done) onClose();
  };
  const cell = (line: IncomeLine, index: number, field: 'year' | 'revenue' | 'profit' | 'source', wrong: boolean) => (
    <Input aria-label={t('product.income.cell', { field: t(`product.income.${field}`), number: index + 1 })} placeholder={t(`product.income.${field}`)} value={line[field]} status={wrong ? 'error' : ''} onChange={event => set(index, { [field]: event.target.value })} />
  );
  return (
    <Modal open width={720} title={t(product === null ? 'firm.act.product' : 'product.change')} okText={t('product.save')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['name', 'note', 'rights']} />
        <Field label={t('product.name')} id="product-name" name="name" findings={write.findings}>
          <Input id="product-name" value={name} maxLength={200} onChange={event => setName(event.target.value)} />
        </Field>
        <Field label={t('product.rights')} id="product-rights" name="rights" findings={write.findings} extra={t('product.rights.help')}>
          <RightPicker id="product-rights" firm={firm} value={rights} onChange={setRights} />
        </Field>
        <h3 style={{ marginBottom: 8 }}>{t('product.income')}</h3>
        {income.map((line, index) => (
          <div key={index} className={styles['incomeLine']}>
            {cell(line, index, 'year', line.year !== '' && parseWhole(line.year) === null)}
            {cell(line, index, 'revenue', line.revenue !== '' && parseMoney(line.revenue) === null)}
            {cell(line, index, 'profit', line.profit !== '' && parseMoney(line.profit) === null)}
            {cell(line, index, 'source', false)}
            <DayField label={t('right.asOf')} value={line.asOf} clearable={false} onChange={asOf => set(index, { asOf })} />
            <Button type="text" icon={<DeleteOutlined />} aria-label={t('product.income.remove', { number: index + 1 })} onClick={() => setIncome(income.filter((_, at) => at !== index))} />
          </div>
        ))}
        <Button size="small" icon={<PlusOutlined />} style={{ marginBottom: 16 }} onClick={() => setIncome([...income, blank()])}>
          {t('product.income.add')}
        </Button>
        <Field label={t('firm.note')} id="product-note" name="note" findings={write.findings}>
          <Input id="product-note" value={note} maxLength={1000} onChange={event => setNote(event.target.value)} />
        </Field>
      </Form>
    </Modal>
  );
}
