using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Modules.Valuation.Appraisals;
using Zhirong.Modules.Valuation.Drafting;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;
using Zhirong.Platform.Work;

namespace Zhirong.Modules.Valuation.Batches;

/// <summary>批量价值分析: every product group of the order is drafted from the register, laid over with the template, valued and kept. A group is a shard.</summary>
internal sealed class ValuationBatch(ValuationDesk desk) : IJobKind
{
    public const string Kind = "valuation.batch";

    /// <summary>Remarks kept of a group.</summary>
    private const int MostRemarks = 60;

    public string Name => Kind;

    public Result<IReadOnlyList<string>> Plan(string input) => Result<IReadOnlyList<string>>.Of([.. Read(input).Groups.Select(g => JsonSerializer.Serialize(g, WebJson.Options))]);

    public async Task<Result<ShardDone>> Run(ShardOrder order, CancellationToken cancel)
    {
        var (batch, group) = (Read(order.Input), JsonSerializer.Deserialize<BatchGroupOrder>(order.Shard, WebJson.Options)!);
        await using var read = desk.Store.Read(order.Viewer);
        var drafted = RegisterDraft.Of(read, desk, new(group.FirmId, group.ProductId, group.RightIds, batch.BaseDate, batch.Purpose) { ValueType = batch.ValueType, WeightsBy = batch.WeightsBy });
        if (!drafted.Ok)
        {
            var rows = desk.Rights.Rows(read, group.RightIds, batch.BaseDate);
            return Kept(Refusing(order.No, group, rows, [], drafted.Refusals), null, null);
        }

        var computed = Computed.Of(Laid(drafted.Value.Request, batch, group), desk.Parameters);
        if (!computed.Ok)
        {
            return Kept(Refusing(order.No, group, drafted.Value.Rights, drafted.Value.Over, computed.Refusals), null, null);
        }

        var links = RegisterLinks.Read(read, desk, group.FirmId, computed.Value);
        return links.Ok ? Kept(Valuing(order.No, group, drafted.Value, computed.Value), computed.Value, links.Value) : Result<ShardDone>.Refused(links.Refusals);

        ShardDone Kept(BatchGroupResult result, Computed? value, RegisterLinks? at)
        {
            var text = JsonSerializer.Serialize(result, WebJson.Options);
            return new(text, work => Keep(work, order, batch, group, text, value, at));
        }
    }

    /// <summary>Sums and counts; the print is over every group's bytes, so that two runs are compared at a glance.</summary>
    public string Finish(string input, IReadOnlyList<string> results)
    {
        var groups = results.Select(r => JsonSerializer.Deserialize<BatchGroupResult>(r, WebJson.Options)!).ToList();
        return JsonSerializer.Serialize(BatchSum.Of(groups, RequestText.Hash(string.Join('\n', results))), WebJson.Options);
    }

    /// <summary>The draft, under the template, under what is said of this group alone.</summary>
    internal static JsonNode Laid(JsonNode draft, BatchOrder batch, BatchGroupOrder group)
    {
        var laid = batch.Template is { } template ? RequestMerge.Over(draft, template) : draft;
        return group.Assumptions is { } own ? RequestMerge.Over(laid, own) : laid;
    }

    private static BatchOrder Read(string input) => JsonSerializer.Deserialize<BatchOrder>(input, WebJson.Options)!;

    private async Task Keep(ZhirongContext work, ShardOrder order, BatchOrder asked, BatchGroupOrder group, string result, Computed? computed, RegisterLinks? links)
    {
        var batch = await work.Set<AppraisalBatch>().SingleAsync(b => b.JobId == order.Job);
        Guid? appraisal = null;
        if (computed is not null)
        {
            appraisal = desk.NewId();
            var name = string.Join(" · ", new[] { asked.Name, group.FirmName, group.ProductName }.Where(n => n.Length > 0));
            await AppraisalWriting.Open(work, appraisal.Value, name.Length <= 200 ? name : name[..200], computed, links!, $"批量价值分析：{asked.Name}", desk.Clock, batch.Id);
        }

        work.Add(new BatchGroup { BatchId = batch.Id, No = order.No, AppraisalId = appraisal, Result = result });
    }

