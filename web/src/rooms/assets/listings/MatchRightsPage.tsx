import { Alert, Button, Checkbox, Form, Input, InputNumber, Modal, Select, Table, Tag, Upload } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { keepShortlist, listingKeys, matchListings, takeListings, useListingFiles, useShortlists, type FailedRight, type Matched, type Need, type RankedRight, type ShortlistRow } from '../../../api/listings';
import { formatDate, formatInstant, parseMoney } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { Panel } from '../../../shell/Panel';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { Two } from '../../payments/Two';
import styles from '../../valuation/Valuation.module.css';

const rest = { file: '' };
const kinds = ['invention', 'utility_model', 'design', 'trademark', 'gi_mark', 'software', 'work', 'ic_layout', 'data_ip', 'plant_variety'] as const;
const modes = ['transfer', 'exclusive_licence', 'sole_licence', 'licence', 'open_licence', 'investment'] as const;

/** A need in a person's own words against the rights others list: ranked, with the words and symbols each fits by; the chosen ones are kept. */
export default function MatchRightsPage() {
  const t = useT();
  const [address, change] = useAddress(rest);
  const files = useListingFiles();
  const taking = useWriting([listingKeys, ['evidence']]);
  const may = useMay('assets.listing.take');
  const rows = files.data?.rows ?? [];
  const file = rows.find(one => one.id === address.file) ?? rows[0];
  const take = (chosen: File) => void taking.run(async () => {
    const made = await takeListings(chosen);
    change({ file: made.id });
    return made;
  }, made => t('listing.taken', { count: made.listings }));
  return (
    <>
      <PageHead title={t('listing.title')} state={t('listing.note')} actions={may ? <Upload accept=".yaml,.yml,.json" showUploadList={false} beforeUpload={chosen => { take(chosen); return false; }}><Button loading={taking.busy}>{t('listing.take')}</Button></Upload> : undefined} />
      <OtherFindings findings={taking.findings} fields={[]} />
      {files.isError && <Failure reason={files.error} onRetry={() => void files.refetch()} />}
      {files.isPending && <PageSkeleton rows={6} />}
      {files.data !== undefined && file === undefined && <Nothing>{t('listing.none')}</Nothing>}
      {file !== undefined && (
        <div className={styles['stack']}>
          <Panel title={t('listing.file')} note={<><span translate="no">{file.source}</span>{file.day !== null && <> · {t('listing.day', { day: formatDate(file.day) })}</>} · {t('listing.count', { count: file.listings })}</>}>
            <Select aria-label={t('listing.file')} style={{ minWidth: 280, maxWidth: '100%' }} value={file.id} onChange={next => change({ file: next })} options={rows.map(one => ({ value: one.id, label: `${one.code} · ${one.name}` }))} />
          </Panel>
          <Asking key={file.id} file={file.id} />
          <Shortlists />
        </div>
      )}
    </>
  );
}

