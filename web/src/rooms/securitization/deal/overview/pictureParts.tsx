import type { Box } from './structureLayout';
import styles from './StructurePicture.module.css';

/** What fits a width; a Chinese character takes two places. */
function fit(text: string, width: number): string {
  const room = width / 6.6;
  let used = 0;
  for (let index = 0; index < text.length; index += 1) {
    used += text.charCodeAt(index) > 0x2e7f ? 1.85 : 1;
    if (used > room) return `${text.slice(0, Math.max(1, index - 1))}…`;
  }
  return text;
}

export type CardKind = 'party' | 'obligors' | 'plan' | 'support' | 'senior' | 'subordinated';

const step = 18;

/** A box with a name and lines below it; the full words on hover. */
export function Card({ box, lines, kind }: { box: Box; lines: readonly string[]; kind: CardKind }) {
  const first = box.y + box.height / 2 - ((lines.length - 1) * step) / 2 + 5;
  return (
    <g>
      <title>{lines.join('\n')}</title>
      <rect className={`${styles['box']} ${styles[kind]}`} x={box.x} y={box.y} width={box.width} height={box.height} rx={6} />
      {lines.map((line, index) => (
        <text key={index} className={index === 0 ? styles['name'] : styles['line']} x={box.x + box.width / 2} y={first + index * step} textAnchor="middle">
          {fit(line, box.width - 12)}
        </text>
      ))}
    </g>
  );
}

export type Point = readonly [x: number, y: number];

interface ArrowProps {
  from: Point;
  to: Point;
  /** Beside the line, near its end. */
  label?: string;
  /** Below a level line. */
  under?: string;
}

/** Money from left to right; the amount stands on the outer side of a bent line. */
export function MoneyArrow({ from, to, label, under }: ArrowProps) {
  const bend = (from[0] + to[0]) / 2;
  const path = `M${from[0]} ${from[1]} C${bend} ${from[1]} ${bend} ${to[1]} ${to[0]} ${to[1]}`;
  const level = from[1] === to[1];
  return (
    <g>
      <path className={styles['arrow']} d={path} markerEnd="url(#structure-head)" />
      {label !== undefined && (
        <text className={styles['amount']} x={level ? bend : to[0] - 12} y={to[1] + (to[1] > from[1] ? 18 : -8)} textAnchor={level ? 'middle' : 'end'}>
          {label}
        </text>
      )}
      {under !== undefined && (
        <text className={styles['label']} x={bend} y={to[1] + 16} textAnchor="middle">
          {under}
        </text>
      )}
    </g>
  );
}

/** The verb where lines leave a box. */
export function ArrowWord({ at, children }: { at: Point; children: string }) {
  return (
    <text className={styles['label']} x={at[0] + 8} y={at[1] - 8}>
      {children}
    </text>
  );
}

/** Support rises from below; its amount stands beside the line. */
export function SupportArrow({ from, to, label }: ArrowProps) {
  const middle = (from[1] + to[1]) / 2;
  return (
    <g>
      <path className={styles['arrow']} d={`M${from[0]} ${from[1]} C${from[0]} ${middle} ${to[0]} ${middle} ${to[0]} ${to[1]}`} markerEnd="url(#structure-head)" />
      {label !== undefined && (
        <text className={styles['amount']} x={from[0] + (from[0] <= to[0] ? -6 : 6)} y={from[1] - 10} textAnchor={from[0] <= to[0] ? 'end' : 'start'}>
          {label}
        </text>
      )}
    </g>
  );
}

/** A duty carries no money. */
export function DutyLine({ from, to }: { from: Point; to: Point }) {
  const middle = (from[1] + to[1]) / 2;
  return <path className={`${styles['arrow']} ${styles['duty']}`} d={`M${from[0]} ${from[1]} C${from[0]} ${middle} ${to[0]} ${middle} ${to[0]} ${to[1]}`} />;
}

export function ArrowHead() {
  return (
    <defs>
      <marker id="structure-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
        <path d="M0 0 L8 4 L0 8 Z" className={styles['head']} />
      </marker>
    </defs>
  );
}
