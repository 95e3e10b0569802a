using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Credit.Batch;

/// <summary>
/// Schedules and all-in costs of many loans, eight at a time: interest in whole fen as the exact engine computes it, costs
/// as estimates. The vectors give the same figures on every machine.
/// </summary>
/// <remarks>
/// Fen are whole doubles below 2^46, products are split into a rounded part and its exact error, so that every remainder is
/// exact. A month has 28 to 31 days: four powers of the daily discount factor discount every flow, and one Halley step on the
/// log rate triples the digits.
/// </remarks>
public sealed class LevelLoanBatch
{
    private const int Lanes = 8;
    private const int MostSteps = 24;

    // Beyond it fen and remainders would leave the exact whole doubles.
    private const long MostFen = 1L << 46;
    private const int FirstYear = 1970;
    private const int Years = 400;

    private static readonly int[] MonthStarts = [.. Enumerable.Range(0, Years * 12).Select(m => new DateOnly(FirstYear + (m / 12), (m % 12) + 1, 1).DayNumber - 1)];
    private static readonly int[] MonthDays = [.. Enumerable.Range(0, Years * 12).Select(m => DateTime.DaysInMonth(FirstYear + (m / 12), (m % 12) + 1))];

    private readonly LevelLoanTerms terms;
    private readonly double unit;

    public LevelLoanBatch(LevelLoanTerms terms)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(terms.Count, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(terms.Count, Annuity.MostPeriods);
        ArgumentOutOfRangeException.ThrowIfNotEqual(terms.YearDays is 360 or 365, true, nameof(terms));
        this.terms = terms;
        unit = terms.YearDays * 1e6;
    }

    /// <summary>Whether a loan is of the size and time the vectors hold exactly.</summary>
    public bool Holds(LevelLoan loan) => loan is { PrincipalFen: > 0 and < MostFen, RateMillionths: > 0 and <= 1_000_000 }
        && DateOnly.FromDayNumber(loan.DisbursedOn).Year is var year && year >= FirstYear && year + (terms.Count / 12) + 1 < FirstYear + Years;

    /// <summary>The costs of the loans, in their order; each must be held (<see cref="Holds"/>).</summary>
    public void Run(ReadOnlySpan<LevelLoan> loans, Span<LevelLoanCost> costs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(costs.Length, loans.Length, nameof(costs));
        var (days, flows) = (new double[terms.Count * Lanes], new double[terms.Count * Lanes]);
        Span<LevelLoan> eight = stackalloc LevelLoan[Lanes];
        Span<double> interest = stackalloc double[Lanes];
        Span<double> cost = stackalloc double[Lanes];
        for (var from = 0; from < loans.Length; from += Lanes)
        {
            var taken = Math.Min(Lanes, loans.Length - from);
            eight.Fill(loans[from]);
            loans.Slice(from, taken).CopyTo(eight);
            Block(eight, days, flows, interest, cost);
            for (var i = 0; i < taken; i++)
            {
                costs[from + i] = new((long)interest[i], cost[i]);
            }
        }
    }

    private void Block(ReadOnlySpan<LevelLoan> loans, double[] days, double[] flows, Span<double> interest, Span<double> cost)
    {
        Span<double> principals = stackalloc double[Lanes];
        Span<double> rates = stackalloc double[Lanes];
        for (var lane = 0; lane < Lanes; lane++)
        {
            Days(loans[lane], days, lane);
            (principals[lane], rates[lane]) = (loans[lane].PrincipalFen, loans[lane].RateMillionths);
        }

        var (principal, rate) = (Vector512.Create<double>(principals), Vector512.Create<double>(rates));
        Instalments(principal, rate, Level(loans, principal, rate), days, flows).CopyTo(interest);
        Cost(principal, rate, days, flows).CopyTo(cost);
    }

