using Zhirong.Engine.Basics;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Policy.Aid;

/// <summary>What those who approve aid or compensation see: whose, how much, and how it stands; levels go by the amount.</summary>
internal sealed class MoneyShown : IChangeShown
{
    public bool Shows(string act) => act is "policy.aid.approve" or "policy.aid.pay" or "policy.claim.approve" or "policy.claim.pay";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        var named = request.Values.GetValueOrDefault("id") ?? "";
        if (!Guid.TryParse(named, out var id))
        {
            return WebRefusals.NotFound("id", named.Length <= 80 ? named : named[..80]);
        }

        return request.Act.StartsWith("policy.aid.", StringComparison.Ordinal) ? OfAid(read, id, request.Act.EndsWith(".pay", StringComparison.Ordinal)) : OfClaim(read, id);
    }

    private static Result<ShownChange> OfAid(ZhirongContext read, Guid id, bool paid)
    {
        if (read.Set<AidApplication>().SingleOrDefault(a => a.Id == id) is not { } aid)
        {
            return WebRefusals.NotFound("applications", $"{id}");
        }

        var fen = paid ? aid.ScaledFen ?? aid.ApprovedFen : aid.AskedFen;
        return new ShownChange
        {
            Title = new($"{aid.FirmName}：{(paid ? "支付补贴" : "批准补贴")} {Yuan(fen)}", $"{aid.FirmName}: {(paid ? "pay" : "approve")} aid {Yuan(fen)}"),
            Amount = fen is { } known ? Money.OfFen(known) : null,
            SubjectKind = "aid",
            SubjectId = $"{id}",
            Fields =
            [
                new("firm", new("企业", "Firm"), null, $"{aid.FirmName} {aid.FirmCode}"),
                new("scheme", new("方案与年度", "Scheme and year"), null, $"{aid.Scheme}/{aid.SchemeNumber} {aid.Year}"),
                new("state", new("状态", "State"), aid.State, paid ? AidStates.Paid : AidStates.Approved),
                new("amount", new("金额（元）", "Amount (yuan)"), null, Yuan(fen)),
            ],
        };
    }

    private static Result<ShownChange> OfClaim(ZhirongContext read, Guid id)
    {
        if (read.Set<CompensationClaim>().SingleOrDefault(c => c.Id == id) is not { } claim)
        {
            return WebRefusals.NotFound("claims", $"{id}");
        }

        var filing = read.Set<FundFiling>().Single(f => f.Id == claim.FilingId);
        return new ShownChange
        {
            Title = new($"{filing.FirmName}：补偿 {Yuan(claim.FundFen)}", $"{filing.FirmName}: compensation {Yuan(claim.FundFen)}"),
            Amount = claim.FundFen is { } known ? Money.OfFen(known) : null,
            SubjectKind = "claim",
            SubjectId = $"{id}",
            Fields =
            [
                new("firm", new("企业", "Firm"), null, $"{filing.FirmName} {filing.FirmCode}"),
                new("loan", new("标的", "Subject"), null, $"{filing.SubjectKind} {filing.SubjectId} · {filing.BankName}"),
                new("state", new("状态", "State"), claim.State, null),
                new("amount", new("资金承担（元）", "Borne by the fund (yuan)"), null, Yuan(claim.FundFen)),
            ],
        };
    }

    private static string Yuan(long? fen) => fen is { } known ? Money.FenText(known) : "—";
}
