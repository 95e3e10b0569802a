import type { Checkpoint } from '../../../api/ledgerTypes';
import { useT } from '../../../words';
import styles from './Proof.module.css';
import type { ProofStep } from './proofPath';

const step = 74;
const box = { width: 210, height: 40 };
const middle = 430;
const apart = 250;

const short = (hash: string) => `${hash.slice(0, 10)}…${hash.slice(-6)}`;

function Node({ x, y, name, hash, kind }: { x: number; y: number; name: string; hash: string | null; kind: 'leaf' | 'sibling' | 'node' | 'root' }) {
  return (
    <g>
      <title>{hash === null ? name : `${name}\n${hash}`}</title>
      <rect className={`${styles['box']} ${styles[kind]}`} x={x - box.width / 2} y={y} width={box.width} height={box.height} rx={6} />
      <text className={styles['name']} x={x} y={hash === null ? y + 25 : y + 16} textAnchor="middle">
        {name}
      </text>
      {hash !== null && (
        <text className={styles['hash']} x={x} y={y + 32} textAnchor="middle">
          {short(hash)}
        </text>
      )}
    </g>
  );
}

interface Props {
  index: number;
  leafHash: string;
  steps: readonly ProofStep[];
  checkpoint: Checkpoint;
  root: string;
}

/** The path drawn upwards: the root on top, the leaf at the bottom, on each level the neighbour that is joined. */
export function ProofPicture({ index, leafHash, steps, checkpoint, root }: Props) {
  const t = useT();
  const levels = steps.length;
  const y = (level: number) => 8 + (levels - level) * step;
  const covers = ([first, last]: readonly [number, number]) => (first === last ? t('leaf.proof.one', { first }) : t('leaf.proof.range', { first, last }));
  const height = 8 + levels * step + box.height + 10;
  return (
    <div className={styles['scroll']} tabIndex={0}>
      <svg className={styles['picture']} viewBox={`0 0 800 ${height}`} role="img" aria-label={t('leaf.proof.label', { index, size: checkpoint.size, levels })}>
        {steps.map(one => {
          const x = one.side === 'left' ? middle - apart : middle + apart;
          const [below, above] = [y(one.level - 1), y(one.level)];
          const isRoot = one.level === levels;
          return (
            <g key={one.level}>
              <path className={styles['line']} d={`M${middle} ${below} V${above + box.height}`} />
              <path className={styles['line']} d={`M${x} ${below} V${below - 16} H${middle}`} />
              <Node x={x} y={below} kind="sibling" name={`${t(`leaf.proof.${one.side}`)} · ${covers(one.siblingRange)}`} hash={one.sibling} />
              <text className={styles['level']} x={2} y={above + 25}>
                {t('leaf.proof.level', { level: one.level })}
              </text>
              <Node x={middle} y={above} kind={isRoot ? 'root' : 'node'} name={isRoot ? `${t('leaf.proof.root')} · ${covers(one.range)}` : covers(one.range)} hash={isRoot ? root : null} />
            </g>
          );
        })}
        <Node x={middle} y={y(0)} kind="leaf" name={t('leaf.proof.leaf', { index })} hash={leafHash} />
      </svg>
    </div>
  );
}