    /// <summary>Days of each month of the loan: due on the disbursement's day, in a shorter month on its last.</summary>
    private void Days(LevelLoan loan, double[] days, int lane)
    {
        DateOnly.FromDayNumber(loan.DisbursedOn).Deconstruct(out var year, out var month, out var day);
        var first = ((year - FirstYear) * 12) + month;
        var starts = MonthStarts.AsSpan(first, terms.Count);
        var lengths = MonthDays.AsSpan(first, terms.Count);
        var (previous, at) = (loan.DisbursedOn, lane);
        for (var k = 0; k < starts.Length; k++, at += Lanes)
        {
            var due = starts[k] + Math.Min(day, lengths[k]);
            days[at] = due - previous;
            previous = due;
        }
    }

    /// <summary>The level instalment; where the estimate stands near half a fen it is computed exactly.</summary>
    private Vector512<double> Level(ReadOnlySpan<LevelLoan> loans, Vector512<double> principal, Vector512<double> rate)
    {
        var month = rate * Vector512.Create(1e-6 / 12);
        var (grown, power) = (Vector512<double>.One, Vector512<double>.One + month);
        for (var left = terms.Count; left > 0; left >>= 1)
        {
            grown = (left & 1) == 0 ? grown : grown * power;
            power *= power;
        }

        var kept = Vector512<double>.One - (Vector512<double>.One / grown);
        var exact = principal * month / kept;
        var level = Vector512.Floor(exact + Vector512.Create(0.5));
        var doubt = exact * Vector512.Create(1e-15 * (terms.Count + 8)) / kept;
        var near = Vector512.LessThan(Vector512.Abs(Vector512.Abs(exact - level) - Vector512.Create(0.5)), doubt) | Vector512.GreaterThan(doubt, Vector512.Create(0.25));
        return near == Vector512<double>.Zero ? level : Exact(loans, level, near);
    }

