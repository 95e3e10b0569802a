using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading.Numbers;
using Zhirong.Modules.Assets.Reading.Text;

namespace Zhirong.Modules.Assets.Reading.Xml;

/// <summary>A trademark as either standard tells it, on its way to one record.</summary>
internal sealed class Mark(string office)
{
    private readonly List<RightNumber> numbers = [];
    private readonly List<DatedFact> days = [];
    private readonly List<PartyRead> parties = [];
    private readonly List<ClassRead> classes = [];
    private readonly List<ClassText> goods = [];
    private readonly List<EventRead> events = [];
    private readonly Dictionary<string, string> other = new(StringComparer.Ordinal);

    /// <summary>The words of the mark; empty for a figure.</summary>
    public string Words { get; set; } = "";

    public string? Status { get; set; }

    public void Number(string? text, NumberUse use)
    {
        if (text is not null && ForeignNumber.Parts(office, text, "", use) is { } number)
        {
            numbers.Add(number);
        }
    }

    public void Day(string field, DateOnly? day)
    {
        if (day is { } on)
        {
            days.Add(new(field, on));
        }
    }

    public void Other(string name, string? value)
    {
        if (value is { Length: > 0 })
        {
            other[name] = value;
        }
    }

    /// <summary>A class of goods: <c>009</c> and its text. A day of first use without its day of the month stays as it is written.</summary>
    public void Goods(string? number, string? text)
    {
        var code = number?.TrimStart('0') ?? "";
        if (code.Length > 0 && !classes.Exists(c => c.Code == code))
        {
            classes.Add(new("nice", code, classes.Count == 0));
        }

        if (text is { Length: > 0 })
        {
            goods.Add(new("nice", code, text));
        }
    }

    public void FirstUse(string? text)
    {
        if (text is null)
        {
            return;
        }

        if (DayText.Read(text, out var day) == DayOutcome.Day)
        {
            Day("first_use", day);
        }
        else
        {
            Other("first_use_text", text);
        }
    }

    /// <summary>
    /// Owners in the office's order, the present one first: 10 applied, 20 owned at publication, 30 registered, 31 and on came
    /// after registration.
    /// </summary>
    public void Party(string? kind, string? name, string? country, string? address)
    {
        if (name is not { Length: > 0 })
        {
            return;
        }

        var code = int.TryParse(kind, out var number) ? number : 0;
        if (!parties.Exists(p => p.Role == PartyRole.Owner) || code >= newest)
        {
            if (code > newest)
            {
                parties.RemoveAll(p => p.Role == PartyRole.Owner);
            }

            newest = code;
            parties.Add(new(PartyRole.Owner, name, country, address));
        }

        if (code is 10)
        {
            parties.Add(new(PartyRole.OriginalApplicant, name, country, address));
        }
    }

    private int newest = -1;

    /// <summary>An entry of the prosecution history; ST.96 writes a fifth letter, the kind of entry, behind the code.</summary>
    public void Event(string code, DateOnly? on, string text, string? number)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (number is not null)
        {
            facts["entry"] = number;
        }

        events.Add(new("tsdr", code.Length > 4 ? code[..4] : code, on, null, text, facts));
    }

    public void Event(EventRead told) => events.Add(told);

    public SourceRecord? Record(int place, RightKind kind) => numbers.Count == 0 ? null : new()
    {
        Place = new(place),
        Kind = kind,
        Numbers = numbers,
        Titles = Words.Length > 0 ? [new("en", Words)] : [],
        Dates = days,
        Parties = parties,
        Classes = classes,
        Goods = goods,
        Events = events,
        StatusText = Status,
        Other = other,
    };
}