function Asking({ file }: { file: string }) {
  const t = useT();
  const write = useWriting([]);
  const [text, setText] = useState('');
  const [kind, setKind] = useState<string[]>([]);
  const [mode, setMode] = useState<string[]>([]);
  const [price, setPrice] = useState('');
  const [trl, setTrl] = useState<number | null>(null);
  const [force, setForce] = useState(true);
  const [asked, setAsked] = useState<Need | null>(null);
  const [answer, setAnswer] = useState<Matched | null>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const [keeping, setKeeping] = useState(false);
  const find = () => void write.run(async () => {
    const need: Need = { text: text.trim(), kinds: kind, modes: mode, ...(price.trim() === '' ? {} : { priceCeiling: parseMoney(price) ?? price.trim() }), ...(trl === null ? {} : { readinessFrom: trl }), inForce: force, top: 50 };
    const made = await matchListings(file, need);
    setAsked(need);
    setAnswer(made);
    setChosen([]);
    return made;
  }, made => t('listing.found', { count: made.result.matched }));
  const right = (listing: string) => answer?.rights.find(one => one.listing === listing)?.right;
  const terms = (listing: string) => answer?.terms.find(one => one.listing === listing);
  const named = (row: { id: string; number: string; title: string }) => <Two first={right(row.id) === undefined ? <span translate="no">{row.title}</span> : <Link translate="no" to={`/rights/${right(row.id) ?? ''}`}>{row.title}</Link>} second={<><code>{row.number === '' ? row.id : row.number}</code> {right(row.id) !== undefined && <Tag color="blue">{t('listing.registered')}</Tag>}</>} />;
  const result = answer?.result;
  return (
    <>
      <Panel title={t('listing.need')} note={t('listing.need.note')}>
        <Form layout="vertical" component="div">
          <OtherFindings findings={write.findings} fields={['text']} />
          <Field label={t('listing.text')} id="need-text" name="text" findings={write.findings}><Input.TextArea id="need-text" rows={4} maxLength={20000} placeholder={t('listing.text.example')} value={text} onChange={event => setText(event.target.value)} /></Field>
          <div className={styles['grid']}>
            <Form.Item label={t('listing.kinds')} htmlFor="need-kinds"><Select id="need-kinds" mode="multiple" allowClear value={kind} onChange={setKind} placeholder={t('listing.any')} options={kinds.map(value => ({ value: value as string, label: t.code('rightKind', value) }))} /></Form.Item>
            <Form.Item label={t('listing.modes')} htmlFor="need-modes"><Select id="need-modes" mode="multiple" allowClear value={mode} onChange={setMode} placeholder={t('listing.any')} options={modes.map(value => ({ value: value as string, label: t(`listingMode.${value}`) }))} /></Form.Item>
            <Form.Item label={t('listing.price')} htmlFor="need-price"><Input id="need-price" inputMode="decimal" placeholder="100万" value={price} onChange={event => setPrice(event.target.value)} /></Form.Item>
            <Form.Item label={t('listing.trl')} htmlFor="need-trl"><InputNumber id="need-trl" min={1} max={9} precision={0} value={trl} onChange={setTrl} /></Form.Item>
          </div>
          <p><Checkbox checked={force} onChange={event => setForce(event.target.checked)}>{t('listing.force')}</Checkbox></p>
          <Button type="primary" loading={write.busy} disabled={text.trim() === ''} onClick={find}>{t('listing.find')}</Button>
        </Form>
      </Panel>
      {result !== undefined && asked !== null && (
        <Panel title={t('listing.matches')} note={t('listing.counts', { considered: result.considered, matched: result.matched, failed: result.failed })} extra={<Button type="primary" disabled={chosen.length === 0} onClick={() => setKeeping(true)}>{t('listing.keep', { count: chosen.length })}</Button>}>
          {result.nowhere.length > 0 && <Alert type="info" showIcon style={{ marginBottom: 10 }} message={t('listing.nowhere', { words: result.nowhere.join('、') })} />}
          <Table<RankedRight>
            size="small"
            rowKey="id"
            pagination={result.matches.length > 20 ? { pageSize: 20 } : false}
            scroll={{ x: 980 }}
            dataSource={result.matches}
            expandable={{ expandedRowRender: row => <Reasons row={row} />, expandRowByClick: false }}
            locale={{ emptyText: <Nothing>{t('listing.matches.none')}</Nothing> }}
            columns={[
              { title: t('listing.chosen'), width: 60, render: (_, row) => <Checkbox aria-label={t('listing.choose', { title: row.title })} checked={chosen.includes(row.id)} onChange={event => setChosen(before => (event.target.checked ? [...before, row.id] : before.filter(one => one !== row.id)))} /> },
              { title: t('listing.rank'), width: 60, align: 'right', render: (_, row) => row.rank },
              { title: t('listing.right'), width: 280, render: (_, row) => named(row) },
              { title: t('listing.holder'), width: 150, render: (_, row) => <span translate="no">{row.owner === '' ? t('shell.none') : row.owner}</span> },
              { title: t('listing.why'), render: (_, row) => <>{row.found.map(words => <Tag key={words}>{words}</Tag>)}{row.ipc !== null && <Tag color="blue">{t('listing.ipc', { listing: row.ipc.listing, level: t.code('ipcLevel', row.ipc.level) })}</Tag>}</> },
              { title: t('listing.terms'), width: 170, render: (_, row) => <Two first={(terms(row.id)?.modes ?? []).map(one => t.code('listingMode', one)).join('、') || t('shell.unknown')} second={terms(row.id)?.price == null ? t('listing.price.unknown') : <Fen value={terms(row.id)?.price ?? '0'} />} /> },
              { title: t('listing.estimate'), width: 90, align: 'right', render: (_, row) => <span className="tabular">{row.estimate.toFixed(2)}</span> },
            ]}
          />
          <p className="soft">{t('listing.data')} {[...new Set(result.data.map(one => one.name))].join('、')}{result.data.some(one => !one.verified) && ` · ${t('listing.unverified')}`}</p>
        </Panel>
      )}
      {result !== undefined && result.failures.length > 0 && (
        <Panel title={t('listing.failures')} note={t('listing.failures.note')}>
          <Table<FailedRight>
            size="small"
            rowKey="id"
            pagination={result.failures.length > 10 ? { pageSize: 10 } : false}
            scroll={{ x: 700 }}
            dataSource={result.failures}
            columns={[
              { title: t('listing.right'), width: 300, render: (_, row) => named(row) },
              { title: t('listing.fails'), render: (_, row) => row.conditions.map(one => <div key={one.condition}>{t.code('needCondition', one.condition)}：{one.found === null ? t('shell.unknown') : one.found === 'false' ? t('policy.no') : one.found} → {one.expected}</div>) },
            ]}
          />
        </Panel>
      )}
      {keeping && asked !== null && <Keep file={file} need={asked} chosen={chosen} onClose={() => setKeeping(false)} />}
    </>
  );
}

