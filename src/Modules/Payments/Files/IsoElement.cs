using System.Globalization;
using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Payments.Files;

/// <summary>A small element with everything below it: names without namespaces, texts trimmed.</summary>
internal sealed class IsoElement(string name, string place)
{
    private List<IsoElement>? children;

    public string Name { get; } = name;

    public string Place { get; } = place;

    public string Text { get; set; } = "";

    public string? Currency { get; init; }

    public IReadOnlyList<IsoElement> Children => children ?? [];

    public void Add(IsoElement child) => (children ??= []).Add(child);

    public IsoElement? At(params ReadOnlySpan<string> path)
    {
        var at = this;
        foreach (var step in path)
        {
            at = at.Child(step);
            if (at is null)
            {
                return null;
            }
        }

        return at;
    }

    /// <summary>The text at a path; null when there is none or it is empty.</summary>
    public string? TextAt(params ReadOnlySpan<string> path) => At(path) is { Text.Length: > 0 } found ? found.Text : null;

    public IEnumerable<IsoElement> All(string wanted) => Children.Where(child => child.Name == wanted);

    /// <summary>This element as an amount of CNY, not below zero; PAY-0612, PAY-0613.</summary>
    public Money Money()
    {
        if (Currency is not null and not "CNY")
        {
            throw new FileRefused(FileRefusals.Currency($"{Place} {Name}", Currency));
        }

        return Sum();
    }

    /// <summary>This element as a sum without a currency.</summary>
    public Money Sum() => IsoValues.Amount(Text) ?? throw new FileRefused(FileRefusals.Amount($"{Place} {Name}", Text));

    /// <summary>The day in this element: its own text, or <c>Dt</c> or <c>DtTm</c> below it. A time with a zone counts in Beijing.</summary>
    public DateOnly Day()
    {
        var text = TextAt("Dt") ?? TextAt("DtTm") ?? Text;
        return IsoValues.Day(text) ?? throw new FileRefused(FileRefusals.Date($"{Place} {Name}", text));
    }

    private IsoElement? Child(string wanted)
    {
        foreach (var child in Children)
        {
            if (child.Name == wanted)
            {
                return child;
            }
        }

        return null;
    }
}

/// <summary>Values as ISO 20022 writes them.</summary>
internal static class IsoValues
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);
    private static readonly System.Buffers.SearchValues<char> Figures = System.Buffers.SearchValues.Create("0123456789.");

    /// <summary>Digits with at most five decimals; null unless it is a whole number of fen within the limit.</summary>
    public static Money? Amount(string text)
    {
        var plain = text.Length is > 0 and <= 24 && text.AsSpan().IndexOfAnyExcept(Figures) < 0;
        return plain && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan)
            && yuan <= Engine.Basics.Money.Limit.Yuan && yuan * 100m == decimal.Truncate(yuan * 100m) ? Engine.Basics.Money.Cny(yuan) : null;
    }

    /// <summary>A date, also where a date-time stands instead; a zone is honoured by counting the day in Beijing.</summary>
    public static DateOnly? Day(string text)
    {
        if (text.Length == 10)
        {
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && Known(day) ? day : null;
        }

        // xs:date may carry a zone: 2026-11-28+08:00.
        if (text.Length is 11 or 16 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var zoned))
        {
            return text[10] is 'Z' or '+' or '-' && Known(zoned) ? zoned : Time(text) is { } minute ? DateOnly.FromDateTime(minute.DateTime) : null;
        }

        return Time(text) is { } time && Known(DateOnly.FromDateTime(time.DateTime)) ? DateOnly.FromDateTime(time.DateTime) : null;
    }

    /// <summary>An instant in Beijing time; a text without zone is Beijing time already.</summary>
    public static DateTimeOffset? Time(string? text)
    {
        if (text is null || text.Length < 16 || !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) || time.Year is < 1990 or > 2199)
        {
            return null;
        }

        return time.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(time, Beijing)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var zoned) ? zoned.ToOffset(Beijing) : null;
    }

    private static bool Known(DateOnly day) => day.Year is >= 1990 and <= 2199;
}
