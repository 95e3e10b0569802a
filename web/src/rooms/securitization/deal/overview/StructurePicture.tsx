import type { Outline, OutlineSupport, OutlineTranche } from '../../../../api/types';
import { formatMoney, formatPercent, type MoneyUnit } from '../../../../format';
import { usePreferences } from '../../../../shell/Preferences';
import { useT, type Translate } from '../../../../words';
import { ArrowHead, ArrowWord, Card, DutyLine, MoneyArrow, SupportArrow, type Point } from './pictureParts';
import { structureLayout, type Box } from './structureLayout';
import styles from './StructurePicture.module.css';

const top = (box: Box): Point => [box.x + box.width / 2, box.y];
const bottom = (box: Box): Point => [box.x + box.width / 2, box.y + box.height];
const left = (box: Box): Point => [box.x, box.y + box.height / 2];
const right = (box: Box): Point => [box.x + box.width, box.y + box.height / 2];

/** Points spread over an edge, so that lines do not meet in one. */
function spread(edge: Point, width: number, index: number, count: number): Point {
  return [edge[0] + (count < 2 ? 0 : (index / (count - 1) - 0.5) * width), edge[1]];
}

function trancheLines(t: Translate, tranche: OutlineTranche): string[] {
  const name = t.either(tranche.nameZh, tranche.nameEn);
  const terms = tranche.residual ? t('structure.residual') : t('structure.coupon', { rate: formatPercent(tranche.coupon) });
  return [
    [name === tranche.id ? name : `${tranche.id} ${name}`, tranche.rating].filter(part => part !== null).join(' · '),
    `${t('structure.share', { share: formatPercent(tranche.share) })} · ${terms}`,
    ...(tranche.holder === null ? [] : [t('structure.holder', { holder: t.code('holder', tranche.holder) })]),
  ];
}

function supportAmount(t: Translate, support: OutlineSupport, unit: MoneyUnit): string {
  if (support.limit === null) return t('structure.unlimited');
  const amount = formatMoney(support.limit, unit);
  return support.kind === 'cash_reserve' ? t('structure.target', { amount }) : t('structure.limit', { amount });
}

/** The deal's own name; the kind where the name is only an id. */
function supportLines(t: Translate, support: OutlineSupport): string[] {
  const name = t.either(support.nameZh, support.nameEn);
  return [name === support.id ? t.code('support', support.kind) : name, ...(support.provider === null ? [] : [support.provider])];
}

function obligorLines(t: Translate, outline: Outline): string[] {
  const largest = [...outline.obligors].sort((a, b) => Number(b.share) - Number(a.share))[0];
  return [
    t('structure.obligors', { count: outline.obligors.length }),
    t.code('claim', outline.structure),
    ...(largest === undefined ? [] : [t('structure.largest', { id: largest.id, share: formatPercent(largest.share) })]),
  ];
}

/** Who owes, supports, manages and holds what; amounts stand on the arrows. */
export function StructurePicture({ outline }: { outline: Outline }) {
  const t = useT();
  const { unit } = usePreferences();
  const { supports, tranches } = outline;
  const duties = outline.parties.filter(party => !supports.some(support => support.provider === party.name));
  const layout = structureLayout(duties.length, tranches.length, supports.length);
  const { plan } = layout;
  const at = <T,>(list: readonly T[], index: number): T => {
    const item = list[index];
    if (item === undefined) throw new RangeError(`no box ${index}`);
    return item;
  };
  return (
    <div className={styles['scroll']} tabIndex={0}>
      <svg className={styles['picture']} viewBox={`-4 -4 ${layout.width + 8} ${layout.height + 8}`} role="img" aria-label={t('structure.label')}>
        <ArrowHead />
        {duties.map((party, index) => (
          <g key={party.role}>
            <DutyLine from={bottom(at(layout.parties, index))} to={spread(top(plan), plan.width * 0.7, index, duties.length)} />
            <Card box={at(layout.parties, index)} kind="party" lines={[t.code('role', party.role), party.name]} />
          </g>
        ))}
        <MoneyArrow from={right(layout.obligors)} to={left(plan)} label={formatMoney(outline.poolBalance, unit)} under={t('structure.pays')} />
        <Card box={layout.obligors} kind="obligors" lines={obligorLines(t, outline)} />
        <Card
          box={plan}
          kind="plan"
          lines={[
            outline.code,
            ...(outline.spv.length === 0 ? [t('structure.plan')] : outline.spv.map(vehicle => t.code('spv', vehicle.kind))),
            `${outline.closing} – ${outline.expectedMaturity}`,
          ]}
        />
        <ArrowWord at={right(plan)}>{t('structure.distributes')}</ArrowWord>
        {tranches.map((tranche, index) => (
          <g key={tranche.id}>
            <MoneyArrow from={right(plan)} to={left(at(layout.tranches, index))} label={formatMoney(tranche.size, unit)} />
            <Card box={at(layout.tranches, index)} kind={tranche.residual ? 'subordinated' : 'senior'} lines={trancheLines(t, tranche)} />
          </g>
        ))}
        {supports.map((support, index) => (
          <g key={support.id}>
            <SupportArrow
              from={top(at(layout.supports, index))}
              to={spread(bottom(plan), plan.width * 0.6, index, supports.length)}
              label={supportAmount(t, support, unit)}
            />
            <Card
              box={at(layout.supports, index)}
              kind="support"
              lines={supportLines(t, support)}
            />
          </g>
        ))}
      </svg>
    </div>
  );
}
