using System.Globalization;
using System.Text.RegularExpressions;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Cases;
using Zhirong.Engine.Diligence.Facts;
using Zhirong.Engine.Diligence.Portfolios;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Modules.Valuation.Diligence;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Analyses;

/// <summary>Puts a firm's rights, what lies around them and its products together for the engine.</summary>
internal sealed partial class PortfolioDraft(ZhirongContext read, DiligenceDesk desk, FirmProfile firm, AnalysisRequest asked)
{
    /// <summary>Most rights of others a firm is held against.</summary>
    public const int MostCompared = 5000;

    private readonly IReadOnlyList<string> names = [firm.Firm.Name, .. firm.Firm.FormerNames];

    public PortfolioCase Write(IReadOnlyList<RightRow> rows)
    {
        var standing = FactAnswers.Standing(read, [.. rows.Select(r => r.Id)], asked.Day);
        var rights = rows.Select(row => Right(desk.Room.Rights.Profile(read, row.Id, asked.Day)!, [.. standing[row.Id]])).ToList();
        return new() { Day = asked.Day, FirmNames = names, Rights = rights, Compared = Compared(rights), Products = Products() };
    }

    private static PortfolioRight Right(RightProfile profile, IReadOnlyList<DiligenceAnswer> answers)
    {
        var row = profile.Right;
        return new()
        {
            Id = $"{row.Id}",
            Number = row.Number,
            Kind = row.Kind,
            Title = new(row.Title.Length == 0 ? row.Number : row.Title, row.TitleEn ?? (row.Title.Length == 0 ? row.Number : row.Title)),
            State = row.State.State == "unknown" ? null : row.State.State,
            Ipc = row.Ipc ?? Field(profile, "class.locarno"),
            Classes = Goods(profile),
            Filed = row.Filed,
            Granted = row.Granted,
            TermEnd = profile.Term.Until,
            FeeDue = profile.Fees.Where(f => f.State is "ahead" or "due").Select(f => (DateOnly?)f.Due).Min(),
            CitedBy = Whole(profile, "cited_by"),
            FamilySize = profile.Family.Size,
            Infringements = [.. answers.Where(a => a is { Fact: "infringed", HappenedOn: not null } && a.Value != "none").OrderBy(a => a.HappenedOn).Select(a => new Infringement(a.HappenedOn!.Value, a.Value, a.Note, new($"{a.Source}（{a.By}）", a.SourceDate)))],
        };
    }

    /// <summary>Classes of goods a source names, else those of the goods it lists (<c>"20 周转箱; 21 …"</c>); null where none does.</summary>
    private static List<int>? Goods(RightProfile profile)
    {
        var text = Field(profile, "class.nice") ?? Field(profile, "goods");
        List<int> classes = [.. (text ?? "").Split(';', StringSplitOptions.TrimEntries).Select(p => ClassNumber().Match(p)).Where(m => m.Success).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).Where(c => c is >= 1 and <= 45).Distinct().Order()];
        return classes.Count == 0 ? null : classes;
    }

    private static string? Field(RightProfile profile, string name) => profile.Fields.FirstOrDefault(f => f.Field == name)?.Value;

    /// <summary>Rights of the peers named, else of everybody in the subclasses the firm is in.</summary>
    private Known<ComparedRight>? Compared(IReadOnlyList<PortfolioRight> rights)
    {
        var near = rights.Select(r => TechnologyField.Of(r.Ipc)).OfType<string>().Select(TechnologyField.Near).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        IReadOnlyList<RightQuery> queries = asked.Peers is { Count: > 0 } peers ? [.. peers.Select(p => new RightQuery(asked.Day) { Owner = p.Trim(), Sort = "filed" })] : [.. near.Select(n => new RightQuery(asked.Day) { IpcPrefix = n, Sort = "filed" })];
        var found = new Dictionary<Guid, RightRow>();
        foreach (var query in queries)
        {
            foreach (var row in Pages(query).Where(r => r.Holders.Count > 0 && !r.Holders.Any(names.Contains)))
            {
                found.TryAdd(row.Id, row);
            }
        }

        if (found.Count == 0)
        {
            return null;
        }

        // Citations are looked up only where a right of the firm is held against them.
        var wanted = rights.Where(r => r.Filed is not null && r.CitedBy is not null).Select(r => (TechnologyField.Of(r.Ipc), r.Filed!.Value.Year)).ToHashSet();
        return new(
            [.. found.Values.OrderBy(r => r.Number, StringComparer.Ordinal).ThenBy(r => r.Id).Select(r => new ComparedRight(r.Holders[0], r.Kind, r.Ipc, r.Filed, r.Filed is { } filed && wanted.Contains((TechnologyField.Of(r.Ipc), filed.Year)) && desk.Room.Rights.Profile(read, r.Id, asked.Day) is { } profile ? Whole(profile, "cited_by") : null))],
            asked.Peers is { Count: > 0 } named
                ? new Provenance($"登记簿中 {string.Join("、", named)} 的权利", asked.Day) { SourceEn = $"rights of {string.Join(", ", named)} in the register" }
                : new Provenance($"登记簿中 {string.Join("、", near)} 的权利", asked.Day) { SourceEn = $"rights in {string.Join(", ", near)} in the register" });
    }

    private IEnumerable<RightRow> Pages(RightQuery query) => desk.Room.Rights.All(read, query).Take(MostCompared);

    private Known<ProductUse>? Products() => firm.Products.Count == 0 ? null : new(
        [.. firm.Products.Select(p =>
        {
            var said = asked.Products?.FirstOrDefault(x => x.ProductId == p.Id);
            return new ProductUse($"{p.Id}", Words.Same(p.Name), [.. p.Rights.Select(r => $"{r}")], said?.OnSale, said?.Classes ?? [], null);
        })],
        new("登记簿的产品资料", null) { SourceEn = "products in the register" });

    private static int? Whole(RightProfile profile, string field) =>
        Field(profile, field) is { } said && int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^\d{1,2}")]
    private static partial Regex ClassNumber();
}
