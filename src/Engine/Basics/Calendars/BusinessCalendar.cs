namespace Zhirong.Engine.Basics;

/// <summary>Which business days are meant: the two differ on make-up days, and offsets then differ by days.</summary>
public enum DayKind
{
    /// <summary>银行工作日: a weekend day named as a make-up day counts as working.</summary>
    Bank,

    /// <summary>交易日: the exchanges close on every weekend, make-up day or not, and on every holiday.</summary>
    Exchange,
}

/// <summary>A date found by a calendar, and whether it may still move.</summary>
/// <param name="Date">The date.</param>
/// <param name="ProvisionalYear">0 when every year consulted is published; else the first consulted year that is not.</param>
public readonly record struct CalendarDay(DateOnly Date, int ProvisionalYear)
{
    public bool IsProvisional => ProvisionalYear != 0;
}

/// <summary>Business days of one kind under a holiday table.</summary>
/// <remarks>
/// In a year that is not published only weekends close, plus the days already named by a neighbouring year's notice;
/// a date found by consulting such a year says so in <see cref="CalendarDay.ProvisionalYear"/>.
/// </remarks>
public sealed class BusinessCalendar(HolidayTable table, DayKind kind)
{
    /// <summary>The longest offset that is answered, in business days.</summary>
    public const int LongestOffset = 100_000;

    // The longest closure known is nine days; a table that closes for longer than this is broken.
    private const int LongestClosure = 60;

    public HolidayTable Table => table;

    public DayKind Kind => kind;

    public bool IsPublished(int year) => table.IsPublished(year);

    public bool IsBusinessDay(DateOnly date)
    {
        var weekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        if (weekend && kind == DayKind.Exchange)
        {
            return false;
        }

        return table.IsOff(date) is { } off ? !off : !weekend;
    }

    /// <summary>Moves a date that is not a business day as the rule says; a business day stays.</summary>
    /// <exception cref="InvalidOperationException">The table names no business day within 60 days.</exception>
    public CalendarDay Roll(DateOnly date, RollRule rule)
    {
        var provisional = 0;
        if (rule == RollRule.None || Consult(date, ref provisional))
        {
            return new(date, provisional);
        }

        var forward = rule is RollRule.Following or RollRule.ModifiedFollowing;
        var modified = rule is RollRule.ModifiedFollowing or RollRule.ModifiedPreceding;
        // A modified rule that may not leave the month turns round, and then no month holds it back.
        var rolled = Seek(date, forward ? 1 : -1, modified, ref provisional)
            ?? Seek(date, forward ? -1 : 1, false, ref provisional)!.Value;
        return new(rolled, provisional);
    }

    /// <summary>T+n / T−n: counts business days strictly after (or before) a date.</summary>
    /// <param name="from">Any date, business day or not; it is never counted itself.</param>
    /// <param name="businessDays">Positive: after; negative: before; 0: <paramref name="from"/> itself, unrolled.</param>
    /// <exception cref="InvalidOperationException">The table closes for more than 60 days on end.</exception>
    public CalendarDay Offset(DateOnly from, int businessDays)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(businessDays, LongestOffset);
        ArgumentOutOfRangeException.ThrowIfLessThan(businessDays, -LongestOffset);
        var provisional = 0;
        var date = from;
        var step = Math.Sign(businessDays);
        for (var left = Math.Abs(businessDays); left > 0; left--)
        {
            date = Seek(date, step, false, ref provisional)!.Value;
        }

        return new(date, provisional);
    }

    /// <summary>The day a question asks for: the nominal date rolled, then offset.</summary>
    public CalendarDay Answer(CalendarQuestion question)
    {
        var rolled = Roll(question.Nominal, question.Rule);
        var found = Offset(rolled.Date, question.BusinessDays);
        return rolled.IsProvisional ? found with { ProvisionalYear = rolled.ProvisionalYear } : found;
    }

    /// <summary>Which of the questions get another date once the given calendar (with a later table) answers them.</summary>
    /// <remarks>In the order asked. A date that was provisional and stays the same is not a change.</remarks>
    public IReadOnlyList<CalendarChange> ChangesUnder(BusinessCalendar later, IEnumerable<CalendarQuestion> questions)
    {
        var changes = new List<CalendarChange>();
        foreach (var question in questions)
        {
            var (before, after) = (Answer(question), later.Answer(question));
            if (before.Date != after.Date)
            {
                changes.Add(new(question, before.Date, after.Date));
            }
        }

        return changes;
    }

    /// <summary>The nearest business day strictly to one side; null when it must stay in the month and cannot.</summary>
    private DateOnly? Seek(DateOnly date, int step, bool withinMonth, ref int provisional)
    {
        for (var distance = 1; distance <= LongestClosure; distance++)
        {
            var candidate = date.AddDays(step * distance);
            if (withinMonth && candidate.Month != date.Month)
            {
                return null;
            }

            if (Consult(candidate, ref provisional))
            {
                return candidate;
            }
        }

        throw new InvalidOperationException($"No business day within {LongestClosure} days of {date:yyyy-MM-dd}.");
    }

    private bool Consult(DateOnly date, ref int provisional)
    {
        if (provisional == 0 && !table.IsPublished(date.Year))
        {
            provisional = date.Year;
        }

        return IsBusinessDay(date);
    }
}

/// <summary>What was asked of a calendar, kept so that it can be asked again when a further year is published.</summary>
/// <param name="Nominal">The date before any adjustment.</param>
/// <param name="Rule">How it is rolled first.</param>
/// <param name="BusinessDays">Business days counted from the rolled date: −8 for T−8.</param>
public readonly record struct CalendarQuestion(DateOnly Nominal, RollRule Rule, int BusinessDays);

/// <summary>A date that moved because a year was published after it was computed.</summary>
public readonly record struct CalendarChange(CalendarQuestion Question, DateOnly Old, DateOnly New);