    private static BatchGroupResult Valuing(int no, BatchGroupOrder group, Drafted drafted, Computed computed)
    {
        var (value, titles) = (computed.Value, drafted.Rights.ToDictionary(r => $"{r.Id:D}"));
        var conclusion = value.Conclusion?.Reason ?? "";
        var remarks = value.Open.SelectMany(o => o.Refusals).Concat(value.Methods.SelectMany(m => m.Warnings)).Concat(value.Warnings).Select(Remark);
        return new(
            no, group.FirmId, group.FirmName, group.ProductId, group.ProductName, computed.Total is null ? BatchGroupResult.Open : BatchGroupResult.Valued, Yuan.Of(computed.Total), Yuan.Of(computed.Low), Yuan.Of(computed.High), computed.RangeBasis, $"sha256:{computed.Hash}", conclusion,
            [
                .. computed.Parts.Select(p => titles.TryGetValue(p.Right.Id, out var row)
                    ? new BatchPart(row.Id, row.Number, row.Kind, row.Title, Stated.Number(p.Right.Weight), Yuan.Of(p.Fen), Yuan.Of(p.Low), Yuan.Of(p.High), Because(p.Right.Weight, conclusion).Zh, Because(p.Right.Weight, conclusion).En)
                    : throw new InvalidOperationException($"The template changed the rights of group {no}.")),
                .. drafted.Over.Select(LeftOut),
            ],
            [.. remarks.Distinct().Take(MostRemarks)]);
    }

    private static Words Because(decimal weight, string conclusion) => conclusion.Length == 0
        ? new("没有结论：模板未给出各方法的权重与理由", "No conclusion: the template gives neither weights of the methods nor a reason")
        : new($"组内权重 {Stated.Number(weight)} × 产品组结论；{conclusion}", $"weight {Stated.Number(weight)} × the group's conclusion; {conclusion}");

    private static BatchGroupResult Refusing(int no, BatchGroupOrder group, IReadOnlyList<RightRow> rights, IReadOnlyList<RightRow> over, IReadOnlyList<Refusal> refusals)
    {
        var first = refusals[0];
        return new(
            no, group.FirmId, group.FirmName, group.ProductId, group.ProductName, BatchGroupResult.Refused, null, null, null, null, null, "",
            [.. rights.Select(r => new BatchPart(r.Id, r.Number, r.Kind, r.Title, null, null, null, null, $"{first.Message.Zh}（{first.Path}）", $"{first.Message.En} ({first.Path})")), .. over.Select(LeftOut)],
            [.. refusals.Select(Remark).Distinct().Take(MostRemarks)]);
    }

    private static BatchPart LeftOut(RightRow r) => new(r.Id, r.Number, r.Kind, r.Title, null, null, null, null, $"在基准日{r.State.LastKnownTitle ?? r.State.StateTitle}，未列入", $"{r.State.LastKnown ?? r.State.State} on the base date, left out");

    private static BatchRemark Remark(Refusal refusal) => new(refusal.Code, refusal.Path, $"{refusal.Message.Zh}：{refusal.Expected.Zh}", $"{refusal.Message.En}: {refusal.Expected.En}");
}

/// <summary>A batch in sums.</summary>
/// <param name="Results">SHA-256 over every group's result in their order.</param>
internal sealed record BatchSum(int Groups, int Valued, int Open, int Refused, int Rights, int ValuedRights, string Total, string Low, string High, string Results)
{
    public static BatchSum Of(IReadOnlyList<BatchGroupResult> groups, string hash)
    {
        var valued = groups.Where(g => g.State == BatchGroupResult.Valued).ToList();
        return new(
            groups.Count, valued.Count, groups.Count(g => g.State == BatchGroupResult.Open), groups.Count(g => g.State == BatchGroupResult.Refused), groups.Sum(g => g.Rights.Count), groups.Sum(g => g.Rights.Count(r => r.Value is not null)),
            Sum(valued, g => g.Total), Sum(valued, g => g.Low), Sum(valued, g => g.High), $"sha256:{hash}");
    }

    private static string Sum(List<BatchGroupResult> groups, Func<BatchGroupResult, string?> of) => groups.Sum(g => of(g) is { } yuan ? decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture) : 0).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