    private Vector512<double> Exact(ReadOnlySpan<LevelLoan> loans, Vector512<double> level, Vector512<double> near)
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            if (near.AsInt64().GetElement(lane) != 0)
            {
                level = level.WithElement(lane, Annuity.LevelPayment(loans[lane].PrincipalFen, new(loans[lane].RateMillionths, 12_000_000), terms.Count));
            }
        }

        return level;
    }

    /// <summary>Fills the flows after the disbursement, out negative; returns the interest in all.</summary>
    private Vector512<double> Instalments(Vector512<double> principal, Vector512<double> rate, Vector512<double> level, double[] days, double[] flows)
    {
        ref var day = ref MemoryMarshal.GetArrayDataReference(days);
        ref var flow = ref MemoryMarshal.GetArrayDataReference(flows);
        var (year, inverse, half, one, zero) = (Vector512.Create(unit), Vector512.Create(1 / unit), Vector512.Create(unit / 2), Vector512<double>.One, Vector512<double>.Zero);
        var (balance, total, unpaid) = (principal, zero, zero);
        var (last, anniversary) = (terms.Count - 1, 12);
        for (var k = 0; k <= last; k++)
        {
            var weight = rate * Vector512.LoadUnsafe(ref day, (nuint)(k * Lanes));
            var product = balance * weight;
            var error = Vector512.FusedMultiplyAdd(balance, weight, -product);
            var interest = Vector512.Round(product * inverse);
            var rest = Vector512.FusedMultiplyAdd(-interest, year, product) + error;
            interest += Vector512.GreaterThanOrEqual(rest, half) & one;
            interest -= Vector512.LessThan(rest, -half) & one;
            var repaid = k == last ? balance : Vector512.Min(Vector512.Max(level - interest, zero), balance);
            balance -= repaid;
            total += interest;
            var paid = interest + repaid;
            if (k + 1 == anniversary)
            {
                paid -= (total - unpaid) * Vector512.Create(terms.SubsidyShare);
                (unpaid, anniversary) = (total, anniversary + 12);
            }

            (-paid).StoreUnsafe(ref flow, (nuint)(k * Lanes));
        }

        return total;
    }

    /// <summary>The annual rate at which the flows are worth nothing: Halley's steps on the log rate.</summary>
    private Vector512<double> Cost(Vector512<double> principal, Vector512<double> rate, double[] days, double[] flows)
    {
        var received = principal * Vector512.Create(1 - terms.UpfrontFee);
        var guess = (rate * Vector512.Create(1e-6 * (1 - terms.SubsidyShare))) + Vector512.Create(terms.UpfrontFee * 24 / terms.Count);
        var x = guess * (Vector512<double>.One - (guess * Vector512.Create(0.5)));
        for (var step = 0; step < MostSteps; step++)
        {
            var (value, first, second) = Worth(received, x, days, flows);
            var move = value / first;
            move /= Vector512<double>.One - (Vector512.Create(0.5) * move * second / first);
            x -= move;
            if (Vector512.LessThanAll(Vector512.Abs(move), Vector512.Create(3e-5)))
            {
                break;
            }
        }

        for (var lane = 0; lane < Lanes; lane++)
        {
            x = x.WithElement(lane, double.ExpM1(x.GetElement(lane)));
        }

        return x;
    }

    /// <summary>Present value of the flows and its first two derivatives by the log rate.</summary>
    private static (Vector512<double> Value, Vector512<double> First, Vector512<double> Second) Worth(Vector512<double> received, Vector512<double> x, double[] days, double[] flows)
    {
        ref var day = ref MemoryMarshal.GetArrayDataReference(days);
        ref var flow = ref MemoryMarshal.GetArrayDataReference(flows);
        var q = SmallExp(x * Vector512.Create(-1.0 / 365));
        var q2 = q * q;
        var q4 = q2 * q2;
        var q8 = q4 * q4;
        var q28 = q8 * q8 * q8 * q4;
        var (q29, q30, q31) = (q28 * q, q28 * q2, q28 * q * q2);
        var (value, first, second) = (received, Vector512<double>.Zero, Vector512<double>.Zero);
        var (discount, time) = (Vector512<double>.One, Vector512<double>.Zero);
        for (var k = 0; k < flows.Length; k += Lanes)
        {
            var length = Vector512.LoadUnsafe(ref day, (nuint)k);
            var longMonth = Vector512.GreaterThan(length, Vector512.Create(29.5));
            var shorter = Vector512.ConditionalSelect(Vector512.GreaterThan(length, Vector512.Create(28.5)), q29, q28);
            var longer = Vector512.ConditionalSelect(Vector512.GreaterThan(length, Vector512.Create(30.5)), q31, q30);
            discount *= Vector512.ConditionalSelect(longMonth, longer, shorter);
            time += length;
            var worth = Vector512.LoadUnsafe(ref flow, (nuint)k) * discount;
            var timed = worth * time;
            value += worth;
            first += timed;
            second = Vector512.FusedMultiplyAdd(timed, time, second);
        }

        return (value, first * Vector512.Create(-1.0 / 365), second * Vector512.Create(1.0 / 365 / 365));
    }

    /// <summary>e^x for |x| below 0.013: Taylor's polynomial.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> SmallExp(Vector512<double> x)
    {
        var p = Vector512.Create(1.0 / 5040);
        p = Vector512.FusedMultiplyAdd(p, x, Vector512.Create(1.0 / 720));
        p = Vector512.FusedMultiplyAdd(p, x, Vector512.Create(1.0 / 120));
        p = Vector512.FusedMultiplyAdd(p, x, Vector512.Create(1.0 / 24));
        p = Vector512.FusedMultiplyAdd(p, x, Vector512.Create(1.0 / 6));
        p = Vector512.FusedMultiplyAdd(p, x, Vector512.Create(0.5));
        p = Vector512.FusedMultiplyAdd(p, x, Vector512<double>.One);
        return Vector512.FusedMultiplyAdd(p, x, Vector512<double>.One);
    }
}
