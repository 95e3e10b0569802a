using System.Text.Json.Nodes;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Valuation.Diligence;

/// <summary>What the register and people know of a right, as a right of <c>zhirong/diligence-request/v1</c>; what nobody knows is left out.</summary>
internal static class RegisterFacts
{
    /// <param name="profile">Of the register, as of the day.</param>
    /// <param name="answers">Of people, each fact's newest.</param>
    /// <param name="value">Its part of an appraised value, yuan.</param>
    public static JsonObject Right(RightProfile profile, IReadOnlyList<DiligenceAnswer> answers, string? value)
    {
        var row = profile.Right;
        var right = new JsonObject
        {
            ["id"] = $"{row.Id}",
            ["number"] = row.Number,
            ["kind"] = row.Kind,
            ["zh"] = row.Title.Length == 0 ? row.Number : row.Title,
            ["en"] = row.TitleEn,
            ["value"] = value,
            ["filed"] = Day(row.Filed),
            ["state"] = State(profile),
            ["holders"] = Holders(profile),
            ["burdens"] = Burdens(profile),
            ["fees"] = Fees(profile),
            ["facts"] = FactAnswers.Of(answers, Known(profile)),
        };
        if (profile.Term.Until is { } until)
        {
            right["term_end"] = Shown.Said(RowValues.Of(until), profile.Term.Law.Length == 0 ? Source(profile, "legal") : profile.Term.Law, AsOf(profile));
        }

        return right;
    }

    /// <summary>Where the register no longer knows the state, what it last knew: too old to speak for the right, enough to speak against it.</summary>
    private static JsonObject? State(RightProfile profile)
    {
        var state = profile.Right.State;
        if ((state.State == "unknown" ? state.LastKnown : state.State) is not { } word || word == "unknown")
        {
            return null;
        }

        var said = Shown.Said(word, Source(profile, "legal"), AsOf(profile));
        (said["since"], said["because"]) = (Day(state.Since), profile.Standings.LastOrDefault(s => s.State == word)?.Because);
        return said;
    }

    private static JsonObject? Holders(RightProfile profile)
    {
        var holding = profile.Holders.Where(h => (h.From is null || h.From <= profile.Day) && (h.Until is null || h.Until > profile.Day)).ToList();
        return holding.Count == 0 ? null : Known(
            [.. holding.Select(h => new JsonObject { ["name"] = h.Name, ["share"] = h.Share is { } share ? $"{share:0.############}" : null })], Source(profile, "ownership"), Earlier(Strand(profile, "ownership")?.AsOf ?? AsOf(profile), profile.Day));
    }

    /// <summary>None stands only where a source of legal events was taken in; without one nobody knows.</summary>
    private static JsonObject? Burdens(RightProfile profile)
    {
        if (profile.Encumbrances.Count == 0 && !profile.Events.Any(e => e.Scheme is not "hand" and not "receipt" and not ""))
        {
            return null;
        }

        return Known(
            [.. profile.Encumbrances.Select(b => new JsonObject { ["kind"] = b.Kind, ["holder"] = b.Holder, ["registration"] = b.RegistrationNo, ["from"] = Day(b.From), ["until"] = Day(b.Until is { } until && until < b.From ? b.From : b.Until) })],
            Source(profile, "encumbrances", "legal"), AsOf(profile));
    }

    /// <summary>Fees are known where any receipt is: one without a receipt is then missing. Without receipts nobody knows.</summary>
    private static JsonObject? Fees(RightProfile profile) => profile.Fees.All(f => f.State != "paid") ? null : Known(
        [.. profile.Fees.Select(f => new JsonObject { ["year"] = f.Year, ["due"] = Day(f.Due), ["grace_end"] = Day(f.GraceEnd), ["paid"] = f.State == "paid" })], Source(profile, "fees"), Earlier(Strand(profile, "fees")?.AsOf ?? AsOf(profile), profile.Day));

    /// <summary>Facts by name that follow from the register's strands.</summary>
    private static IEnumerable<(string Fact, JsonObject Said)> Known(RightProfile profile)
    {
        foreach (var field in profile.Fields.Where(f => f.Field == "claims"))
        {
            yield return ("claims", Shown.Said(field.Value, field.Source, Earlier(field.AsOf, profile.Day)));
        }

        if (profile.Trl is { } trl)
        {
            var field = profile.Fields.FirstOrDefault(f => f.Field == "other.trl");
            yield return ("trl", Shown.Said($"{trl}", field?.Source ?? Source(profile, "use"), Earlier(field?.AsOf ?? AsOf(profile), profile.Day)));
        }

        if (profile.Trades.Where(t => t.Signed <= profile.Day).ToList() is { Count: > 0 } trades)
        {
            yield return ("trades", Shown.Said(trades.TrueForAll(t => t.Related) ? "related_only" : "arms_length", trades[^1].By, trades[^1].Signed));
        }

        foreach (var e in profile.Events.Where(e => e.On <= profile.Day))
        {
            (string Fact, string Value)? outcome = e.Effect switch
            {
                "invalid" => ("invalidation", "lost"),
                "invalid_part" => ("invalidation", "partly"),
                "revoked" => ("revocation", "lost"),
                "revoked_part" => ("revocation", "partly"),
                "restored" => ("restoration", "won"),
                _ => null,
            };
            if (outcome is { } known)
            {
                yield return (known.Fact, Shown.Said(known.Value, e.Source, e.On));
            }
        }
    }

    private static JsonObject Known(JsonArray items, string source, DateOnly? date) => new() { ["items"] = items, ["source"] = source, ["date"] = Day(date) };

    private static StrandView? Strand(RightProfile profile, string word) => profile.Strands.FirstOrDefault(s => s.Strand == word);

    /// <summary>The sources of the first of the strands that names any.</summary>
    private static string Source(RightProfile profile, params ReadOnlySpan<string> strands)
    {
        foreach (var word in strands)
        {
            if (Strand(profile, word) is { Sources.Count: > 0 } strand)
            {
                return string.Join("、", strand.Sources.Take(3));
            }
        }

        return "权利登记簿";
    }

    /// <summary>The newest day a source of the right stands at, as far as the day examined reaches.</summary>
    private static DateOnly? AsOf(RightProfile profile) => Earlier(profile.Right.State.AsOf, profile.Day);

    private static DateOnly? Earlier(DateOnly? one, DateOnly day) => one is { } known && known > day ? day : one;

    private static string? Day(DateOnly? day) => day is { } known ? RowValues.Of(known) : null;
}
