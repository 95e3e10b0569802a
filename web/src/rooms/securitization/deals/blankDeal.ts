import { Document } from 'yaml';

export interface DealStart {
  code: string;
  name: string;
  market: string;
  structure: string;
  /** Yuan with two decimals. */
  size: string;
  closing: string;
  maturity: string;
  /** What stands as the one obligor until the real ones are pasted. */
  obligor: string;
  /** Why the terms nobody has typed yet are there. */
  note: string;
}

/** What the person has not said: it stands there so that the deal runs, and is marked as supposed. */
const supposed = ['dates.legal_maturity', 'dates.payment_dates', 'pool.contract', 'tranches.A.size', 'tranches.A.coupon', 'tranches.SUB.size', 'fees.custody'];

/** 95 % and 5 % of the size, to the fen; the senior takes the residue. */
function split(size: string): { senior: string; subordinated: string } {
  const fen = BigInt(size.replace('.', ''));
  const subordinated = (fen * 5n + 99n) / 100n;
  const written = (amount: bigint) => {
    const digits = amount.toString().padStart(3, '0');
    return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
  };
  return { senior: written(fen - subordinated), subordinated: written(subordinated) };
}

function yearsLater(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) + years;
  return `${year}${date.slice(4) === '-02-29' ? '-02-28' : date.slice(4)}`;
}

const order = [
  { do: 'pay_fee', what: ['custody'] },
  { do: 'pay_interest', what: ['A'] },
];
const rest = [
  { do: 'pay_principal', what: ['SUB'], amount: 'all', when: 'A.balance == 0' },
  { do: 'pay_residual', what: ['SUB'], when: 'A.balance == 0' },
];

/** The smallest deal the language accepts with this head; the check then says what is missing. */
export function blankDeal(start: DealStart): string {
  const { senior, subordinated } = split(start.size);
  const document = new Document(
    {
      schema: 'ipabs/v1',
      id: start.code,
      name: { zh: start.name },
      market: start.market,
      structure: start.structure,
      currency: 'CNY',
      money: { scale: 2, rounding: 'half_up', unit_face: 100 },
      dates: {
        closing: start.closing,
        cutoff: start.closing,
        expected_maturity: start.maturity,
        legal_maturity: yearsLater(start.maturity, 2),
        payment_dates: { list: [start.maturity] },
        calendar: start.market,
        roll: 'following_no_extra_interest',
      },
      size: start.size,
      pool: {
        contract: { amort: 'bullet', rate: '0.0500', day_count: 'ACT/365F', interest: 'at_maturity' },
        obligors: [{ id: 'N01', name: start.obligor, principal: start.size }],
      },
      tranches: [
        { id: 'A', zh: '优先级', en: 'Senior', size: senior, coupon: '0.0300', day_count: 'ACT/365F', amort: 'bullet' },
        { id: 'SUB', zh: '次级', en: 'Subordinated', size: subordinated, residual: true },
      ],
      fees: [{ id: 'custody', zh: '托管费', en: 'Custody fee', kind: 'rate', basis: 'size', rate: '0.0001' }],
      origins: supposed.map(path => ({ path, kind: 'assumed', note: start.note })),
      waterfalls: {
        normal: [...order, { do: 'pay_principal', what: ['A'], amount: 'scheduled' }, ...rest],
        accelerated: [...order, { do: 'pay_principal', what: ['A'], amount: 'all' }, ...rest],
      },
    },
    { aliasDuplicateObjects: false },
  );
  return document.toString({ lineWidth: 0 });
}
