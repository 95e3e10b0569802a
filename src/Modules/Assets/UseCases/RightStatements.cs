using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading;

namespace Zhirong.Modules.Assets.UseCases;

/// <param name="Share">As a fraction; of all owners or of none.</param>
/// <param name="Code">Unified social credit code.</param>
public sealed record OwnerTyped(string Name, decimal? Share = null, string? Code = null);

/// <summary>What a person states of a right; fields left out are not spoken of.</summary>
/// <param name="Dates">filing, parent_filing, publication, grant, registration, creation, first_publication, first_use, expiry.</param>
/// <param name="Other">Further fields by our names: agreement_until, variety_group, and what else is worth keeping.</param>
/// <param name="Trl">Technology readiness, 1 to 9.</param>
/// <param name="AsOf">The day the statement stands at; today where left out.</param>
/// <param name="CitedBy">Later patents that cite it, as a database counts them.</param>
public sealed record RightStatement(
    string? Title = null, string? TitleEn = null, IReadOnlyList<OwnerTyped>? Owners = null, IReadOnlyList<string>? Inventors = null, IReadOnlyDictionary<string, DateOnly>? Dates = null, IReadOnlyList<string>? Ipc = null, IReadOnlyList<string>? Nice = null, int? Claims = null, string? FirstClaim = null, int? TermAdjustmentDays = null, int? Trl = null, string? DivisionalOf = null, string? FamilyId = null, IReadOnlyDictionary<string, string>? Other = null, DateOnly? AsOf = null, int? CitedBy = null);

/// <summary>A person's statement as a record like any source's.</summary>
internal static class RightStatements
{
    public static IReadOnlyList<string> DateFields { get; } = ["filing", "parent_filing", "publication", "grant", "registration", "creation", "first_publication", "first_use", "expiry"];

    /// <summary>The record, where the form has no faults.</summary>
    public static SourceRecord Record(RegisterForm form, RightStatement said, RightKind? kind, IReadOnlyList<RightNumber> numbers, DateOnly today, List<Refusal> warnings)
    {
        if (said.AsOf is { } day && day > today)
        {
            form.Faults.Add(RegisterRefusals.Days("asOf", $"{day:yyyy-MM-dd}", $"≤ {today:yyyy-MM-dd}"));
        }

        var titles = new List<TextIn>();
        foreach (var (path, language, text) in new[] { ("title", "zh", said.Title), ("titleEn", "en", said.TitleEn) })
        {
            if (text is not null && form.Text(path, text, 500) is { } title)
            {
                titles.Add(new(language, title));
            }
        }

        var other = Other(form, said);
        return new()
        {
            Place = new(1, said.AsOf ?? today),
            Kind = kind,
            Numbers = numbers,
            Titles = titles,
            Dates = [.. Dates(form, said)],
            Parties = [.. Owners(form, said.Owners, warnings), .. (said.Inventors ?? []).Select((name, n) => new PartyRead(PartyRole.Inventor, form.Text($"inventors.{n}", name, 200) ?? ""))],
            Classes = [.. Classes(form, "ipc", said.Ipc), .. Classes(form, "nice", said.Nice)],
            Claims = Whole(form, "claims", said.Claims, 1, 10_000),
            FirstClaim = form.Text("firstClaim", said.FirstClaim, 20_000, required: false),
            CitedBy = Whole(form, "citedBy", said.CitedBy, 0, 100_000),
            TermAdjustmentDays = Whole(form, "termAdjustmentDays", said.TermAdjustmentDays, 0, 3_653),
            DivisionalOf = said.DivisionalOf is null ? null : Application(form, "divisionalOf", said.DivisionalOf),
            Family = form.Text("familyId", said.FamilyId, 60, required: false) is { } family ? new(family, null, []) : null,
            Other = other,
        };
    }

    /// <summary>A Chinese patent application number, its check digit tested.</summary>
    public static RightNumber? Application(RegisterForm form, string path, string text)
    {
        if (CnNumber.Normal(text) is not { } normal)
        {
            form.Faults.Add(RegisterRefusals.Number(path, text));
            return null;
        }

        if (!CnNumber.Checks(normal))
        {
            form.Faults.Add(RegisterRefusals.CheckDigit(path, text, CnNumber.Check(normal.AsSpan(0, normal.Length - 2))));
            return null;
        }

        return new("CN", NumberUse.Application, normal, "", text.Trim());
    }

    private static IEnumerable<DatedFact> Dates(RegisterForm form, RightStatement said)
    {
        var dates = said.Dates ?? new Dictionary<string, DateOnly>();
        foreach (var field in dates.Keys.Where(k => !DateFields.Contains(k)))
        {
            form.Faults.Add(RegisterRefusals.Date($"dates.{field}", field, DateFields));
        }

        DateOnly? Of(string field) => dates.TryGetValue(field, out var day) ? day : null;
        foreach (var (first, later) in new[] { ("filing", "publication"), ("filing", "grant"), ("filing", "registration"), ("parent_filing", "filing"), ("creation", "first_publication"), ("registration", "expiry"), ("grant", "expiry") })
        {
            form.Order($"dates.{later}", Of(first), Of(later));
        }

        return DateFields.Where(dates.ContainsKey).Select(field => new DatedFact(field, dates[field]));
    }

    private static List<PartyRead> Owners(RegisterForm form, IReadOnlyList<OwnerTyped>? owners, List<Refusal> warnings)
    {
        var parties = new List<PartyRead>();
        foreach (var (n, owner) in (owners ?? []).Index())
        {
            var code = form.Text($"owners.{n}.code", owner.Code?.ToUpperInvariant(), 18, required: false);
            if (form.CreditCode($"owners.{n}.code", code) is { } odd)
            {
                warnings.Add(odd);
            }

            parties.Add(new(PartyRole.Owner, form.Text($"owners.{n}.name", owner.Name, 200) ?? "", Code: code, Share: owner.Share));
        }

        var shares = parties.Select(p => p.Share).OfType<decimal>().ToList();
        if (shares.Exists(s => s is <= 0 or > 1) || (shares.Count == parties.Count && shares.Count > 0 && Math.Abs(shares.Sum() - 1) > 0.000001m) || (shares.Count < parties.Count && shares.Sum() > 1))
        {
            form.Faults.Add(RegisterRefusals.Shares(string.Join(" + ", shares.Select(s => s.ToString(CultureInfo.InvariantCulture)))));
        }

        return parties;
    }

    private static IEnumerable<ClassRead> Classes(RegisterForm form, string scheme, IReadOnlyList<string>? codes) =>
        (codes ?? []).Select((code, n) => new ClassRead(scheme, (form.Text($"{scheme}.{n}", code, 40) ?? "").ToUpperInvariant(), n == 0));

    private static Dictionary<string, string> Other(RegisterForm form, RightStatement said)
    {
        var other = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in (said.Other ?? new Dictionary<string, string>()).OrderBy(o => o.Key, StringComparer.Ordinal).Take(50))
        {
            if (form.Text($"other.{name}", value, 1_000) is { } text && form.Text("other", name, 60) is { } key)
            {
                other[key] = text;
            }
        }

        if (Whole(form, "trl", said.Trl, 1, 9) is { } trl)
        {
            other["trl"] = trl.ToString(CultureInfo.InvariantCulture);
        }

        return other;
    }

    private static int? Whole(RegisterForm form, string path, int? found, int least, int most)
    {
        if (found is { } number && (number < least || number > most))
        {
            form.Faults.Add(RegisterRefusals.Range(path, $"{number}", Words.Same($"{least} … {most}")));
        }

        return found;
    }
}
