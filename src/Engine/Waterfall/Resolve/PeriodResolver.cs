using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Resolve;

/// <summary>Rolls payment dates and counts the chain of dates before each.</summary>
internal static class PeriodResolver
{
    public static IReadOnlyList<ResolvedPeriod> Periods(DealDefinition deal, HolidayTable holidays, List<Refusal> warnings)
    {
        var calendar = new BusinessCalendar(holidays, deal.Dates.Calendar);
        var periods = new List<ResolvedPeriod>();
        var unpublished = new SortedDictionary<int, int>();
        var previous = deal.Dates.Closing;
        foreach (var date in deal.Dates.PaymentDates)
        {
            var pay = calendar.Roll(date, deal.Dates.Roll);
            var chain = deal.Dates.Offsets.Select(o => (o.Key, Day: calendar.Offset(pay.Date, o.Value))).ToList();
            var years = chain.Select(c => c.Day.ProvisionalYear).Append(pay.ProvisionalYear).Where(y => y != 0).Distinct().ToList();
            years.ForEach(y => unpublished[y] = unpublished.GetValueOrDefault(y) + 1);
            periods.Add(new()
            {
                Number = periods.Count + 1,
                Date = date,
                PayDate = pay.Date,
                Days = date.DayNumber - previous.DayNumber,
                Chain = [.. chain.Select(c => new KeyValuePair<string, DateOnly>(c.Key, c.Day.Date))],
                Provisional = years.Count > 0,
            });
            previous = date;
        }

        foreach (var (year, count) in unpublished)
        {
            warnings.Add(new()
            {
                Code = "CAL-0101",
                Severity = Severity.Warning,
                Path = "dates.payment_dates",
                Found = $"{year}",
                Expected = new($"{year} 年节假日安排", $"the published holidays of {year}"),
                Message = new($"{year} 年节假日尚未公布，{count} 个兑付日只按周末推算，为暂定", $"The holidays of {year} are not published; {count} payment date(s) run on weekends only and are provisional"),
            });
        }

        return periods;
    }
}
