import { DeleteOutlined, EditOutlined, LinkOutlined, StarOutlined } from '@ant-design/icons';
import { App, Button, Popconfirm, Popover } from 'antd';
import { useEffect, useState } from 'react';
import { ApiProblem } from '../../../api/problem';
import { keepSearch, removeSearch, searchKeys, useSearches, type KeptSearch, type NewSearch } from '../../../api/searches';
import { useQueryClient } from '@tanstack/react-query';
import { Failure } from '../../../shell/Failure';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { useMay, useMe } from '../../../shell/useMe';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import styles from '../Assets.module.css';
import { addressOf, atRest, isAsKept, linkOf, type RightsAddress } from './rightsAddress';
import { SearchForm } from './SearchForm';
import { takeOver } from './takeOver';

interface Props {
  address: RightsAddress;
  onChange: (change: Partial<RightsAddress>) => void;
}

/** People whose searches are being taken over from this browser: once, whoever asks. */
const under = new Set<string>();

/** Searches kept under a name, one's own and the organisation's: opened, passed on as a link, kept anew, changed, removed. */
export function KeptSearches({ address, onChange }: Props) {
  const t = useT();
  const { message } = App.useApp();
  const may = useMay('assets.search.keep');
  const [open, setOpen] = useState(false);
  const [edited, setEdited] = useState<KeptSearch | null>(null);
  const searches = useSearches();
  const all = searches.data?.searches ?? [];
  const opened = all.find(one => one.id === address.search);
  const write = useWriting([searchKeys]);
  useTakeOver(may);
  const show = (search: KeptSearch) => {
    onChange({ ...addressOf(search), pageSize: address.pageSize });
    setOpen(false);
  };
  const pass = (search: KeptSearch) =>
    navigator.clipboard.writeText(new URL(linkOf(search.id), location.href).href).then(
      () => void message.success(t('rights.searches.copied')),
      () => void message.info(linkOf(search.id)),
    );
  const drop = async (search: KeptSearch) => {
    if (!(await write.run(() => removeSearch(search.id), () => t('rights.searches.removed', { name: search.name })))) return;
    if (search.id === address.search) onChange({ search: '' });
    if (search.id === edited?.id) setEdited(null);
  };
  const group = (title: string, of: readonly KeptSearch[]) =>
    of.length > 0 && (
      <section>
        <h3>{title}</h3>
        <ul>
          {of.map(search => (
            <li key={search.id}>
              <Button type="text" aria-current={search.id === address.search ? 'true' : undefined} title={search.shared ? t('rights.searches.by', { name: search.changedBy }) : undefined} onClick={() => show(search)}>
                <span translate="no">{search.name}</span>
              </Button>
              <Button type="text" size="small" icon={<LinkOutlined />} aria-label={t('rights.searches.link', { name: search.name })} onClick={() => void pass(search)} />
              {may && <Button type="text" size="small" icon={<EditOutlined />} aria-label={t('rights.searches.edit', { name: search.name })} onClick={() => setEdited(search)} />}
              {may && (
                <Popconfirm title={t('rights.searches.drop', { name: search.name })} description={search.shared ? t('rights.searches.drop.shared') : undefined} okText={t('rights.searches.drop.do')} cancelText={t('shell.cancel')} onConfirm={() => drop(search)}>
                  <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('rights.searches.drop', { name: search.name })} />
                </Popconfirm>
              )}
            </li>
          ))}
        </ul>
      </section>
    );
  const content = (
    <div className={styles['views']}>
      {searches.isError && <Failure reason={searches.error} onRetry={() => void searches.refetch()} />}
      {searches.isPending && <PageSkeleton rows={3} />}
      {searches.data !== undefined && all.length === 0 && <p className="soft">{t('rights.searches.empty')}</p>}
      {group(t('rights.searches.own'), all.filter(one => !one.shared))}
      {group(t('rights.searches.shared'), all.filter(one => one.shared))}
      {may && (
        <SearchForm
          key={edited?.id ?? 'new'}
          address={address}
          edited={edited}
          onKept={kept => {
            setEdited(null);
            onChange(edited === null || edited.id === address.search ? addressAfter(kept, address) : {});
          }}
          onCancel={() => setEdited(null)}
        />
      )}
    </div>
  );
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      align={{ overflow: { adjustX: true, adjustY: true, shiftX: true } }}
      open={open}
      onOpenChange={next => {
        setOpen(next);
        if (!next) setEdited(null);
      }}
      content={content}
    >
      <Button icon={<StarOutlined />}>
        {opened === undefined ? t('rights.searches') : <span translate="no">{`${opened.name}${isAsKept(address, opened) ? '' : ' *'}`}</span>}
      </Button>
    </Popover>
  );
}

/** The list stays as it is shown, and is now that search. */
const addressAfter = (kept: KeptSearch, address: RightsAddress): Partial<RightsAddress> => ({ ...address, place: atRest.place, search: kept.id });

/** What an earlier version kept in this browser goes to the server, once. */
function useTakeOver(may: boolean): void {
  const t = useT();
  const person = useMe().me.id;
  const queries = useQueryClient();
  const { message } = App.useApp();
  useEffect(() => {
    if (!may || under.has(person)) return;
    under.add(person);
    const keep = async (search: NewSearch) => {
      try {
        return await keepSearch(search);
      } catch (reason) {
        if (reason instanceof ApiProblem && reason.status === 422) return null;
        throw reason;
      }
    };
    takeOver(localStorage, person, t('rights.searches.columns'), keep).then(
      taken => {
        if (taken === 0) return;
        void message.info(t('rights.searches.taken', { count: taken }));
        void queries.invalidateQueries({ queryKey: searchKeys });
      },
      () => under.delete(person),
    );
  }, [may, message, person, queries, t]);
}
