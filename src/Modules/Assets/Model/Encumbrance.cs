using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Assets.Model;

/// <summary>权利负担: what others may hold against the free use of a right.</summary>
public enum EncumbranceKind
{
    Pledge,
    Freeze,
    ExclusiveLicence,
    SoleLicence,
    OrdinaryLicence,
    OpenLicence,

    /// <summary>A licence whose kind the source does not say.</summary>
    Licence,
}

public static class EncumbranceKinds
{
    private static readonly (string Word, Words Title)[] All =
    [
        ("pledge", new("质押", "pledge")),
        ("freeze", new("保全（冻结）", "preservation (freeze)")),
        ("exclusive_licence", new("独占许可", "exclusive licence")),
        ("sole_licence", new("排他许可", "sole licence")),
        ("ordinary_licence", new("普通许可", "ordinary licence")),
        ("open_licence", new("开放许可", "open licence")),
        ("licence", new("许可（种类待核实）", "licence of unknown kind")),
    ];

    public static IReadOnlyList<string> Words { get; } = [.. All.Select(k => k.Word)];

    public static string Word(this EncumbranceKind kind) => All[(int)kind].Word;

    public static Words Title(this EncumbranceKind kind) => All[(int)kind].Title;

    /// <returns>Null for a word that names no kind.</returns>
    public static EncumbranceKind? Read(string word)
    {
        var at = Array.FindIndex(All, k => k.Word == word);
        return at < 0 ? null : (EncumbranceKind)at;
    }

    /// <summary>The kind of a recorded licence, from the words of the record.</summary>
    public static EncumbranceKind OfLicence(string? words) => words switch
    {
        "exclusive" or "独占许可" or "独占" => EncumbranceKind.ExclusiveLicence,
        "sole" or "排他许可" or "排他" => EncumbranceKind.SoleLicence,
        "ordinary" or "普通许可" or "普通" => EncumbranceKind.OrdinaryLicence,
        "open" or "开放许可" => EncumbranceKind.OpenLicence,
        _ => EncumbranceKind.Licence,
    };
}

/// <summary>An encumbrance over days.</summary>
/// <param name="Until">First day no longer; null while it stands.</param>
/// <param name="Estimated">The first day is only the day it was recorded.</param>
public sealed record Encumbrance(EncumbranceKind Kind, string RegistrationNo, string Holder, string Grantor, DateOnly? From, DateOnly? Until, bool Estimated)
{
    public bool Stands(DateOnly day) => (From is null || From <= day) && (Until is null || day < Until);
}

/// <summary>Encumbrances from events: by registration number, else the last of their kind that stands.</summary>
public static class Encumbrances
{
    /// <param name="known">Only what was recorded by this day; null for everything.</param>
    public static IReadOnlyList<Encumbrance> Of(IEnumerable<RightEvent> events, DateOnly? known = null)
    {
        var found = new List<Encumbrance>();

        // Changes and ends first need what they end, whatever the order told: beginnings go before them.
        foreach (var e in RightEvent.Distinct(events).Where(e => known is null || e.KnownOn <= known).OrderBy(e => e.On).ThenBy(e => Rank(e.Effect)))
        {
            switch (e.Effect)
            {
                case RightEffect.PledgeOn:
                    found.Add(Begin(e, EncumbranceKind.Pledge, EventFacts.Pledgee, EventFacts.Pledgor));
                    break;
                case RightEffect.FreezeOn:
                    found.Add(Begin(e, EncumbranceKind.Freeze, EventFacts.Court, EventFacts.Before));
                    break;
                case RightEffect.LicenceOn:
                    found.Add(Begin(e, EncumbranceKinds.OfLicence(e.Fact(EventFacts.LicenceKind)), EventFacts.Licensee, EventFacts.Licensor));
                    break;
                case RightEffect.OpenLicenceOn:
                    found.Add(Begin(e, EncumbranceKind.OpenLicence, EventFacts.Licensee, EventFacts.Licensor));
                    break;
                case RightEffect.PledgeChanged:
                    Change(found, e, k => k == EncumbranceKind.Pledge, EventFacts.Pledgee);
                    break;
                case RightEffect.LicenceChanged:
                    Change(found, e, Licences, EventFacts.Licensee);
                    break;
                case RightEffect.PledgeOff:
                    End(found, e, EncumbranceKind.Pledge, k => k == EncumbranceKind.Pledge);
                    break;
                case RightEffect.FreezeOff:
                    End(found, e, EncumbranceKind.Freeze, k => k == EncumbranceKind.Freeze);
                    break;
                case RightEffect.LicenceOff:
                    End(found, e, EncumbranceKind.Licence, Licences);
                    break;
                case RightEffect.OpenLicenceOff:
                    End(found, e, EncumbranceKind.OpenLicence, k => k == EncumbranceKind.OpenLicence);
                    break;
                default:
                    break;
            }
        }

        return found;
    }

    private static bool Licences(EncumbranceKind kind) => kind is EncumbranceKind.ExclusiveLicence or EncumbranceKind.SoleLicence or EncumbranceKind.OrdinaryLicence or EncumbranceKind.Licence;

    private static int Rank(RightEffect effect) => effect is RightEffect.PledgeOn or RightEffect.FreezeOn or RightEffect.LicenceOn or RightEffect.OpenLicenceOn ? 0 : effect is RightEffect.PledgeChanged or RightEffect.LicenceChanged ? 1 : 2;

    private static Encumbrance Begin(RightEvent e, EncumbranceKind kind, string holder, string grantor) =>
        new(kind, e.RegistrationNo ?? "", e.Fact(holder) ?? "", e.Fact(grantor) ?? "", e.Day(EventFacts.From) ?? e.On, e.Day(EventFacts.Until)?.AddDays(1), e.Estimated);

    private static void Change(List<Encumbrance> found, RightEvent e, Func<EncumbranceKind, bool> kind, string holder)
    {
        if (Standing(found, e, kind) is var at and >= 0)
        {
            found[at] = found[at] with { Holder = e.Fact(holder) ?? found[at].Holder, Until = e.Day(EventFacts.Until)?.AddDays(1) ?? found[at].Until };
        }
    }

    /// <summary>An end whose beginning no source tells still says that there was one.</summary>
    private static void End(List<Encumbrance> found, RightEvent e, EncumbranceKind kind, Func<EncumbranceKind, bool> like)
    {
        if (Standing(found, e, like) is var at and >= 0)
        {
            found[at] = found[at] with { Until = e.On };
        }
        else
        {
            found.Add(new(kind, e.RegistrationNo ?? "", "", "", null, e.On, e.Estimated));
        }
    }

    private static int Standing(List<Encumbrance> found, RightEvent e, Func<EncumbranceKind, bool> kind)
    {
        var number = e.RegistrationNo;
        var named = number is null ? -1 : found.FindLastIndex(f => kind(f.Kind) && f.RegistrationNo == number);

        // Without a number, or to one that was told without: the last that stands, unless it has another number.
        return named >= 0 ? named : found.FindLastIndex(f => kind(f.Kind) && f.Stands(e.On) && (number is null || f.RegistrationNo.Length == 0));
    }
}