/** Every part of an estimate: its parts sum to it. */
function Reasons({ row }: { row: RankedRight }) {
  const t = useT();
  return (
    <>
      <p>{row.words.map(one => <Tag key={`${one.word}${one.field}`}><span translate="no">{one.word}</span>{one.by !== null && ` (${one.by})`} · {t.code('listingField', one.field)} × {one.times} · {one.estimate.toFixed(2)}</Tag>)}{row.ipc !== null && <Tag color="blue">{row.ipc.need} ~ {row.ipc.listing} · {t.code('ipcLevel', row.ipc.level)} · {row.ipc.estimate.toFixed(2)}</Tag>}</p>
      {row.missing.length > 0 && <p className="soft">{t('listing.missing', { words: row.missing.join('、') })}</p>}
    </>
  );
}

function Keep({ file, need, chosen, onClose }: { file: string; need: Need; chosen: readonly string[]; onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const write = useWriting([listingKeys, ['evidence']]);
  const [name, setName] = useState('');
  const save = () => void write.run(async () => {
    const made = await keepShortlist({ name: name.trim(), file, need, listings: [...chosen] });
    void navigate(`/match/shortlists/${made.row.id}`);
    return made;
  }, made => t('listing.kept', { name: made.row.name }));
  return (
    <Modal open title={t('listing.keep', { count: chosen.length })} okText={t('listing.keep.save')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: name.trim() === '' }} onOk={save} onCancel={onClose}>
      <Form layout="vertical" component="div">
        <OtherFindings findings={write.findings} fields={['name']} />
        <Field label={t('listing.name')} id="shortlist-name" name="name" findings={write.findings}><Input id="shortlist-name" maxLength={200} value={name} onChange={event => setName(event.target.value)} /></Field>
      </Form>
    </Modal>
  );
}

function Shortlists() {
  const t = useT();
  const navigate = useNavigate();
  const found = useShortlists();
  return (
    <Panel title={t('listing.shortlists')}>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      <Table<ShortlistRow>
        size="small"
        rowKey="id"
        className={styles['rows'] ?? ''}
        loading={found.isPending}
        pagination={(found.data?.rows.length ?? 0) > 10 ? { pageSize: 10 } : false}
        scroll={{ x: 620 }}
        dataSource={found.data?.rows ?? []}
        onRow={row => ({ onClick: () => void navigate(`/match/shortlists/${row.id}`) })}
        locale={{ emptyText: <Nothing>{t('listing.shortlists.none')}</Nothing> }}
        columns={[
          { title: t('listing.name'), width: 200, render: (_, row) => <Link translate="no" to={`/match/shortlists/${row.id}`} onClick={event => event.stopPropagation()}>{row.name}</Link> },
          { title: t('listing.need'), render: (_, row) => <span translate="no">{row.text.length > 80 ? `${row.text.slice(0, 80)}…` : row.text}</span> },
          { title: t('listing.rights'), width: 80, align: 'right', render: (_, row) => row.count },
          { title: t('aid.by'), width: 160, render: (_, row) => <Two first={formatInstant(row.at)} second={<span translate="no">{row.by}</span>} /> },
        ]}
      />
    </Panel>
  );
}
