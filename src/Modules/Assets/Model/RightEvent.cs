using System.Security.Cryptography;
using System.Text;

namespace Zhirong.Modules.Assets.Model;

/// <summary>A legal event as the register keeps it.</summary>
/// <param name="Scheme">Whose code it is: inpadoc, cn_text, uspto, uspto_assignment, tsdr, receipt, hand.</param>
/// <param name="Effect">What it does; a person's answer where the code was ambiguous.</param>
/// <param name="RecordedOn">When the office published or recorded it.</param>
/// <param name="EffectiveOn">When it took effect, which may be long before.</param>
/// <param name="TakenOn">When the register learned of it.</param>
public sealed record RightEvent(string Scheme, string Code, RightEffect Effect, DateOnly? RecordedOn, DateOnly? EffectiveOn, string Text, IReadOnlyDictionary<string, string> Facts, DateOnly TakenOn)
{
    /// <summary>The day it counts from; an estimate where no source gives the day of effect.</summary>
    public DateOnly On => EffectiveOn ?? RecordedOn ?? TakenOn;

    /// <summary>Whether <see cref="On"/> is only the day it was recorded.</summary>
    public bool Estimated => EffectiveOn is null;

    /// <summary>From when anybody could know of it.</summary>
    public DateOnly KnownOn => RecordedOn ?? TakenOn;

    /// <summary>The first of the names that has a value: sources name some facts in several ways.</summary>
    public string? Fact(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Facts.TryGetValue(name, out var value) && value.Length > 0)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>登记号 of a pledge, 备案号 of a licence.</summary>
    public string? RegistrationNo => Fact(EventFacts.RegistrationNo, EventFacts.RecordNo);

    /// <summary>Who holds the right after a transfer.</summary>
    public string? Assignee => Fact(EventFacts.Assignee, EventFacts.After);

    /// <summary>Who held it before.</summary>
    public string? Assignor => Fact(EventFacts.Assignor, EventFacts.Before);

    /// <summary>A fact that is a day, written <c>2024-10-18</c>.</summary>
    public DateOnly? Day(string name) => DateOnly.TryParseExact(Fact(name), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The same event told by several sources has the same print.</summary>
    public string Print()
    {
        var facts = string.Join('|', Facts.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Scheme}|{Code}|{RecordedOn:O}|{EffectiveOn:O}|{Text}|{facts}")).AsSpan(0, 12));
    }

    /// <summary>What several sources tell of one happening, once: who gives the day of effect goes before who does not.</summary>
    public static IReadOnlyList<RightEvent> Distinct(IEnumerable<RightEvent> events)
    {
        var all = events.ToList();
        var dated = all.Where(e => e is { EffectiveOn: not null, RecordedOn: not null, Effect: not RightEffect.None }).Select(e => (e.Effect, e.RecordedOn, e.RegistrationNo)).ToHashSet();
        return [.. all.Where(e => e.EffectiveOn is not null || !dated.Contains((e.Effect, e.RecordedOn, e.RegistrationNo)))
            .OrderBy(e => e.On).ThenBy(e => e.Effect).ThenBy(e => e.KnownOn).ThenBy(e => e.Scheme, StringComparer.Ordinal).ThenBy(e => e.Code, StringComparer.Ordinal).ThenBy(e => e.Print(), StringComparer.Ordinal)];
    }
}

/// <summary>The names of an event's facts.</summary>
public static class EventFacts
{
    public const string RegistrationNo = "registration_number";

    /// <summary>备案号 of a licence.</summary>
    public const string RecordNo = "record_number";
    public const string Pledgor = "pledgor";
    public const string Pledgee = "pledgee";
    public const string Licensor = "licensor";
    public const string Licensee = "licensee";

    /// <summary>exclusive, sole, ordinary, open.</summary>
    public const string LicenceKind = "licence_kind";
    public const string Assignor = "assignor";
    public const string Assignee = "assignee";
    public const string Before = "before";
    public const string After = "after";
    public const string DecisionNo = "decision_number";
    public const string Court = "court";
    public const string From = "from";
    public const string Until = "until";

    /// <summary>Days added to the term.</summary>
    public const string Days = "days";

    /// <summary>The year of protection a fee is paid for: 1, 2, 3 ….</summary>
    public const string FeeYear = "year";
    public const string Amount = "amount";
    public const string Payer = "payer";

    /// <summary>Names of several persons in one fact.</summary>
    public static IReadOnlyList<string> Names(string? value) => value is null ? [] : [.. value.Split([';', '；', '、', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
