using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Zhirong.Engine.Basics;

/// <summary>
/// The State Council's yearly holiday notices as dates: days off, and make-up days (调休) worked on a weekend.
/// </summary>
/// <remarks>
/// A year is <em>published</em> when its own file lists at least one day; an empty file is a year without data, which is
/// not a year without holidays. A file may hold days of the neighbouring year, so days are found by date, not by file.
/// </remarks>
public sealed class HolidayTable
{
    private readonly FrozenDictionary<DateOnly, bool> offByDate;
    private readonly FrozenSet<int> published;

    private HolidayTable(IReadOnlyDictionary<DateOnly, bool> offByDate, IEnumerable<int> published)
    {
        this.offByDate = offByDate.ToFrozenDictionary();
        this.published = published.ToFrozenSet();
    }

    /// <summary>No year published: weekends are all a calendar can know.</summary>
    public static HolidayTable Empty { get; } = new(new Dictionary<DateOnly, bool>(), []);

    /// <summary>The published years, ascending.</summary>
    public IReadOnlyList<int> PublishedYears => [.. published.Order()];

    public bool IsPublished(int year) => published.Contains(year);

    /// <summary>True: a day off; false: a make-up working day; null: the notice does not name the date.</summary>
    public bool? IsOff(DateOnly date) => offByDate.TryGetValue(date, out var off) ? off : null;

    /// <summary>This table with another laid over it: where both name a date, the other (later) one counts.</summary>
    public HolidayTable With(HolidayTable other)
    {
        var days = new Dictionary<DateOnly, bool>(offByDate);
        foreach (var (date, off) in other.offByDate)
        {
            days[date] = off;
        }

        return new(days, published.Union(other.published));
    }

    /// <summary>Reads year files of the form <c>{ "year": 2026, "days": [{ "name", "date", "isOffDay" }] }</c>.</summary>
    /// <param name="namedJsonTexts">File name and content; the name is only used to say where a refusal is.</param>
    /// <returns>
    /// The table, or every refusal found: <c>CALD-0101</c> not such a file, <c>CALD-0102</c> a day without a valid date or
    /// flag, <c>CALD-0103</c> a year given twice, <c>CALD-0104</c> two entries contradict each other on a date.
    /// </returns>
    public static Result<HolidayTable> Parse(IEnumerable<KeyValuePair<string, string>> namedJsonTexts)
    {
        var reading = new Reading();
        foreach (var (name, text) in namedJsonTexts)
        {
            reading.File(name, text);
        }

        return reading.Refusals.Count > 0
            ? Result<HolidayTable>.Refused(reading.Refusals)
            : new HolidayTable(reading.Days, reading.Published);
    }

    /// <summary>What has been read so far, while a set of files is being parsed.</summary>
    private sealed class Reading
    {
        private readonly HashSet<int> years = [];

        public Dictionary<DateOnly, bool> Days { get; } = [];

        public HashSet<int> Published { get; } = [];

        public List<Refusal> Refusals { get; } = [];

        public void File(string name, string text)
        {
            JsonDocument document;
            try
            {
                document = JsonDocument.Parse(text);
            }
            catch (JsonException broken)
            {
                Refusals.Add(CalendarRefusals.NotAYearFile(name, broken.Message));
                return;
            }

            using (document)
            {
                Year(name, document.RootElement);
            }
        }

        private void Year(string name, JsonElement root)
        {
            if (root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("year", out var yearElement)
                || yearElement.ValueKind != JsonValueKind.Number
                || !yearElement.TryGetInt32(out var year)
                || !root.TryGetProperty("days", out var days)
                || days.ValueKind != JsonValueKind.Array)
            {
                Refusals.Add(CalendarRefusals.NotAYearFile(name, root.ValueKind.ToString()));
                return;
            }

            if (!years.Add(year))
            {
                Refusals.Add(CalendarRefusals.YearTwice(name, year));
                return;
            }

            var index = 0;
            foreach (var day in days.EnumerateArray())
            {
                Day($"{name}/days/{index++}", day);
            }

            if (index > 0)
            {
                Published.Add(year);
            }
        }

        private void Day(string path, JsonElement day)
        {
            if (!TryDay(day, out var date, out var off))
            {
                Refusals.Add(CalendarRefusals.NotADay(path, day.GetRawText()));
            }
            else if (Days.TryGetValue(date, out var known) && known != off)
            {
                Refusals.Add(CalendarRefusals.Contradiction(path, date, known));
            }
            else
            {
                Days[date] = off;
            }
        }

        private static bool TryDay(JsonElement day, out DateOnly date, out bool off)
        {
            date = default;
            off = false;
            if (day.ValueKind != JsonValueKind.Object
                || !day.TryGetProperty("date", out var text)
                || text.ValueKind != JsonValueKind.String
                || !day.TryGetProperty("isOffDay", out var flag)
                || flag.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            {
                return false;
            }

            off = flag.GetBoolean();
            return DateOnly.TryParseExact(
                text.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
        }
    }
}
