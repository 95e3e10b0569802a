using Zhirong.Cases.Values;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Cases.Plays;

/// <summary>
/// Takes firms and rights into the store and counts them: <c>register.rights</c>, <c>register.rights.patent</c>,
/// <c>register.kinds</c>, <c>register.firms</c>, <c>register.firm.N01.rights</c>, <c>register.firm.N01.patent</c>,
/// <c>register.sectors</c>, <c>register.sector.新材料</c>, <c>register.tag.专精特新</c>, <c>register.differs</c>.
/// </summary>
internal sealed class RegisterPlay : IPlay
{
    public string Name => "register";

    public void Play(Stage stage, FieldReader parameters, List<Refusal> refusals)
    {
        Firms(stage);
        if (stage.HasFile("rights"))
        {
            Rights(stage);
        }

        if (stage.HasFile("deal"))
        {
            AgainstTheDeal(stage);
        }
    }

    private static void Firms(Stage stage)
    {
        var (firms, outputs) = (stage.Firms.All, stage.Outputs);
        outputs.Add("register.firms", CaseValue.Of(firms.Count), new("入库企业的条数", "firms taken"), "firms");
        var sectors = firms.Select(f => f.Sector).Distinct().ToList();
        outputs.Add("register.sectors", CaseValue.List(sectors), new("企业所属行业，去重", "sectors of the firms, each once"), firms.Select(f => $"firms.{f.Id}.sector"));
        foreach (var sector in sectors)
        {
            var of = firms.Where(f => f.Sector == sector).Select(f => f.Id).ToList();
            outputs.Add($"register.sector.{sector}", CaseValue.Of(of.Count), Listed(of), of.Select(id => $"firms.{id}.sector"));
        }

        foreach (var tag in firms.SelectMany(f => f.Tags).Distinct())
        {
            var of = firms.Where(f => f.Tags.Contains(tag)).Select(f => f.Id).ToList();
            outputs.Add($"register.tag.{tag}", CaseValue.Of(of.Count), Listed(of), of.Select(id => $"firms.{id}.tags"));
        }

        outputs.Otherwise("register.sector.", CaseValue.Of(0), new("没有这个行业的企业", "no firm of this sector"), "firms");
        outputs.Otherwise("register.tag.", CaseValue.Of(0), new("没有这个称号的企业", "no firm with this title"), "firms");
        foreach (var firm in firms)
        {
            outputs.Record("firm", firm.Id, ("name", firm.Name), ("sector", firm.Sector), ("tags", string.Join("、", firm.Tags)));
        }
    }

    private static void Rights(Stage stage)
    {
        var (rights, outputs) = (stage.Rights.All, stage.Outputs);
        var kinds = RightRegister.Kinds.Where(k => rights.Any(r => r.Kind == k)).ToList();
        var shares = string.Join(" + ", kinds.Select(k => $"{k} {rights.Count(r => r.Kind == k)}"));
        outputs.Add("register.rights", CaseValue.Of(rights.Count), Words.Same(shares), "rights");
        outputs.Add("register.kinds", CaseValue.Of(kinds.Count), Words.Same(string.Join("、", kinds)), "rights");
        outputs.Add("register.kind_names", CaseValue.List(kinds), Words.Same(shares), "rights");
        outputs.Add("register.owners", CaseValue.Of(rights.Select(r => r.Owner).Distinct().Count()), new("名下有权利的企业", "firms that own rights"), "rights");
        foreach (var kind in RightRegister.Kinds)
        {
            outputs.Add($"register.rights.{kind}", CaseValue.Of(rights.Count(r => r.Kind == kind)), new($"类别为 {kind} 的权利", $"rights of the kind {kind}"), "rights");
        }

        foreach (var firm in stage.Firms.All)
        {
            var own = rights.Where(r => r.Owner == firm.Id).ToList();
            var formula = Words.Same(own.Count == 0 ? "0" : $"{own[0].Id} … {own[^1].Id}");
            outputs.Add($"register.firm.{firm.Id}.rights", CaseValue.Of(own.Count), formula, "rights");
            foreach (var kind in RightRegister.Kinds)
            {
                outputs.Add($"register.firm.{firm.Id}.{kind}", CaseValue.Of(own.Count(r => r.Kind == kind)), formula, "rights");
            }
        }

        foreach (var right in rights)
        {
            outputs.Record("right", right.Id, ("kind", right.Kind), ("owner", right.Owner), ("title", right.Title));
        }
    }

    /// <summary>How many firms differ from the deal file in existence, sector or number of rights.</summary>
    private static void AgainstTheDeal(Stage stage)
    {
        var obligors = stage.Definition.Pool.Obligors;
        var differ = obligors.Where(o => stage.Firms.Find(o.Id) is not { } firm || (o.Industry is { } industry && industry != firm.Sector)
                || (o.Rights is { } count && stage.HasFile("rights") && count != stage.Rights.All.Count(r => r.Owner == o.Id)))
            .Select(o => o.Id)
            .Concat(stage.Firms.All.Select(f => f.Id).Except(obligors.Select(o => o.Id)))
            .ToList();
        stage.Outputs.Add(
            "register.differs",
            CaseValue.Of(differ.Count),
            differ.Count == 0 ? new("每户的行业、权利数与交易文件一致", "sector and number of rights of every firm agree with the deal file") : Listed(differ),
            ["firms", .. stage.HasFile("rights") ? ["rights"] : Array.Empty<string>(), .. obligors.Where(o => o.Rights is not null).Select(o => $"deal.pool.obligors.{o.Id}.ip")]);
    }

    private static Words Listed(List<string> ids) => Words.Same(string.Join("、", ids));
}
